package rewardscope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rewardscope.agent.StepEvent.Place;
import rewardscope.agent.bandit.BanditAgent;
import rewardscope.agent.bandit.UpperConfidenceBound;
import rewardscope.sim.Frame;
import rewardscope.sim.View;
import rewardscope.ui.Offscreen;
import rewardscope.ui.Pointing;
import rewardscope.ui.RealRuns;
import rewardscope.ui.theme.Palette;

class ArmsStageTest {
    private StagePane pane;
    private Scene scene;

    @BeforeEach
    void open() {
        Offscreen.run(() -> {
            pane = new StagePane(new Pointing(), _ -> {});
            scene = Offscreen.scene(pane.node(), 700, 360, Palette.LIGHT);
        });
    }

    private void show(Frame frame) {
        Offscreen.run(() -> {
            pane.show(frame);
            Offscreen.layout(scene);
        });
    }

    private static Frame run(String agent, int acts) {
        return RealRuns.frame(
                "environment: {type: bandit, arms: 3, means: [0.2, 0.5, 1]}\nagent: {type: " + agent + "}",
                RealRuns.acts(acts));
    }

    private static List<ArmMarks> marks(Frame frame) {
        return ArmMarks.of(frame.view(), (View.World.Arms) frame.view().world());
    }

    @Test
    void theTruthIsHiddenUntilItIsAskedForAndAgainInTheNextExperiment() {
        show(run("epsilon-greedy", 20));
        var view = pane.firstView();
        var place = new Place(0, 1);
        var shown = view.picture().orElseThrow().view();
        assertThat(Description.exact(shown, view.painter(), place)).doesNotContain("true mean");
        var button = (ToggleButton) Offscreen.on(() -> pane.node().lookup("#show-truth"));
        Offscreen.run(() -> button.setSelected(true));
        assertThat(Description.exact(shown, view.painter(), place)).contains("true mean = 0.5");
        show(run("ucb", 20));
        assertThat(button.isSelected()).isFalse();
    }

    @Test
    void anUpperConfidenceBoundIsTheBooks() {
        Frame frame = run("ucb", 12);
        var pull = (UpperConfidenceBound.Pull) frame.view().event().orElseThrow();
        var marks = marks(frame);
        for (int a = 0; a < 3; a++) {
            var arm = pull.arms().get(a);
            assertThat(marks.get(a).high()).isCloseTo(arm.q() + 2 * Math.sqrt(Math.log(13) / arm.n()), within(1e-12));
            assertThat(marks.get(a).low()).isNaN();
        }
        assertThat(marks(run("ucb", 1)))
                .filteredOn(mark -> mark.n() == 0)
                .hasSize(2)
                .allMatch(mark -> Double.isInfinite(mark.high()));
    }

    @Test
    void theStandardErrorIsTheDeviationOverTheRootOfThePulls() {
        var frame = run("epsilon-greedy", 50);
        var pull = (BanditAgent.Pulled) frame.view().event().orElseThrow();
        for (var arm : pull.arms()) {
            if (arm.n() > 0) {
                var mark = marks(frame).get(arm.arm());
                assertThat(mark.high() - mark.low()).isCloseTo(2 / Math.sqrt(arm.n()), within(1e-12));
            }
        }
    }

    @Test
    void everyRuleMarksTheArmThatItPulled() {
        for (String agent : List.of("greedy", "epsilon-greedy", "ucb", "softmax", "gradient-bandit", "thompson")) {
            Frame frame = run(agent, 9);
            assertThat(ArmsPainter.chosen(frame.view())).as(agent).isBetween(0, 2);
            assertThat(marks(frame)).as(agent).hasSize(3);
            assertThat(marks(frame).stream().mapToInt(ArmMarks::n).sum()).as(agent).isEqualTo(9);
            show(frame);
            assertThat(pane.firstView().painter().spoken(pane.firstView().picture().orElseThrow()))
                    .as(agent)
                    .startsWith("3 arms, arm ");
        }
    }

    @Test
    void aGradientBanditsPreferencesSumToZero() {
        double sum = marks(run("gradient-bandit", 30)).stream()
                .mapToDouble(ArmMarks::preference)
                .sum();
        assertThat(sum).isCloseTo(0, within(1e-12));
    }
}
