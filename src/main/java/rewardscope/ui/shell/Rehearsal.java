package rewardscope.ui.shell;

import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/// Opens the window, does what a first minute does, and closes it: run once when an installation is made, so that the
/// archive of classes and the store of formulas know what a start needs.
public final class Rehearsal {
    private static final int PULSES_BETWEEN = 15;
    private static final KeyCode[] KEYS = {
        KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.N, KeyCode.LEFT, KeyCode.D, KeyCode.RIGHT, KeyCode.D,
        KeyCode.SPACE, KeyCode.SPACE, KeyCode.N
    };

    private Rehearsal() {}

    public static void main(String[] args) throws InterruptedException {
        Desktop.open(Optional.empty(), () -> new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses % PULSES_BETWEEN != 0) {
                    return;
                }
                int next = pulses / PULSES_BETWEEN - 2; // the first two leave time for what is made late
                if (next < 0) {
                    return;
                }
                Window window = Window.getWindows().getFirst();
                if (next < KEYS.length) {
                    press(window.getScene(), KEYS[next]);
                } else {
                    stop();
                    window.hide();
                }
            }
        }.start());
        System.exit(0);
    }

    private static void press(Scene scene, KeyCode key) {
        var target = Optional.ofNullable(scene.getFocusOwner()).orElse(scene.getRoot());
        for (var type : new javafx.event.EventType<?>[] {KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED}) {
            @SuppressWarnings("unchecked")
            var kind = (javafx.event.EventType<KeyEvent>) type;
            Event.fireEvent(target, new KeyEvent(kind, "", "", key, false, false, false, false));
        }
    }
}
