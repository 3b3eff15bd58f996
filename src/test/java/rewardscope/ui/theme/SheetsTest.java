package rewardscope.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rewardscope.ui.Headless;

class SheetsTest {
    @BeforeAll
    static void start() throws Exception {
        Headless.start();
    }

    @Test
    void aPanesSheetComesToEverySceneThatThePaneStandsIn() throws Exception {
        Headless.onFx(() -> {
            var pane = new StackPane();
            Sheets.need(pane, "table");
            var first = new Scene(pane);
            assertThat(first.getStylesheets()).singleElement().asString().endsWith("table.css");
            first.setRoot(new Group());
            var second = new Scene(new Group(pane));
            assertThat(second.getStylesheets()).singleElement().asString().endsWith("table.css");
            return true;
        });
    }

    @Test
    void aDressedSceneGetsNothingMore() throws Exception {
        Headless.onFx(() -> {
            var root = new Group();
            var scene = new Scene(root);
            Sheets.dress(scene);
            List<String> all = List.copyOf(scene.getStylesheets());
            var pane = new StackPane();
            Sheets.need(pane, "chart");
            root.getChildren().add(pane);
            assertThat(scene.getStylesheets()).isEqualTo(all).doesNotHaveDuplicates();
            return true;
        });
    }

    @Test
    void aSheetThatThereIsNotIsNamed() {
        assertThatThrownBy(() -> Sheets.need(new StackPane(), "tabel")).hasMessageContaining("tabel").hasMessageContaining("table");
    }

    /// One that a node has makes every search for styles below it walk through all parents there are.
    @Test
    void noNodeHasASheetOfItsOwn() throws IOException {
        Path source = Path.of(System.getProperty("rewardscope.home"), "src/main/java/rewardscope");
        try (Stream<Path> files = Files.walk(source)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("Sheets.java")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("getStylesheets()"));
        }
    }
}
