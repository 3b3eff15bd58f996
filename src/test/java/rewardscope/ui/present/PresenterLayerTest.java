package rewardscope.ui.present;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rewardscope.ui.Headless;
import rewardscope.ui.theme.Palette;

class PresenterLayerTest {
    private final StackPane over = new StackPane();
    private final PresenterLayer layer = new PresenterLayer(over);

    @BeforeAll
    static void start() throws Exception {
        Headless.start();
    }

    private boolean press(KeyCode key) throws Exception {
        return Headless.onFx(() -> layer.press(key));
    }

    @Test
    void aFullStopBlanksTheScreenAndAnyKeyBringsItBack() throws Exception {
        press(KeyCode.PERIOD);
        assertThat(layer.blank()).isTrue();
        assertThat(press(KeyCode.PAGE_DOWN)).as("the key does nothing else").isTrue();
        assertThat(layer.blank()).isFalse();
        assertThat(press(KeyCode.PAGE_DOWN)).as("and is the window's again").isFalse();
    }

    @Test
    void notesAreSeenOnDemandOnlyAndEscapeTakesThemAway() throws Exception {
        Headless.onFx(() -> {
            new Scene(over, 900, 600);
            layer.notes(Optional.of("Ask first."));
            return true;
        });
        assertThat(over.lookup("#presenter-notes")).isNull();
        press(KeyCode.S);
        assertThat(((Label) over.lookup("#presenter-notes")).getText()).contains("Ask first.");
        assertThat(press(KeyCode.ESCAPE)).isTrue();
        assertThat(over.lookup("#presenter-notes")).isNull();
        assertThat(press(KeyCode.ESCAPE)).as("nothing is left to take away").isFalse();
    }

    @Test
    void aVoteCountsDownAndShowsTheSharesOfWhatWasTyped() throws Exception {
        var page = Headless.onFx(VotePage::new);
        Headless.onFx(() -> {
            new Scene(new StackPane(page.node()), 900, 600);
            page.start(60);
            page.tick();
            return true;
        });
        assertThat(((Label) page.node().lookup("#vote-clock")).getText()).isEqualTo("0:59");
        Headless.onFx(() -> {
            page.stop();
            page.counts().get(0).setText("6");
            page.counts().get(1).setText("2");
            page.counts().get(2).setText("many");
            return true;
        });
        assertThat(page.shares()).extracting(Label::getText).containsExactly("75 %", "25 %", "0 %", "0 %");
    }

    @Test
    void aProjectorsInkIsBlackOnWhiteOrWhiteOnBlack() {
        assertThat(Palette.LIGHT.projected().ink()).isEqualTo(javafx.scene.paint.Color.BLACK);
        assertThat(Palette.DARK.projected().ink()).isEqualTo(javafx.scene.paint.Color.WHITE);
    }
}
