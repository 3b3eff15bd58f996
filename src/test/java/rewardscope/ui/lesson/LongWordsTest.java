package rewardscope.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rewardscope.ui.Headless;

/// Words from right to left that are wider than a line.
class LongWordsTest {
    private static final int WIDTH = 160;

    @BeforeAll
    static void start() throws Exception {
        Headless.start();
    }

    private static TextFlow laidOut(String words) throws Exception {
        return Headless.onFx(() -> {
            TextFlow flow = LessonText.plain(words, "lesson-paragraph");
            var root = new StackPane(flow);
            new Scene(root, WIDTH, 900);
            root.resize(WIDTH, 900);
            root.applyCss();
            root.layout();
            return flow;
        });
    }

    private static String read(TextFlow flow) {
        return flow.getChildren().stream().map(node -> ((Text) node).getText()).collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(strings = {"החולדההחולדההחולדההחולדההחולדההחולדההחולדה", "أبج القيمةالقيمةالقيمةالقيمةالقيمةالقيمةالقيمة دهو"})
    void aWordThatIsWiderThanItsLineIsBrokenAndNotClipped(String words) throws Exception {
        TextFlow flow = laidOut(words);
        for (Node node : flow.getChildren()) {
            var place = node.getBoundsInParent();
            assertThat(place.getMinX()).isGreaterThanOrEqualTo(-1);
            assertThat(place.getMaxX()).isLessThanOrEqualTo(WIDTH + 1.0);
        }
        assertThat(flow.getHeight()).isGreaterThan(0);
        assertThat(read(flow).replaceAll("[\\u200A\\u200D]", "")).isEqualTo(words);
    }

    @Test
    void wordsOfUsualLengthAreLeftAsTheyAre() throws Exception {
        String words = "וכשהתרנגולת של 12 החולדות";
        assertThat(read(laidOut(words))).isEqualTo(words);
    }
}
