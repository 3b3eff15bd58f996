package rewardscope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
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
}
