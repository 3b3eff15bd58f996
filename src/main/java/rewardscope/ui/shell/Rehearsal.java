package rewardscope.ui.shell;

import java.io.IOException;
import java.lang.module.ResolvedModule;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/// Opens the window, does what a first minute does, and closes it: run once when an installation is made, so that the
/// archive of classes and the store of formulas know what a start needs. Where it fails, the build goes on and starts
/// take longer.
public final class Rehearsal {
    private static final int PULSES_BETWEEN = 15;
    private static final int LONGEST_MILLIS = 90_000;
    private static final KeyCode[] KEYS = {
        KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.N, KeyCode.LEFT, KeyCode.D, KeyCode.RIGHT, KeyCode.D,
        KeyCode.SPACE, KeyCode.SPACE, KeyCode.N
    };

    private Rehearsal() {}

    public static void main(String[] args) {
        Thread.ofPlatform().daemon().name("patience").start(Rehearsal::giveUpInTime);
        try {
            loadWhatADisplayNeeds();
            Desktop.open(Optional.empty(), () -> new FirstMinute().start());
        } catch (InterruptedException | IOException | RuntimeException e) {
            System.err.println("The rehearsal failed, so that starts will take longer: " + e.getMessage());
        }
        System.exit(0);
    }

    private static void giveUpInTime() {
        try {
            Thread.sleep(LONGEST_MILLIS);
            System.err.println("The rehearsal did not end, so that starts will take longer.");
            Runtime.getRuntime().halt(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The rehearsal has no display, the starts after it have: their way to it is loaded, not run.
    private static void loadWhatADisplayNeeds() throws IOException {
        Optional<ResolvedModule> graphics = ModuleLayer.boot().configuration().findModule("javafx.graphics");
        if (graphics.isEmpty()) {
            return;
        }
        try (var reader = graphics.get().reference().open();
                var names = reader.list()) {
            names.filter(name -> name.matches("com/sun/(glass/ui/(gtk|win|mac)|prism/(es2|d3d|mtl))/.*\\.class"))
                    .forEach(name -> load(name.substring(0, name.length() - ".class".length()).replace('/', '.')));
        }
    }

    private static void load(String className) {
        try {
            Class.forName(className, false, Window.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            // a class for another system: no start here will miss it
        }
    }

    /// One key after the other, each with the time to show what it does.
    private static final class FirstMinute extends AnimationTimer {
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
    }

    private static void press(Scene scene, KeyCode key) {
        var target = Optional.ofNullable(scene.getFocusOwner()).orElse(scene.getRoot());
        fire(target, KeyEvent.KEY_PRESSED, key);
        fire(target, KeyEvent.KEY_RELEASED, key);
    }

    private static void fire(Node target, EventType<KeyEvent> type, KeyCode key) {
        Event.fireEvent(target, new KeyEvent(type, "", "", key, false, false, false, false));
    }
}
