package rewardscope.ui.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.ui.theme.Fonts;

/// `MemoryProbe EXPERIMENT MINUTES` runs an experiment in the window as fast as it goes and prints every minute what is
/// left on the heap after everything unused is gone; `MemoryProbe opening RUNS` opens, runs and closes so many runs.
final class MemoryProbe {
    private MemoryProbe() {}

    public static void main(String[] arguments) throws Exception {
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        Platform.setImplicitExit(false);
        started.await();
        Fonts.load();
        Desk desk = Monkey.onWindow(() -> {
            var made = new Desk(Path.of(System.getProperty("rewardscope.home"), "lessons"), 1280, 760);
            var stage = new Stage();
            stage.setScene(made.scene());
            stage.show();
            made.openPlayground();
            return made;
        });
        int count = Integer.parseInt(arguments[1]);
        if (arguments[0].equals("opening")) {
            open(desk, count);
        } else {
            run(desk, arguments[0], count);
        }
        Monkey.onWindow(() -> {
            desk.close();
            return true;
        });
        Platform.exit();
    }

    private static void run(Desk desk, String experiment, int minutes) throws Exception {
        Monkey.onWindow(() -> {
            desk.playground().open(experiment + "\n");
            desk.send(new Command.SetSpeed(Frame.Speed.FASTEST));
            desk.send(new Command.Run());
            return true;
        });
        for (int i = 0; i <= minutes; i++) {
            Frame frame = desk.runner().orElseThrow().takeFrame();
            System.out.printf(
                    Locale.ROOT,
                    "%d min: %,d acts, %s, heap %.1f MB%n",
                    i,
                    frame.view().counts().acts(),
                    frame.status(),
                    heap());
            if (i < minutes) {
                TimeUnit.MINUTES.sleep(1);
            }
        }
    }

    private static void open(Desk desk, int count) throws Exception {
        var experiments = new String[] {
            "environment: {preset: cliff-walking}\nagent: {type: q-learning}\n",
            "environment: {preset: aima-4x3}\nagent: {type: value-iteration, gamma: 1}\n",
            "environment: {type: cart-pole}\nagent: {type: ppo}\n",
            "environment: {preset: ten-armed-testbed}\nagent: {type: ucb}\n",
        };
        for (int i = 0; i <= count; i++) {
            if (i % 100 == 0) {
                System.out.printf(Locale.ROOT, "%d runs: heap %.1f MB, %d threads%n", i, heap(), Thread.activeCount());
            }
            String text = experiments[i % experiments.length];
            Monkey.onWindow(() -> {
                desk.openPlayground();
                desk.playground().open(text);
                desk.send(new Command.SetSpeed(Frame.Speed.FASTEST));
                desk.send(new Command.Run());
                return true;
            });
            Thread.sleep(60);
        }
    }

    /// In megabytes.
    private static double heap() throws Exception {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
            Monkey.onWindow(() -> true);
            least = Math.min(least, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least * 1e-6;
    }
}
