package rewardscope.bench;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import rewardscope.ui.shell.Desktop;

/// Milliseconds from the start of the Java machine to a bare JavaFX window (`bare`), or to the app with a lesson that
/// can be stepped (`app`). Run each several times in turn and compare medians.
public final class StartupProbe {
    private StartupProbe() {}

    public static void main(String[] args) throws InterruptedException {
        if (args[0].equals("bare")) {
            Platform.startup(() -> {
                var stage = new Stage();
                stage.setScene(new Scene(new Label("Hello"), 1440, 900));
                stage.show();
                afterTwoPulses(args[0]);
            });
        } else {
            Desktop.open(Optional.empty(), () -> afterTwoPulses(args[0]));
        }
    }

    /// By then what was put into the window has been drawn.
    private static void afterTwoPulses(String what) {
        long start = ManagementFactory.getRuntimeMXBean().getStartTime();
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses == 3) {
                    System.out.println(what + " " + (System.currentTimeMillis() - start));
                    System.exit(0);
                }
            }
        }.start();
    }
}
