package rewardscope.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import rewardscope.ui.shell.Desk;
import rewardscope.ui.shell.Desktop;
import rewardscope.ui.theme.Fonts;

/// Milliseconds from the start of the Java machine to a bare JavaFX window (`bare`), or to the app with a lesson that
/// can be stepped (`app`). Run each several times in turn and compare medians.
public final class StartupProbe {
    private StartupProbe() {}

    public static void main(String[] args) throws InterruptedException {
        var shown = new CountDownLatch(1);
        boolean bare = args[0].equals("bare");
        Platform.startup(() -> {
            var stage = new Stage();
            if (bare) {
                stage.setScene(new Scene(new Label("Hello"), 1440, 900));
                stage.show();
                afterTwoPulses(shown);
            } else {
                Fonts.load();
                var desk = new Desk(args.length > 1 ? Path.of(args[1]) : Desktop.lessonsFolder(), 1440, 900);
                stage.setScene(desk.scene());
                stage.show();
                desk.openFirst().thenRunAsync(() -> afterTwoPulses(shown), Platform::runLater);
            }
        });
        shown.await();
        long start = ManagementFactory.getRuntimeMXBean().getStartTime();
        System.out.println(args[0] + " " + (System.currentTimeMillis() - start));
        System.exit(0);
    }

    private static void afterTwoPulses(CountDownLatch shown) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses == 3) {
                    shown.countDown();
                }
            }
        }.start();
    }
}
