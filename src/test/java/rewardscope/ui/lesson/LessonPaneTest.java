package rewardscope.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rewardscope.lesson.LessonReader;
import rewardscope.lesson.LinkTarget;
import rewardscope.lesson.Problem;
import rewardscope.ui.Headless;
import rewardscope.ui.formula.FormulaNode;
import rewardscope.ui.formula.Formulas;
import rewardscope.ui.theme.Palette;
import rewardscope.ui.theme.Theme;

class LessonPaneTest {
    private final SampleLesson.Window window = new SampleLesson.Window();

    @BeforeAll
    static void start() throws Exception {
        Headless.start();
    }

    private LessonPane pane() throws Exception {
        LessonPane shown = Headless.onFx(() -> {
            var pane = new LessonPane(new Formulas(), window, Runnable::run);
            pane.show(SampleLesson.lesson());
            var root = new StackPane(pane.node());
            var scene = new Scene(root, 700, 900);
            Theme.apply(scene, root, Palette.LIGHT, 1);
            root.applyCss();
            root.layout();
            return pane;
        });
        Headless.settle();
        return shown;
    }

    private static Stream<Node> all(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(LessonPaneTest::all))
                : Stream.of(node);
    }

    private static Button button(Node within, String words) {
        return all(within)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.getText().contains(words))
                .findFirst()
                .orElseThrow();
    }

    private static String visibleWords(Node within) {
        return all(within)
                .filter(LessonPaneTest::shown)
                .map(node -> node instanceof Text text && !(text.getParent() instanceof Labeled)
                        ? text.getText()
                        : node instanceof Label label ? label.getText() : "")
                .collect(Collectors.joining("|"));
    }

    private static boolean shown(Node node) {
        return node.isVisible() && (node.getParent() == null || shown(node.getParent()));
    }

    private static void write(Node card, String answer) {
        ((TextField) card.lookup(".lesson-number")).setText(answer);
    }

    @Test
    void theWholeLessonBecomesNodes() throws Exception {
        Node node = pane().node();
        assertThat(visibleWords(node))
                .contains("The rat on the linear track", "After this you can", "six cells")
                .contains("after one episode", "0.225");
        assertThat(all(node).filter(FormulaNode.class::isInstance)).hasSizeGreaterThan(8);
    }

    @Test
    void brokenMathematicsIsSaidInTheText() throws Exception {
        assertThat(visibleWords(pane().node())).contains("\\foo cannot be read: there is no command \\foo");
    }

    @Test
    void aLinkIntoTheSimulationIsHandedOn() throws Exception {
        var pane = pane();
        Headless.onFx(() -> {
            button(pane.node(), "run two episodes").fire();
            return null;
        });
        assertThat(window.followed).singleElement().isInstanceOfSatisfying(LinkTarget.Do.class, link -> {
            assertThat(link.simulation()).isEqualTo("track");
            assertThat(link.amount()).isEqualTo(2);
        });
    }

    @Test
    void theSecondSimulationCanBePutOnTheStage() throws Exception {
        var pane = pane();
        Headless.onFx(() -> {
            button(pane.node(), "Show on stage").fire();
            return null;
        });
        assertThat(window.staged).containsExactly("grid");
    }

    @Test
    void aRightNumberIsToldSoAndExplained() throws Exception {
        var card = pane().cards().get("after-two");
        Headless.onFx(() -> {
            assertThat(visibleWords(card.node())).doesNotContain("Only the pair");
            write(card.node(), "0,225");
            button(card.node(), "Check").fire();
            assertThat(card.verdictWords()).contains("Right.");
            assertThat(visibleWords(card.node())).contains("✓").contains("Only the pair");
            return null;
        });
    }

    @Test
    void aWrongNumberGetsNoExplanationButHintsOneAtATime() throws Exception {
        var card = pane().cards().get("after-two");
        Headless.onFx(() -> {
            write(card.node(), "0.5");
            button(card.node(), "Check").fire();
            assertThat(card.verdictWords()).hasValueSatisfying(words -> assertThat(words).startsWith("Not yet."));
            assertThat(visibleWords(card.node())).contains("✗").doesNotContain("Only the pair", "Which state");
            button(card.node(), "Hint").fire();
            assertThat(visibleWords(card.node())).contains("Which state-action pairs").doesNotContain("The target is");
            button(card.node(), "Hint").fire();
            assertThat(visibleWords(card.node())).contains("The target is");
            return null;
        });
    }

    @Test
    void theAnswerIsOfferedAfterTwoWrongTries() throws Exception {
        var card = pane().cards().get("after-two");
        Headless.onFx(() -> {
            write(card.node(), "0.5");
            button(card.node(), "Check").fire();
            assertThat(shown(button(card.node(), "Show the answer"))).isFalse();
            button(card.node(), "Check").fire();
            button(card.node(), "Show the answer").fire();
            assertThat(card.verdictWords()).contains("The answer: 0.225.");
            return null;
        });
    }

    @Test
    void whatIsNoNumberIsNotCountedAsWrong() throws Exception {
        var card = pane().cards().get("after-two");
        Headless.onFx(() -> {
            write(card.node(), "a quarter");
            button(card.node(), "Check").fire();
            assertThat(card.verdictWords()).contains("Write a number, such as 0.25, 0,25 or 1/4.");
            return null;
        });
    }

    @Test
    void aChosenOptionGetsTheAuthorsFeedback() throws Exception {
        var card = pane().cards().get("why");
        Headless.onFx(() -> {
            var options = all(card.node()).filter(RadioButton.class::isInstance).map(RadioButton.class::cast).toList();
            options.getFirst().setSelected(true);
            button(card.node(), "Check").fire();
            assertThat(visibleWords(card.node())).contains("it does so as well");
            options.getLast().setSelected(true);
            button(card.node(), "Check").fire();
            assertThat(card.verdictWords()).contains("Right.");
            return null;
        });
    }

    @Test
    void arrowsAreSetByClickingAndWrongOnesAreMarked() throws Exception {
        var card = pane().cards().get("arrows");
        Headless.onFx(() -> {
            button(card.node(), "Check").fire();
            assertThat(card.verdictWords()).contains("4 states have no action yet.");
            all(card.node())
                    .filter(node -> node.getStyleClass().contains("lesson-policy-cell"))
                    .forEach(cell -> ((Button) cell).fire()); // the first action is `up`, right for two of the four
            button(card.node(), "Check").fire();
            assertThat(card.verdictWords()).contains("Not yet: 2 of 4 are wrong, marked ✗.");
            return null;
        });
    }

    @Test
    void aLessonLoadedAgainKeepsWhatWasWritten() throws Exception {
        var pane = pane();
        Headless.onFx(() -> {
            write(pane.cards().get("after-two").node(), "0.1");
            pane.show(LessonReader.read(Path.of("sample.md"), SampleLesson.TEXT + "\nOne more line.\n").lesson());
            return null;
        });
        Headless.settle();
        assertThat(visibleWords(pane.node())).contains("One more line.");
        assertThat(((TextField) pane.cards().get("after-two").node().lookup(".lesson-number")).getText())
                .isEqualTo("0.1");
    }

    @Test
    void problemsStandBesideTheLastGoodVersion() throws Exception {
        var pane = pane();
        Headless.onFx(() -> {
            pane.showProblems(List.of(new Problem(Path.of("sample.md"), 12, 3, "this is no number", "Write 0.5")));
            return null;
        });
        assertThat(visibleWords(pane.node())).contains("line 12, column 3: this is no number. Write 0.5").contains("six cells");
    }

    private static ScrollPane scroll(LessonPane pane) {
        return (ScrollPane) pane.node().lookup(".lesson-scroll");
    }

    @Test
    void theTextStandsStillWhenThePaneIsFocused() throws Exception {
        var pane = pane();
        Headless.onFx(() -> {
            double before = scroll(pane).getViewportBounds().getWidth();
            scroll(pane).pseudoClassStateChanged(PseudoClass.getPseudoClass("focused"), true);
            scroll(pane).pseudoClassStateChanged(PseudoClass.getPseudoClass("focus-visible"), true);
            pane.node().getScene().getRoot().applyCss();
            pane.node().getScene().getRoot().layout();
            assertThat(scroll(pane).getViewportBounds().getWidth()).isEqualTo(before);
            return null;
        });
    }

    @Test
    void whoReadsOnAsSoonAsTheFirstWordsStandThereIsNotThrownBack() throws Exception {
        var pane = Headless.onFx(() -> {
            var fresh = new LessonPane(new Formulas(), window, Runnable::run);
            var root = new StackPane(fresh.node());
            new Scene(root, 700, 200);
            fresh.show(SampleLesson.lesson());
            root.applyCss();
            root.layout();
            scroll(fresh).setVvalue(0.5);
            return fresh;
        });
        Headless.settle();
        assertThat(Headless.onFx(() -> scroll(pane).getVvalue())).isPositive();
    }

    /// A question at the lower edge of the window: what is said about an answer would stand below it.
    @Test
    void whatACardSaysIsScrolledIntoSight() throws Exception {
        var pane = pane();
        Node card = pane.cards().get("after-two").node();
        Headless.onFx(() -> {
            var root = (StackPane) pane.node().getScene().getRoot();
            var content = (Region) scroll(pane).getContent();
            root.setMaxHeight(300);
            ((Region) pane.node()).setMaxHeight(300);
            root.layout();
            double hidden = content.getHeight() - scroll(pane).getViewportBounds().getHeight();
            double end = content.sceneToLocal(card.localToScene(card.getLayoutBounds())).getMaxY();
            scroll(pane).setVvalue((end - scroll(pane).getViewportBounds().getHeight()) / hidden);
            root.layout();
            button(card, "Hint").fire();
            return null;
        });
        Headless.settle();
        Headless.settle();
        Headless.onFx(() -> {
            var window = scroll(pane).localToScene(scroll(pane).getLayoutBounds());
            assertThat(card.localToScene(card.getLayoutBounds()).getMaxY()).isLessThanOrEqualTo(window.getMaxY());
            return null;
        });
    }

    @Test
    void noLineIsLongerThanItReadsWell() throws Exception {
        var pane = pane();
        double width = Headless.onFx(() -> all(pane.node())
                .filter(node -> node.getStyleClass().contains("lesson-paragraph"))
                .mapToDouble(node -> node.getLayoutBounds().getWidth())
                .max()
                .orElseThrow());
        assertThat(width).isBetween(300.0, 36.0 * 16);
    }
}
