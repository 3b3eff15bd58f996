package rewardscope.ui.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.ui.theme.Fonts;

/// How long a class waits until CartPole is solved before its eyes: `SolveProbe [SEED ...]` opens the real window,
/// plays PPO on CartPole in the playground as fast as it goes, and prints when the mean of the last 100 episodes is 475.
final class SolveProbe {
    private static final int MOST_SECONDS = 60;

    private SolveProbe() {}

    public static void main(String[] arguments) throws InterruptedException {
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
        Thread.sleep(3000);
        for (String seed : arguments.length == 0 ? new String[] {"1", "2", "3"} : arguments) {
            solve(desk.get(), seed);
        }
        Platform.runLater(desk.get()::close);
        Platform.exit();
    }

    private static void solve(Desk desk, String seed) throws InterruptedException {
        var done = new CountDownLatch(1);
        var pulses = new long[1];
        var last = new AtomicReference<Frame>();
        var began = new long[1];
        Platform.runLater(() -> {
            desk.playground()
                    .open("environment: {type: cart-pole}\nagent: {type: ppo}\nseed: " + seed + "\n");
            desk.send(new Command.SetSpeed(Frame.Speed.FASTEST));
            desk.send(new Command.Run());
            began[0] = System.nanoTime();
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    pulses[0]++;
                    Frame frame = desk.runner().orElseThrow().takeFrame();
                    last.set(frame);
                    var counts = frame.view().counts();
                    boolean fresh = String.valueOf(frame.experiment().seed()).equals(seed);
                    boolean solved = fresh && counts.episodes() >= 100 && counts.meanReturn100() >= 475;
                    if (solved || now - began[0] > MOST_SECONDS * 1_000_000_000L) {
                        stop();
                        desk.send(new Command.Pause());
                        done.countDown();
                    }
                }
            }.start();
        });
        done.await();
        double seconds = (System.nanoTime() - began[0]) * 1e-9;
        var counts = last.get().view().counts();
        System.out.printf(
                Locale.ROOT,
                "seed %s: mean return %.1f after %.1f s, %d steps, %d pulses (%.0f a second)%n",
                seed,
                counts.meanReturn100(),
                seconds,
                counts.steps(),
                pulses[0],
                pulses[0] / seconds);
    }
}
