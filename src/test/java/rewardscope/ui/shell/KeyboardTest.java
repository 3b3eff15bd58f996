package rewardscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import rewardscope.ui.monkey.Hands;

/// Everything that can be done with the mouse can be reached with the Tab key, and says what it is.
@ExtendWith(ApplicationExtension.class)
class KeyboardTest {
    private static final int MOST_TABS = 400;

    private Desk desk;

    @Start
    void start(Stage stage) {
        desk = TestWindow.show(stage, 1440, 800);
    }

    @AfterEach
    void close() {
        onWindow(() -> {
            desk.close();
            return true;
        });
    }

    private static <T> T onWindow(Callable<T> call) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, call);
    }

    @Test
    void everythingInALessonIsReachedByTabAndHasAName(FxRobot robot) throws InterruptedException {
        TestWindow.open(desk, "04-temporal-difference/the-rat-on-the-linear-track.md");
        checkAll(robot);
    }

    @Test
    void everyChoiceOfALessonIsReachedByTabAndHasAName(FxRobot robot) throws InterruptedException {
        TestWindow.open(desk, "01-the-problem/bandits-and-exploration.md");
        checkAll(robot);
    }

    @Test
    void everythingInThePlaygroundAndOnThePageOfChoicesIsReachedByTabAndHasAName(FxRobot robot) {
        onWindow(() -> {
            desk.openPlayground();
            desk.bench().bringForward("Parameters");
            desk.access().toggle();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
        checkAll(robot);
    }

    @Test
    void everythingInTheGridEditorAndInComparisonsIsReachedByTabAndHasAName(FxRobot robot) {
        onWindow(() -> {
            desk.openPlayground();
            desk.playground().toggleEditor();
            desk.bench().bringForward("Compare");
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
        checkAll(robot);
    }

    @Test
    void thePageOfChoicesTakesTheKeyboardTheFirstTimeToo() {
        String focused = onWindow(() -> {
            desk.access().toggle();
            return desk.scene().getFocusOwner().getId();
        });
        assertThat(focused).isEqualTo("still");
    }

    private void checkAll(FxRobot robot) {
        Set<Node> wanted = onWindow(() -> {
            var found = new LinkedHashSet<Node>();
            collect(desk.scene().getRoot(), found);
            return found;
        });
        assertThat(wanted).hasSizeGreaterThan(25);
        var nameless = onWindow(() -> wanted.stream().filter(node -> !named(node)).map(Hands::name).toList());
        assertThat(nameless).as("what has no name").isEmpty();
        Set<Node> reached = new HashSet<>();
        onWindow(() -> {
            desk.bench().root().requestFocus();
            return true;
        });
        for (int i = 0; i < MOST_TABS; i++) {
            robot.push(KeyCode.TAB);
            Node focus = onWindow(() -> desk.scene().getFocusOwner());
            if (!reached.add(focus) && i > wanted.size()) {
                break;
            }
        }
        // what went away or was switched off meanwhile, when the run was made, need not be reached
        Set<Node> still = onWindow(() -> {
            var found = new LinkedHashSet<Node>();
            collect(desk.scene().getRoot(), found);
            return found;
        });
        List<String> left = onWindow(() -> wanted.stream()
                .filter(still::contains)
                .filter(node -> !isReached(node, reached))
                .map(Hands::name)
                .toList());
        assertThat(left).as("what Tab does not reach").isEmpty();
    }

    /// Of buttons of which one is chosen, Tab goes to one and the arrow keys to the others.
    private static boolean isReached(Node node, Set<Node> reached) {
        return reached.contains(node)
                || node instanceof ToggleButton toggle
                        && toggle.getToggleGroup() != null
                        && toggle.getToggleGroup().getToggles().stream().anyMatch(reached::contains);
    }

    @Test
    void theArrowKeysGoFromLessonToLesson(FxRobot robot) throws InterruptedException {
        TestWindow.open(desk, "04-temporal-difference/the-rat-on-the-linear-track.md");
        Node first = onWindow(() -> {
            Node entry = desk.bench().root().lookup(".library-entry");
            entry.requestFocus();
            return entry;
        });
        robot.push(KeyCode.DOWN);
        Node second = onWindow(() -> desk.scene().getFocusOwner());
        assertThat(second).isNotSameAs(first);
        assertThat(second.getStyleClass()).contains("library-entry");
    }

    private static void collect(Node node, Set<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node instanceof ButtonBase
                || node instanceof Slider
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase
                || node instanceof Spinner
                || node.getOnMouseClicked() != null && !(node instanceof Label) && !holdsAButton(node)) {
            found.add(node);
            return;
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    /// The words beside a button may be clicked in its place: it is the button that Tab goes to and that has the name.
    private static boolean holdsAButton(Node node) {
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(child -> child instanceof ButtonBase);
    }

    private boolean named(Node node) {
        if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
            return true;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank()) {
            return true;
        }
        if (node instanceof TextInputControl field && field.getPromptText() != null && !field.getPromptText().isBlank()) {
            return true;
        }
        var labels = new ArrayList<Node>(desk.scene().getRoot().lookupAll(".label"));
        boolean labelled = labels.stream().anyMatch(label -> label instanceof Label l && l.getLabelFor() == node);
        return labelled || node instanceof Control control && control.getTooltip() != null;
    }
}
