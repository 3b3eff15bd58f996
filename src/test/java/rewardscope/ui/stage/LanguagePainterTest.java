package rewardscope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import rewardscope.agent.StepEvent.Place;
import rewardscope.sim.View;
import rewardscope.ui.Offscreen;
import rewardscope.ui.Pointing;
import rewardscope.ui.RealRuns;
import rewardscope.ui.theme.Palette;

class LanguagePainterTest {
    @Test
    void aLanguageModelIsPaintedInBothThemesAndInAnySize() {
        var frame = RealRuns.frame(
                "environment: {type: language, prompt: the rat}\n"
                        + "agent: {type: next-token, heads: 3, width: 12, batch: 2}",
                RealRuns.acts(3));
        for (Palette palette : new Palette[] {Palette.LIGHT, Palette.DARK}) {
            Offscreen.run(() -> {
                var pane = new StagePane(new Pointing(), _ -> {});
                Scene scene = Offscreen.scene(pane.node(), 900, 500, palette);
                pane.show(frame);
                Offscreen.layout(scene);
                pane.firstView().resize(90, 60);
                assertThat(pane.firstView().drawings()).isPositive();
                assertThat(pane.firstView().picture().orElseThrow().view().world())
                        .isInstanceOf(View.World.Language.class);
            });
        }
    }

    private static final String RAT = "environment: {type: language, prompt: the rat}\n"
            + "agent: {type: next-token, heads: 3, width: 12, batch: 2}";

    @Test
    void everyTokenIsFoundWhereItsRowIsDrawnInWhateverLayerAndHead() {
        var frame = RealRuns.frame(RAT, RealRuns.acts(1));
        for (int head = -1; head < 3; head++) {
            var picture = new Picture(frame.view(), Layer.VALUES, Palette.LIGHT, new Box(0, 0, 800, 400), false,
                    Optional.empty(), Optional.empty(), Optional.empty(), new AttentionChoice(0, head), Motion.REST);
            var painter = new LanguagePainter();
            for (int token = 0; token < 7; token++) {
                Box row = painter.boxOf(picture, Place.of(token)).orElseThrow();
                assertThat(painter.at(picture, row.centerX(), row.centerY())).contains(Place.of(token));
            }
            assertThat(painter.boxOf(picture, Place.of(7))).isEmpty();
            assertThat(painter.neighbour(picture, 6, 1, 0)).isEmpty();
            assertThat(painter.neighbour(picture, 6, -1, 0)).hasValue(5);
        }
    }

    @Test
    void aScreenReaderHearsWhatTheModelWritesExpectsAndLooksAt() {
        var frame = RealRuns.frame(RAT, RealRuns.acts(1));
        var look = ((View.World.Language) frame.view().world()).look();
        String spoken = LanguageWords.spoken(look, new AttentionChoice(1, 2), 2);
        assertThat(spoken).startsWith("A language model. After the rat it writes: ");
        assertThat(spoken).contains("After character 3, e, it expects ");
        assertThat(spoken).contains("Head 3 of layer 2 looks most at character ");
        assertThat(LanguageWords.exact(look, 2)).startsWith("“e”, place 3\np = 0.0");
    }
}
