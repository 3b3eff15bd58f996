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
/// name below, `lesson:PATH` or the text of an experiment; `tab:Table` brings a tab forward. A run that comes to its end
/// goes on, or over. Prints for each the time between two frames, and what the JavaFX thread and the renderer computed
/// for one: processor time, which neighbours on the machine hardly change.
///
/// Frames are begun by a clock of 60 ticks a second, late by what the system's timer is late, so that half of the gaps
/// of a perfect picture are a little longer than a tick. What is seen is a tick without a new frame: a gap of more than
/// one and a half ticks. Both are counted.
final class FrameProbe {
    private static final double TICK = 1e9 / 60;
    private static final int WARM_FRAMES = 400;
    private static final long LONGEST_WARM_UP = TimeUnit.SECONDS.toNanos(25);
    private static final int SIDE = 101;
    private static final Map<String, String> RUNS = Map.of(
            "cliff", "environment: {preset: cliff-walking}\nagent: {type: q-learning}\nseed: 1\n",
            "track", "environment: {type: linear-track, states: 6}\nagent: {type: q-learning}\nseed: 7\n",
            "sweeps", "environment: {preset: frozen-lake-8x8}\nagent: {type: value-iteration, gamma: 0.999}\nseed: 1\nstop: {sweeps: 2000000000}\n",
            "slippery", "environment:\n  type: gridworld\n  noise: 0.2\n  step-reward: -0.01\n  cells: {G: {reward: 1, terminal: true}}\n"
                    + "  layout: |\n    " + "G" + ".".repeat(SIDE - 1) + ("\n    " + ".".repeat(SIDE)).repeat(SIDE - 1)
                    + "\nagent: {type: value-iteration, gamma: 0.999}\nseed: 1\nstop: {sweeps: 2000000000}\n",
            "4x3", "lesson:02-planning/value-iteration-in-the-4x3-world.md",
            "cliff-lesson", "lesson:04-temporal-difference/sarsa-and-q-learning-at-the-cliff.md",
            "lab", "lesson:11-human-feedback/zero-to-chat.md",
            "gpt", "lesson:10-language-models/a-tiny-gpt-learns-to-read.md",
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
            measure(desk, name, seconds);
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

    private static void measure(Desk desk, String name, int seconds) throws InterruptedException {
        var timer = new Timer(desk);
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
        System.out.printf(
                Locale.ROOT,
                "%s (after %d frames; other programs took %.2f of a core; the run was taken on %d times)%n",
                name, from, busyOthers, timer.revivals);
        print("  between frames", timer.gaps, from);
        var gaps = timer.gaps.subList(from, timer.gaps.size());
        System.out.printf(
                Locale.ROOT,
                "    %.1f %% within 16.7 ms, %.2f %% within a tick and a half, %d of %d over 100 ms%n",
                100 * share(gaps, TICK),
                100 * share(gaps, 1.5 * TICK),
                gaps.stream().filter(gap -> gap > 100_000_000).count(),
                gaps.size());
        print("  work of the JavaFX thread", timer.works, from);
        System.out.printf(
                Locale.ROOT, "    %.2f %% within 16 ms%n", 100 * share(timer.works.subList(from, timer.works.size()), 16e6));
        print("  work of the renderer", timer.paints, from);
        System.out.println("    late: " + timer.diary.means(timer.gaps, from, gap -> gap > 1.5 * TICK));
        System.out.println("    in time: " + timer.diary.means(timer.gaps, from, gap -> gap <= 1.5 * TICK));
    }

    private static double share(List<Long> nanos, double limit) {
        return nanos.stream().filter(each -> each <= limit).count() / (double) nanos.size();
    }

    /// A run that has come to its end is let run on; where nothing is left to do, it begins anew.
    private static boolean revive(Desk desk, boolean again) {
        var runner = desk.runner().orElseThrow();
        boolean over = runner.glance().filter(frame -> !(frame.status() instanceof Frame.Status.Running)).isPresent();
        if (over) {
            if (again) {
                runner.send(new Command.Restart());
            }
            runner.send(new Command.Run());
        }
        return over;
    }

    /// What a frame costs, and whether the run goes on.
    private static final class Timer extends AnimationTimer {
        private static final int LATER = 10;

        private final List<Long> gaps = new ArrayList<>();
        private final List<Long> works = new ArrayList<>();
        private final List<Long> paints = new ArrayList<>();
        private final long renderer = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("QuantumRenderer"))
                .mapToLong(Thread::threadId)
                .findFirst()
                .orElseThrow();
        private final FrameDiary diary = new FrameDiary();
        private final Desk desk;
        private int revivals;
        private int revivedAt = -LATER;
        private long before = -1;
        private long workBefore;
        private long paintBefore;

        Timer(Desk desk) {
            this.desk = desk;
        }

        int frames() {
            return gaps.size();
        }

        @Override
        public void handle(long now) {
            var threads = ManagementFactory.getThreadMXBean();
            long work = threads.getCurrentThreadCpuTime();
            long paint = threads.getThreadCpuTime(renderer);
            if (before >= 0) {
                diary.note();
                gaps.add(now - before);
                works.add(work - workBefore);
                paints.add(paint - paintBefore);
            }
            before = now;
            workBefore = work;
            paintBefore = paint;
            if (gaps.size() > revivedAt + LATER && revive(desk, revivals > 0)) {
                revivedAt = gaps.size();
                revivals++;
            }
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
