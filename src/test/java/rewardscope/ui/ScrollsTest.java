package rewardscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import rewardscope.ui.theme.Palette;

class ScrollsTest {
    @Test
    void noImageIsKeptOfWhatIsSeen() {
        Offscreen.run(() -> {
            var area = new TextArea("one line");
            Scrolls.paintOnlyWhatChanges(area);
            var page = new VBox(Scrolls.around(new Label("one word")), area);
            Offscreen.scene(page, 300, 300, Palette.LIGHT);
            assertThat(page.lookupAll(".viewport")).hasSize(2).noneMatch(viewport -> viewport.isCache());
        });
    }

    @Test
    void javaFxItselfKeepsOne() {
        Offscreen.run(() -> {
            var pane = new ScrollPane(new Label("one word"));
            Offscreen.scene(new VBox(pane), 300, 300, Palette.LIGHT);
            assertThat(pane.lookup(".viewport").isCache()).isTrue();
        });
    }
}
