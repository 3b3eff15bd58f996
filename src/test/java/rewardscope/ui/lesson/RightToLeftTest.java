package rewardscope.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rewardscope.lesson.Lesson;
import rewardscope.lesson.LessonReader;
import rewardscope.ui.Headless;
import rewardscope.ui.formula.FormulaNode;
import rewardscope.ui.formula.Formulas;
import rewardscope.ui.theme.Palette;
import rewardscope.ui.theme.Theme;

/// A lesson in Hebrew, with a sentence in Arabic and one in English.
class RightToLeftTest {
    @BeforeAll
    static void start() throws Exception {
        Headless.start();
    }

    private static LessonPane pane(double scale) throws Exception {
        Path file = Path.of(RightToLeftTest.class.getResource("/lessons/hebrew.md").toURI());
        Lesson lesson = LessonReader.read(file, Files.readString(file)).lesson();
        LessonPane pane = Headless.onFx(() -> {
            var made = new LessonPane(new Formulas(), new SampleLesson.Window(), Runnable::run);
            made.setTextScale(scale);
            made.show(lesson);
            var root = new StackPane(made.node());
            var scene = new Scene(root, 480, 900);
            Theme.apply(scene, root, Palette.LIGHT, scale);
            root.applyCss();
            root.layout();
            root.layout();
            return made;
        });
        Headless.settle();
        return pane;
    }

    private static Node page(LessonPane pane) {
        return pane.node().lookup(".lesson-page");
    }

    private static List<TextFlow> paragraphs(LessonPane pane) {
        return CardHand.seen(page(pane))
                .filter(node -> node.getStyleClass().contains("lesson-paragraph"))
                .map(TextFlow.class::cast)
                .toList();
    }

    private static TextFlow paragraph(LessonPane pane, String words) {
        return paragraphs(pane).stream()
                .filter(flow -> flow.getChildren().stream().anyMatch(node -> node instanceof Text text && text.getText().contains(words)))
                .findFirst()
                .orElseThrow();
    }

    private static double leftOf(LessonPane pane, Node node) {
        return page(pane).sceneToLocal(node.localToScene(node.getLayoutBounds())).getMinX();
    }

    private static double rightOf(LessonPane pane, Node node) {
        return page(pane).sceneToLocal(node.localToScene(node.getLayoutBounds())).getMaxX();
    }

    @Test
    void eachParagraphGoesTheWayOfItsFirstLetter() throws Exception {
        var pane = pane(1);
        assertThat(paragraph(pane, "החולדה").getEffectiveNodeOrientation()).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
        assertThat(paragraph(pane, "القيمة").getEffectiveNodeOrientation()).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
        assertThat(paragraph(pane, "English").getEffectiveNodeOrientation()).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
    }

    @Test
    void theWordsBeginAtTheRightEdge() throws Exception {
        var pane = pane(1);
        var flow = paragraph(pane, "القيمة");
        var words = flow.getChildren().getFirst();
        assertThat(rightOf(pane, flow) - rightOf(pane, words)).isLessThan(2);
        assertThat(leftOf(pane, words)).isGreaterThan(leftOf(pane, flow));
    }

    @Test
    void formulasAndFieldsStayLeftToRight() throws Exception {
        var pane = pane(1);
        var nodes = CardHand.seen(page(pane)).toList();
        assertThat(nodes).filteredOn(FormulaNode.class::isInstance).isNotEmpty().allSatisfy(node -> {
            assertThat(node.getEffectiveNodeOrientation()).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
            assertThat(node.localToScene(1, 0).getX()).as("not drawn in a mirror").isGreaterThan(node.localToScene(0, 0).getX());
        });
        assertThat(nodes).filteredOn(TextField.class::isInstance).isNotEmpty().allSatisfy(node ->
                assertThat(node.getEffectiveNodeOrientation()).isEqualTo(NodeOrientation.LEFT_TO_RIGHT));
    }

    @Test
    void theMarkOfAListStandsToTheRightOfItsWords() throws Exception {
        var pane = pane(1);
        Node item = paragraph(pane, "0.225");
        Node mark = CardHand.seen(page(pane))
                .filter(node -> node.getStyleClass().contains("lesson-list-mark"))
                .findFirst()
                .orElseThrow();
        assertThat(leftOf(pane, mark)).isGreaterThan(rightOf(pane, item) - 2);
    }

    @Test
    void nothingIsClippedAtAnySizeOfText() throws Exception {
        for (double scale : new double[] {1, 1.5, 2}) {
            var pane = pane(scale);
            assertThat(Headless.onFx(() -> Overflow.in(page(pane)))).as("at " + scale).isEmpty();
        }
    }

    @Test
    void aNumberInAnyDigitsIsTheSameNumber() throws Exception {
        var pane = pane(1);
        for (String typed : List.of("0.225", "0,225", "٠٫٢٢٥", "۰٫۲۲۵", "٠,٢٢٥", "\u200F0.225\u200E", " 9/40 ", "०.२२५")) {
            Headless.onFx(() -> {
                var hand = CardHand.on(pane, "after-two");
                ((TextField) hand.node().lookup(".lesson-number")).setText(typed);
                hand.check();
                assertThat(hand.verdict()).as(typed).contains("Right.");
                return true;
            });
        }
    }
}
