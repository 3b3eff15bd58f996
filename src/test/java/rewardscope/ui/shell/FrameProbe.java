package rewardscope.ui.shell;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.ui.theme.Fonts;

/// How evenly the real window draws while Q-learning walks the cliff as fast as it goes: `FrameProbe [SECONDS]` prints the
/// time between two frames, and how long the JavaFX thread worked for each.
final class FrameProbe {
    private FrameProbe() {}

    public static void main(String[] arguments) throws InterruptedException {
        int seconds = arguments.length == 0 ? 8 : Integer.parseInt(arguments[0]);
        var ready = new CountDownLatch(1);
        var desk = new AtomicReference<Desk>();
        Platform.startup(() -> {
            Fonts.load();
            desk.set(new Desk(Path.of(System.getProperty("rewardscope.home"), "lessons"), 1440, 900));
            var stage = new Stage();
            stage.setScene(desk.get().scene());
            stage.show();
            desk.get().openPlayground();
            ready.countDown();
        });
        ready.await();
        TimeUnit.SECONDS.sleep(3);
        List<Long> gaps = new ArrayList<>();
        List<Long> works = new ArrayList<>();
        Platform.runLater(() -> {
            desk.get().playground().open("environment: {preset: cliff-walking}\nagent: {type: q-learning}\nseed: 1\n");
            desk.get().send(new Command.SetSpeed(Frame.Speed.FASTEST));
            desk.get().send(new Command.Run());
        });
        TimeUnit.SECONDS.sleep(4); // until what runs often has been compiled
        var threads = ManagementFactory.getThreadMXBean();
        Platform.runLater(() -> new AnimationTimer() {
            private long before = -1;
            private long workBefore;

            @Override
            public void handle(long now) {
                long work = threads.getCurrentThreadCpuTime();
                if (before >= 0) {
                    gaps.add(now - before);
                    works.add(work - workBefore);
                }
                before = now;
                workBefore = work;
            }
        }.start());
        TimeUnit.SECONDS.sleep(seconds);
        Platform.runLater(() -> {
            print("between frames", gaps);
            print("work of the JavaFX thread", works);
            desk.get().close();
            Platform.exit();
        });
    }

    private static void print(String what, List<Long> nanos) {
        var sorted = nanos.stream().sorted().mapToDouble(n -> n * 1e-6).toArray();
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
}
