package rewardscope.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/// Where the time between two frames went, thread by thread, where the system tells (Linux): how long each ran, and how
/// long it stood in line for a core. A late frame whose threads worked little and waited long was held up by others.
final class FrameDiary {
    private static final List<String> TOLD = List.of(
            "JavaFX", "Quantum", "runner", "Xvfb", "C1 Comp", "C2 Comp", "VM Thread", "GC", "others");

    private final Map<String, Path> sources = new TreeMap<>();
    private final Map<String, long[]> before = new TreeMap<>();
    private final List<Map<String, double[]>> entries = new ArrayList<>();

    FrameDiary() {
        try (var tasks = Files.newDirectoryStream(Path.of("/proc/self/task"));
                var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            tasks.forEach(task -> sources.put(task.toString(), task));
            processes.forEach(process -> {
                if (read(process.resolve("comm")).startsWith("Xvfb")) {
                    sources.put("Xvfb", process);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException _) {
            return ""; // it has ended
        }
    }

    /// Notes what each thread has done since the last frame; to be called once a frame.
    void note() {
        var entry = new TreeMap<String, double[]>();
        sources.forEach((name, folder) -> {
            String[] words = read(folder.resolve("schedstat")).split(" ");
            if (words.length >= 2) {
                long[] now = {Long.parseLong(words[0]), Long.parseLong(words[1])};
                long[] old = before.put(name, now);
                if (old != null && (now[0] != old[0] || now[1] != old[1])) {
                    String group = name.equals("Xvfb") ? name : group(folder);
                    double[] sum = entry.computeIfAbsent(group, _ -> new double[2]);
                    sum[0] += (now[0] - old[0]) * 1e-6;
                    sum[1] += (now[1] - old[1]) * 1e-6;
                }
            }
        });
        entries.add(entry);
    }

    private static String group(Path task) {
        String name = read(task.resolve("comm"));
        return TOLD.stream().filter(name::startsWith).findFirst().orElse("others");
    }

    /// The means over some of the frames, in milliseconds: worked + waited.
    String means(List<Long> gaps, int from, LongPredicate which) {
        var sums = new TreeMap<String, double[]>();
        int n = 0;
        for (int i = from; i < gaps.size(); i++) {
            if (which.test(gaps.get(i))) {
                n++;
                entries.get(i).forEach((name, each) -> {
                    double[] sum = sums.computeIfAbsent(name, _ -> new double[2]);
                    sum[0] += each[0];
                    sum[1] += each[1];
                });
            }
        }
        var text = new StringBuilder(n + " frames, a thread worked + stood in line, ms:");
        for (String name : TOLD) {
            if (sums.containsKey(name) && n > 0) {
                text.append(String.format(
                        Locale.ROOT, "  %s %.1f + %.1f", name, sums.get(name)[0] / n, sums.get(name)[1] / n));
            }
        }
        return text.toString();
    }
}
