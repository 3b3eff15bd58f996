package rewardscope.ui.monkey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;

/// What a monkey does at a window, one act a call, on the JavaFX thread. Each act returns what it did, in words.
public final class Hands {
    private static final List<KeyCode> KEYS = List.of(
            KeyCode.RIGHT, KeyCode.LEFT, KeyCode.UP, KeyCode.DOWN, KeyCode.SPACE, KeyCode.N, KeyCode.HOME, KeyCode.END,
            KeyCode.PAGE_UP, KeyCode.PAGE_DOWN, KeyCode.F, KeyCode.B, KeyCode.T, KeyCode.R, KeyCode.D, KeyCode.P,
            KeyCode.F5, KeyCode.L, KeyCode.K, KeyCode.M, KeyCode.W, KeyCode.G, KeyCode.PLUS, KeyCode.MINUS,
            KeyCode.ESCAPE, KeyCode.ENTER, KeyCode.TAB, KeyCode.BACK_SPACE, KeyCode.DELETE, KeyCode.F1, KeyCode.DIGIT1,
            KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT0, KeyCode.DIGIT9, KeyCode.A, KeyCode.C,
            KeyCode.S, KeyCode.V, KeyCode.X, KeyCode.Z, KeyCode.Y, KeyCode.E, KeyCode.H, KeyCode.I, KeyCode.O, KeyCode.Q,
            KeyCode.U, KeyCode.J, KeyCode.PERIOD, KeyCode.COMMA, KeyCode.SLASH, KeyCode.F10, KeyCode.F6);
    private static final List<KeyCode> MODIFIERS = List.of(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ALT);
    private static final List<String> WORDS = List.of(
            "0.5", "-1", "1e308", "NaN", "1/3", "0,25", "∞", "up", "1000", "7", "", " ", "α", "\"", "{", "}: [", "γ = 0.9",
            "agent: {type: sarsa}", "states: 9", "the rat", "𝔸", "\t", "..G\n.#.\nS..", "seed: 99999999999999999999",
            "0.0000001", "-0", "true", "null", "q[3][down]", "%", "\\frac{", "<b>");

    private final Random random;
    private final Stage stage;
    private final Robot robot = new Robot();
    private int again;
    private Runnable last = () -> {};

    public Hands(Random random, Stage stage) {
        this.random = random;
        this.stage = stage;
    }

    /// Does something.
    public String act() {
        if (again > 0) {
            again--;
            last.run(); // a key that is held down comes again and again, and the window draws between
            return "the same key";
        }
        int dice = random.nextInt(100);
        if (dice < 40) {
            return clickOnSomething();
        } else if (dice < 47) {
            return click(somewhere(), "anywhere");
        } else if (dice < 57) {
            return drag();
        } else if (dice < 63) {
            return scroll();
        } else if (dice < 87) {
            return key();
        } else if (dice < 92) {
            return type();
        } else if (dice < 95) {
            return scrub();
        } else if (dice < 97) {
            return resize();
        } else {
            return tabThrough();
        }
    }

    private String clickOnSomething() {
        List<Node> targets = targets();
        if (targets.isEmpty()) {
            return click(somewhere(), "anywhere");
        }
        Node target = targets.get(random.nextInt(targets.size()));
        return click(pointIn(target), name(target));
    }

    private String click(Point2D at, String what) {
        robot.mouseMove(at);
        MouseButton button = random.nextInt(12) == 0 ? MouseButton.SECONDARY : MouseButton.PRIMARY;
        int times = random.nextInt(10) == 0 ? 2 : 1;
        for (int i = 0; i < times; i++) {
            robot.mousePress(button);
            robot.mouseRelease(button);
        }
        return (button == MouseButton.SECONDARY ? "right-" : "") + (times == 2 ? "double-" : "") + "click " + what + " at "
                + (int) at.getX() + "," + (int) at.getY();
    }

    private String drag() {
        List<Node> targets = targets();
        Point2D from = targets.isEmpty() || random.nextBoolean()
                ? somewhere()
                : pointIn(targets.get(random.nextInt(targets.size())));
        Point2D to = random.nextBoolean() ? somewhere() : from.add(random.nextInt(-60, 61), random.nextInt(-60, 61));
        return drag(from, to, "drag");
    }

    private String drag(Point2D from, Point2D to, String what) {
        robot.mouseMove(from);
        robot.mousePress(MouseButton.PRIMARY);
        int moves = 2 + random.nextInt(6);
        for (int i = 1; i <= moves; i++) {
            robot.mouseMove(from.interpolate(to, (double) i / moves));
        }
        robot.mouseRelease(MouseButton.PRIMARY);
        return what + " from " + (int) from.getX() + "," + (int) from.getY() + " to " + (int) to.getX() + "," + (int) to.getY();
    }

    private String scrub() {
        Node track = stage.getScene().lookup("#scrubber");
        return track == null || !isReachable(track) ? key() : drag(pointIn(track), pointIn(track), "scrub");
    }

    private String scroll() {
        robot.mouseMove(somewhere());
        int by = random.nextInt(-8, 9);
        robot.mouseWheel(by);
        return "scroll " + by;
    }

