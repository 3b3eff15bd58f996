package rewardscope.ui.shell;

import java.util.Set;
import javafx.application.Platform;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import rewardscope.ui.stage.DraftCanvas;

/// The keys of the window. A key belongs to the control that has the focus, wherever that control has a use for it;
/// buttons that were clicked give the focus back, so that the space bar runs and pauses and the arrows step.
final class Shortcuts {
    private static final Set<KeyCode> COURSE_KEYS =
            Set.of(KeyCode.A, KeyCode.J, KeyCode.SLASH, KeyCode.DIVIDE, KeyCode.M, KeyCode.W, KeyCode.F1, KeyCode.D,
                    KeyCode.PLUS, KeyCode.MINUS);

    private Shortcuts() {}

    static void install(Scene scene, Desk desk, TransportBar transport, Workbench bench) {
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            Node before = scene.getFocusOwner();
            Platform.runLater(() -> {
                Node now = scene.getFocusOwner();
                boolean left = isTyping(now) && now == before && !isWithin(event.getTarget(), now);
                boolean pressed = now instanceof ButtonBase && !(now instanceof MenuButton); // an open menu needs the focus
                if (pressed || left) {
                    bench.root().requestFocus();
                }
            });
        });
        onCharacter(scene, desk);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (menuIsOpen(scene)) {
                return; // its entries have the keyboard
            }
            if (desk.welcome().press(event.getCode())) {
                event.consume();
                return;
            }
            if (desk.welcome().shown()) {
                return; // its buttons have the keyboard
            }
            if (desk.keys().shown() && event.getCode() == KeyCode.ESCAPE) {
                desk.keys().hide();
                event.consume();
                return;
            }
            if (desk.pages().overlay().shown() && event.getCode() == KeyCode.ESCAPE) {
                desk.pages().overlay().hide();
                event.consume();
                return;
            }
            if (isTyping(scene.getFocusOwner()) && event.getCode() == KeyCode.ESCAPE) {
                bench.root().requestFocus(); // back to the keys of the window
                event.consume();
                return;
            }
            if (event.isShortcutDown()
                    && event.getCode() == KeyCode.V
                    && (!isTyping(scene.getFocusOwner()) || desk.share().sharing().onClipboard())) {
                desk.share().sharing().paste();
                event.consume();
                return;
            }
            if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
                desk.pages().find();
                event.consume();
                return;
            }
            if (event.isShortcutDown() && event.getCode() == KeyCode.S) {
                desk.playground().save(); // a text field has no other use for it
                event.consume();
                return;
            }
            if (desk.pages().overlay().shown() && !COURSE_KEYS.contains(event.getCode())) {
                return; // the page has the keyboard
            }
            if (isTyping(scene.getFocusOwner()) && event.getCode() != KeyCode.F1) {
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

    /// A question mark or a slash wherever the keyboard has it.
    private static void onCharacter(Scene scene, Desk desk) {
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (desk.welcome().shown()) {
                return;
            }
            if (event.getCharacter().equals("/") && !isTyping(scene.getFocusOwner())) {
                desk.pages().find();
                event.consume();
                return;
            }
            if (event.getCharacter().equals("?") && !isTyping(scene.getFocusOwner())) {
                desk.keys().toggle();
                event.consume();
            }
        });
    }

    private static boolean isWithin(EventTarget target, Node node) {
        for (Node each = target instanceof Node hit ? hit : null; each != null; each = each.getParent()) {
            if (each == node) {
                return true;
            }
        }
        return false;
    }

    /// An open menu is a window of its own, but this one sees the keys first.
    private static boolean menuIsOpen(Scene scene) {
        return Window.getWindows().stream()
                .anyMatch(window -> window instanceof ContextMenu menu && menu.isShowing() && isAbove(menu, scene.getWindow()));
    }

    private static boolean isAbove(PopupWindow popup, Window window) {
        return popup.getOwnerWindow() == window
                || popup.getOwnerWindow() instanceof PopupWindow below && isAbove(below, window);
    }

    private static boolean isTyping(Node focus) {
        return focus instanceof TextInputControl;
    }

    private static boolean withControl(KeyEvent event, Desk desk) {
        switch (event.getCode()) {
            case KeyCode.C -> desk.share().sharing().copyRun();
            case KeyCode.O -> desk.share().sharing().openFile();
            case KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD -> desk.style().zoom(1.1);
            case KeyCode.MINUS, KeyCode.SUBTRACT -> desk.style().zoom(1 / 1.1);
            default -> {
                return false;
            }
        }
        return true;
    }

    /// The keys of a remote control, and one thing at a time.
    private static boolean presenting(KeyEvent event, TransportBar transport, Workbench bench) {
        switch (event.getCode()) {
            case KeyCode.PAGE_DOWN -> {
                if (bench.focus() == Workbench.Focus.LESSON) {
                    return false; // the text is leafed through
                }
                transport.step();
            }
            case KeyCode.PAGE_UP -> {
                if (bench.focus() == Workbench.Focus.LESSON) {
                    return false;
                }
                transport.stepBack();
            }
            case KeyCode.DIGIT1, KeyCode.NUMPAD1 -> bench.focus(Workbench.Focus.BOTH);
            case KeyCode.DIGIT2, KeyCode.NUMPAD2 -> bench.focus(Workbench.Focus.STAGE);
            case KeyCode.DIGIT3, KeyCode.NUMPAD3 -> bench.focus(Workbench.Focus.EQUATION);
            case KeyCode.DIGIT4, KeyCode.NUMPAD4 -> bench.focus(Workbench.Focus.LESSON);
            case KeyCode.DIGIT5, KeyCode.NUMPAD5 -> bench.focus(Workbench.Focus.INSTRUMENTS);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean plain(KeyEvent event, Node focus, Desk desk, TransportBar transport, Workbench bench) {
        if (bench.presenting() && (desk.presenter().press(event.getCode()) || presenting(event, transport, bench))) {
            return true;
        }
        boolean arrowsWanted = !(focus instanceof ButtonBase || focus instanceof Parent parent && parent == bench.root());
        if (!arrowsWanted || focus.getStyleClass().contains("stage-view")) {
            if (desk.choices().press(event.getCode())) {
                return true;
            }
        }
        switch (event.getCode()) {
            case KeyCode.F1 -> desk.keys().toggle();
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
                if (focus instanceof ButtonBase || focus instanceof ComboBoxBase || focus instanceof DraftCanvas) {
                    return false; // the focused button is pressed, the cell painted
                }
                transport.toggleRun();
            }
            case KeyCode.N -> transport.stepUnit();
            case KeyCode.HOME -> {
                if (arrowsWanted) {
                    return false;
                }
                transport.toStart();
            }
            case KeyCode.F -> transport.fork();
            case KeyCode.B -> transport.nextBranch();
            case KeyCode.T -> transport.toggleTogether();
            case KeyCode.R -> desk.reseed();
            case KeyCode.D -> desk.style().toggle();
            case KeyCode.P, KeyCode.F5 -> desk.togglePresenter();
            case KeyCode.L -> bench.toggleLibrary();
            case KeyCode.K -> bench.toggleLesson();
            case KeyCode.J -> {
                return desk.lab().judge();
            }
            case KeyCode.E -> bench.toggleEnlarged();
            case KeyCode.S -> desk.share().open();
            case KeyCode.H -> desk.welcome().showAround();
            case KeyCode.M -> desk.pages().map();
            case KeyCode.A -> desk.access().toggle();
            case KeyCode.W -> desk.pages().glossary();
            case KeyCode.G -> desk.editGrid();
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
