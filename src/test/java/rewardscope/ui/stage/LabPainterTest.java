package rewardscope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import rewardscope.language.stage.LabLook;
import rewardscope.sim.Frame;
import rewardscope.sim.View;
import rewardscope.ui.Offscreen;
import rewardscope.ui.Pointing;
import rewardscope.ui.RealRuns;
import rewardscope.ui.theme.Palette;

class LabPainterTest {
    private static final String SMALL = "layers: 1, heads: 1, width: 8, batch: 4, pre-train-updates: 2, "
            + "fine-tune-updates: 1, labels: 3, tests: 0, evaluation: 1";
    private static final String DPO =
            "environment: {type: language, world: tiny}\nagent: {type: dpo, " + SMALL + ", dpo-updates: 2}";
    private static final String PPO = "environment: {type: language, world: tiny}\nagent: {type: rlhf-ppo, " + SMALL
            + ", reward-updates: 1, answers: 2, iterations: 1}";

    private static LabScene scene(Frame frame) {
        return LabScene.of(look(frame), frame.view().event());
    }

    private static LabLook look(Frame frame) {
        return ((View.World.Lab) frame.view().world()).look();
    }

    @Test
    void beforeTheFirstActTheModelAnswersAPromptOfEachKind() {
        var scene = scene(RealRuns.frame(DPO));
        assertThat(scene.passages())
                .hasSizeBetween(2, 3)
                .allMatch(p -> p.facts().getFirst().name().equals("true quality"));
    }

    @Test
    void aPreferencePairSaysWhichIsChosenAndItsMarginIsTheDifferenceOfItsRewards() {
        var frame = RealRuns.frame(DPO, RealRuns.acts(2 + 1 + 1 + 3 + 1));
        var scene = scene(frame);
        assertThat(scene.passages()).extracting(LabScene.Passage::mark).containsExactly("✓ chosen", "✗ rejected");
        double chosen = scene.passages().getFirst().facts().getFirst().value();
        double rejected = scene.passages().getLast().facts().getFirst().value();
        assertThat(scene.facts().getFirst().name()).isEqualTo("margin");
        assertThat(scene.facts().getFirst().value()).isEqualTo(chosen - rejected);
        assertThat(LabWords.spoken(look(frame), scene)).contains("Prompt: ", "chosen: ", "rejected: ", "margin ");
    }

    @Test
    void everyPieceLiesInThePictureAndEveryTokenHasItsNumbersUnderIt() {
        for (int acts = 0; acts < 40; acts += 3) {
            var frame = acts == 0 ? RealRuns.frame(PPO) : RealRuns.frame(PPO, RealRuns.acts(acts));
            var scene = scene(frame);
            var area = new Box(0, 0, 660, 280);
            var pieces = LabLayout.of(scene, area).pieces();
            assertThat(pieces).isNotEmpty().allMatch(p -> p.box().bottom() <= 281 && p.box().x() >= 0);
            for (var passage : scene.passages()) {
                assertThat(passage.rows()).allMatch(row -> row.values().length == passage.tokens().size());
            }
        }
    }

    @Test
    void theLabIsPaintedInBothThemesAndInAnySize() {
        var frame = RealRuns.frame(PPO, RealRuns.acts(8));
        for (Palette palette : new Palette[] {Palette.LIGHT, Palette.DARK}) {
            Offscreen.run(() -> {
                var pane = new StagePane(new Pointing(), _ -> {});
                Scene scene = Offscreen.scene(pane.node(), 900, 500, palette);
                pane.show(frame);
                Offscreen.layout(scene);
                pane.firstView().resize(90, 60);
                assertThat(pane.firstView().drawings()).isPositive();
                assertThat(pane.firstView().picture().orElseThrow().view().world()).isInstanceOf(View.World.Lab.class);
            });
        }
    }
}
