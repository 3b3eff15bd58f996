package rewardscope.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.ui.theme.Fonts;

/// How evenly the real window draws while a run goes as fast as it can: `FrameProbe SECONDS [RUN...]`, a run being a
/// name below, `lesson:PATH` or the text of an experiment; `tab:Table` brings a tab forward. Prints for each the time between two frames, and what the
/// JavaFX thread and the renderer computed for one: processor time, which neighbours on the machine hardly change.
final class FrameProbe {
    private static final int WARM_FRAMES = 400;
    private static final long LONGEST_WARM_UP = TimeUnit.SECONDS.toNanos(25);
    private static final Map<String, String> RUNS = Map.of(
            "cliff", "environment: {preset: cliff-walking}\nagent: {type: q-learning}\nseed: 1\n",
            "track", "environment: {type: linear-track, states: 6}\nagent: {type: q-learning}\nseed: 7\n",
            "sweeps", "environment: {preset: frozen-lake-8x8}\nagent: {type: value-iteration, gamma: 0.999}\nseed: 1\n",
            "pole", "environment: {type: cart-pole}\nagent: {type: ppo}\nseed: 1\n",
            "language", "lesson:11-human-feedback/ppo-for-language.md");

    private FrameProbe() {}

    public static void main(String[] arguments) throws InterruptedException {
        int seconds = arguments.length == 0 ? 8 : Integer.parseInt(arguments[0]);
        List<String> runs = arguments.length < 2
                ? List.of("cliff")
                : Arrays.asList(arguments).subList(1, arguments.length);
        Path lessons = Path.of(System.getProperty("rewardscope.home"), "lessons");
        Platform.startup(() -> {});
        Desk desk = onWindow(() -> {
            Fonts.load();
            var made = new Desk(lessons, 1440, 900);
            var stage = new Stage();
            stage.setScene(made.scene());
            stage.show();
            made.openPlayground();
            return made;
        });
        TimeUnit.SECONDS.sleep(2);
        for (String name : runs) {
            if (name.startsWith("tab:")) {
                onWindow(() -> {
                    desk.bench().bringForward(name.substring("tab:".length()));
                    return "";
                });
                continue;
            }
            String run = RUNS.getOrDefault(name, name);
            if (run.startsWith("lesson:")) {
                onWindow(() -> desk.load(lessons.resolve(run.substring("lesson:".length())))).join();
            } else {
                onWindow(() -> {
                    desk.openPlayground();
                    desk.playground().open(run);
                    return "";
                });
            }
            TimeUnit.SECONDS.sleep(1);
            onWindow(() -> {
                desk.send(new Command.SetSpeed(Frame.Speed.FASTEST));
                desk.send(new Command.Run());
                return "";
            });
            measure(name, seconds);
            onWindow(() -> {
                desk.send(new Command.Pause());
                return "";
            });
        }
        Platform.runLater(() -> {
            desk.close();
            Platform.exit();
        });
    }

    private static <T> T onWindow(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, Platform::runLater).join();
    }

    private static void measure(String name, int seconds) throws InterruptedException {
        var timer = new Timer();
        onWindow(() -> {
            timer.start();
            return "";
        });
        long begun = System.nanoTime();
        while (timer.frames() < WARM_FRAMES && System.nanoTime() - begun < LONGEST_WARM_UP) {
            TimeUnit.MILLISECONDS.sleep(50); // until what runs often has been compiled
        }
        int from = timer.frames();
        long others = cpuOfAll() - cpuOfThis();
        long since = System.nanoTime();
        TimeUnit.SECONDS.sleep(seconds);
        double busyOthers = (cpuOfAll() - cpuOfThis() - others) / (double) (System.nanoTime() - since);
        onWindow(() -> {
            timer.stop();
            return "";
        });
        System.out.printf(Locale.ROOT, "%s (after %d frames; other programs took %.2f of a core)%n", name, from, busyOthers);
        print("  between frames", timer.gaps, from);
        print("  work of the JavaFX thread", timer.works, from);
        print("  work of the renderer", timer.paints, from);
    }

    private static final class Timer extends AnimationTimer {
        private final List<Long> gaps = new ArrayList<>();
        private final List<Long> works = new ArrayList<>();
        private final List<Long> paints = new ArrayList<>();
        private final long renderer = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("QuantumRenderer"))
                .mapToLong(Thread::threadId)
                .findFirst()
                .orElseThrow();
        private long before = -1;
        private long workBefore;
        private long paintBefore;

        int frames() {
            return gaps.size();
        }

        @Override
        public void handle(long now) {
            var threads = ManagementFactory.getThreadMXBean();
            long work = threads.getCurrentThreadCpuTime();
            long paint = threads.getThreadCpuTime(renderer);
            if (before >= 0) {
                gaps.add(now - before);
                works.add(work - workBefore);
                paints.add(paint - paintBefore);
            }
            before = now;
            workBefore = work;
            paintBefore = paint;
        }
    }

    private static void print(String what, List<Long> nanos, int from) {
        var sorted = nanos.subList(from, nanos.size()).stream()
                .sorted()
                .mapToDouble(n -> n * 1e-6)
                .toArray();
        int n = sorted.length;
        System.out.printf(
                Locale.ROOT,
                "%s: %d, median %.1f ms, 99 %% within %.1f ms, longest %.1f ms%n",
                what,
                n,
                sorted[n / 2],
                sorted[n * 99 / 100],
                sorted[n - 1]);
    }

    /// Where the system tells: how busy its cores are with everything together.
    private static long cpuOfAll() {
        try {
            String[] ticks = Files.readString(Path.of("/proc/stat")).lines().findFirst().orElseThrow().split(" +");
            return (Long.parseLong(ticks[1]) + Long.parseLong(ticks[2]) + Long.parseLong(ticks[3])) * 10_000_000L;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long cpuOfThis() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }
}