    private String key() {
        KeyCode key = KEYS.get(random.nextInt(KEYS.size()));
        Optional<KeyCode> with = random.nextInt(6) == 0
                ? Optional.of(MODIFIERS.get(random.nextInt(MODIFIERS.size())))
                : Optional.empty();
        again = random.nextInt(8) == 0 ? random.nextInt(12) : 0;
        last = () -> press(key, with);
        last.run();
        return "key " + with.map(k -> k + "+").orElse("") + key;
    }

    private void press(KeyCode key, Optional<KeyCode> with) {
        with.ifPresent(robot::keyPress);
        try {
            robot.keyPress(key);
            robot.keyRelease(key);
        } finally {
            with.ifPresent(robot::keyRelease);
        }
    }

    private String tabThrough() {
        int times = 1 + random.nextInt(25);
        for (int i = 0; i < times; i++) {
            robot.keyPress(KeyCode.TAB);
            robot.keyRelease(KeyCode.TAB);
        }
        return "tab ×" + times + " to " + Optional.ofNullable(stage.getScene().getFocusOwner()).map(Hands::name).orElse("nothing");
    }

    /// Writes into a field: the one with the keyboard, or another.
    private String type() {
        Node focus = stage.getScene().getFocusOwner();
        if (!(focus instanceof TextInputControl)) {
            List<Node> fields = targets().stream().filter(TextInputControl.class::isInstance).toList();
            if (!fields.isEmpty()) {
                focus = fields.get(random.nextInt(fields.size()));
                focus.requestFocus();
            }
        }
        Node into = focus == null ? stage.getScene().getRoot() : focus;
        String words = WORDS.get(random.nextInt(WORDS.size()));
        if (into instanceof TextInputControl field && random.nextInt(3) == 0) {
            field.selectAll();
        }
        words.codePoints().forEach(c -> Event.fireEvent(
                into, new KeyEvent(KeyEvent.KEY_TYPED, Character.toString(c), "", KeyCode.UNDEFINED, false, false, false, false)));
        boolean entered = random.nextBoolean();
        if (entered) {
            robot.keyPress(KeyCode.ENTER);
            robot.keyRelease(KeyCode.ENTER);
        }
        return "type “" + words.replace("\n", "⏎") + "”" + (entered ? "⏎" : "") + " into " + name(into);
    }

    private String resize() {
        double width = random.nextInt(900, 1400);
        double height = random.nextInt(560, 980);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
        return "resize to " + (int) width + "×" + (int) height;
    }

    private Point2D somewhere() {
        return new Point2D(
                stage.getX() + random.nextDouble() * stage.getScene().getWidth(),
                stage.getY() + random.nextDouble() * stage.getScene().getHeight());
    }

    private Point2D pointIn(Node node) {
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return bounds == null
                ? somewhere()
                : new Point2D(
                        bounds.getMinX() + bounds.getWidth() * (0.1 + 0.8 * random.nextDouble()),
                        bounds.getMinY() + bounds.getHeight() * (0.1 + 0.8 * random.nextDouble()));
    }

    /// Whatever answers to the mouse in any window that is open, popups first.
    private List<Node> targets() {
        var found = new ArrayList<Node>();
        List<Window> popups = Window.getWindows().stream().filter(w -> w != stage && w.getScene() != null).toList();
        if (!popups.isEmpty() && random.nextInt(3) > 0) {
            popups.forEach(w -> collect(w.getScene().getRoot(), found));
        }
        if (found.isEmpty()) {
            collect(stage.getScene().getRoot(), found);
        }
        return found;
    }

    private void collect(Node node, List<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (ANSWERS.test(node) && isReachable(node)) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static final Predicate<Node> ANSWERS = node -> node instanceof ButtonBase
            || node instanceof Slider
            || node instanceof TextInputControl
            || node instanceof ComboBoxBase
            || node instanceof Cell<?> cell && !cell.isEmpty()
            || node.getOnMouseClicked() != null
            || node.isFocusTraversable()
            || node.getStyleClass().contains("tab")
            || node.getStyleClass().contains("menu-item")
            || node.getStyleClass().contains("split-pane-divider")
            || node.getStyleClass().contains("thumb");

    private boolean isReachable(Node node) {
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        return bounds.getWidth() >= 1
                && bounds.getHeight() >= 1
                && bounds.getMaxX() > 0
                && bounds.getMaxY() > 0
                && bounds.getMinX() < node.getScene().getWidth()
                && bounds.getMinY() < node.getScene().getHeight();
    }

    /// What a node calls itself.
    public static String name(Node node) {
        String words = node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isEmpty()
                ? labeled.getText()
                : node.getAccessibleText();
        return node.getClass().getSimpleName()
                + (node.getId() == null ? "" : "#" + node.getId())
                + (words == null || words.isEmpty() ? "" : " “" + words.replace('\n', ' ') + "”")
                + (node.getStyleClass().isEmpty() ? "" : " ." + String.join(".", node.getStyleClass()));
    }
}
