package rewardscope.ui.shell;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of the window. A key goes to the control that has the focus first, wherever that control has a use for it.
final class Shortcuts {
    private Shortcuts() {}

    static void install(Scene scene, Desk desk, TransportBar transport, Workbench bench) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isConsumed() || isTyping(scene.getFocusOwner())) {
                return;
            }
            if (event.isShortcutDown()) {
                if (withControl(event, desk)) {
                    event.consume();
                }
                return;
            }
            if (plain(event, scene.getFocusOwner(), desk, transport, bench)) {
                event.consume();
            }
        });
    }

    private static boolean isTyping(Node focus) {
        return focus instanceof TextInputControl;
    }

    private static boolean withControl(KeyEvent event, Desk desk) {
        switch (event.getCode()) {
            case KeyCode.S -> desk.playground().save();
            case KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD -> desk.zoomText(1.1);
            case KeyCode.MINUS, KeyCode.SUBTRACT -> desk.zoomText(1 / 1.1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean plain(KeyEvent event, Node focus, Desk desk, TransportBar transport, Workbench bench) {
        boolean arrowsWanted = focus instanceof Slider || focus instanceof ComboBoxBase;
        switch (event.getCode()) {
            case KeyCode.RIGHT -> {
                if (arrowsWanted) {
                    return false;
                }
                transport.step();
            }
            case KeyCode.LEFT -> {
                if (arrowsWanted) {
                    return false;
                }
                transport.stepBack();
            }
            case KeyCode.SPACE -> {
                if (focus instanceof Button || focus instanceof ToggleButton) {
                    return false; // the focused button is pressed
                }
                transport.toggleRun();
            }
            case KeyCode.N, KeyCode.PAGE_DOWN -> transport.stepUnit();
            case KeyCode.HOME -> transport.toStart();
            case KeyCode.F -> transport.fork();
            case KeyCode.B -> transport.nextBranch();
            case KeyCode.T -> transport.toggleTogether();
            case KeyCode.R -> desk.newSeed();
            case KeyCode.D -> desk.toggleTheme();
            case KeyCode.P, KeyCode.F5 -> desk.togglePresenter();
            case KeyCode.L -> bench.toggleLibrary();
            case KeyCode.K -> bench.toggleLesson();
            case KeyCode.G -> desk.playground().toggleEditor();
            case KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD -> transport.faster(0.05);
            case KeyCode.MINUS, KeyCode.SUBTRACT -> transport.faster(-0.05);
            case KeyCode.ESCAPE -> {
                if (!bench.presenting()) {
                    return false;
                }
                desk.togglePresenter();
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
