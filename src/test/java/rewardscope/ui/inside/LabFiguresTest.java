package rewardscope.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import rewardscope.agent.Schedule;
import rewardscope.language.stage.LabEvents;
import rewardscope.sim.Command;
import rewardscope.sim.Curve;
import rewardscope.sim.Frame;
import rewardscope.sim.Intervention;
import rewardscope.ui.Offscreen;
import rewardscope.ui.RealRuns;
import rewardscope.ui.theme.Palette;

/// The figures of the language lab say what the records say.
class LabFiguresTest {
    private static final String TINY = """
            environment: {type: language, world: tiny}
            agent: {type: pipeline, layers: 1, width: 8, batch: 8, pre-train-updates: 20, fine-tune-updates: 10, labels: 20,
                    tests: 20, reward-updates: 30, iterations: 2, answers: 8, dpo-updates: 12, evaluation: 5}
            """;

    private static Frame after(int updates, int acts) {
        return RealRuns.frame(TINY, RealRuns.watching(), new Command.Step(Command.Unit.UPDATE, updates),
                RealRuns.acts(acts));
    }

    private static Curve.Points curve(double... values) {
        var curve = new Curve("test");
        for (int i = 0; i < values.length; i++) {
            curve.add(i + 1, values[i]);
        }
        return curve.toPoints();
    }

    private static void paint(Frame frame) {
        Offscreen.run(() -> {
            var pane = new InsidePane();
            Scene scene = Offscreen.scene(pane.node(), 620, 240, Palette.DARK);
            pane.show(frame);
            assertThat(pane.titles())
                    .containsExactly("Reward model", "Tokens", "Training", "Margin", "Frontier", "Closed form");
            for (String title : pane.titles()) {
                pane.choose(title);
                Offscreen.layout(scene);
                assertThat(pane.view().getAccessibleText()).startsWith(title + ": ").hasSizeGreaterThan(title.length() + 9);
            }
        });
    }

    @Test
    void everyTokensRewardIsTheScoreLessThePenalty() {
        var frame = after(62, 0); // both batches of PPO are over
        var answer = AnswerTokens.of(frame.view()).orElseThrow();
        int last = answer.tokens().size() - 1;
        for (int t = 0; t <= last; t++) {
            LabEvents.TokenScore token = answer.tokens().get(t).scored();
            assertThat(token.reward()).isCloseTo(
                    -answer.klCoef() * (token.logp() - token.refLogp()) + (t == last ? answer.score() : 0), within(1e-9));
        }
        assertThat(answer.tokens()).allSatisfy(token -> assertThat(token.ratio()).isPositive());
        assertThat(TokensFigure.sum(answer, last)).contains("+ score").contains("“(end)”");
        assertThat(TokensFigure.sum(answer, 0)).startsWith("“" + answer.tokens().getFirst().word() + "”");
        paint(frame);
    }

    @Test
    void theOptimumIsThereForEveryPromptOfEveryPolicyThatLearned() {
        var frame = after(74, 0);
        assertThat(frame.view().looks().calibration()).as("the stage is over, and its test still known").isNotEmpty();
        var optima = frame.view().looks().optima();
        assertThat(optima).extracting("model").containsExactly("ppo", "ppo", "dpo", "dpo");
        assertThat(optima).allSatisfy(form -> {
            assertThat(form.bars().stream().mapToDouble(bar -> bar.policy()).sum()).isCloseTo(1, within(1e-3));
            assertThat(form.bars().stream().mapToDouble(bar -> bar.optimum()).sum()).isCloseTo(1, within(1e-9));
        });
        assertThat(OptimumFigure.sentence(optima.getLast())).contains("DPO").contains("total variation");
        paint(frame);
    }

    @Test
    void aShareHasWilsonsInterval() {
        assertThat(RewardModelFigure.interval(0.5, 100)[0]).isCloseTo(0.4038, within(1e-3));
        assertThat(RewardModelFigure.interval(0.5, 100)[1]).isCloseTo(0.5962, within(1e-3));
        assertThat(RewardModelFigure.interval(1, 10)[1]).isCloseTo(1, within(1e-12));
    }

    @Test
    void aFallOfTheChosenAnswersIsExplained() {
        assertThat(MarginFigure.sentence(curve(0, -0.4), curve(0, -1))).isEqualTo(
                "Chosen answers are less likely, rejected ones less likely; the margin is +0.60.");
        assertThat(MarginFigure.why(curve(0, -0.4), curve(0, -1))).contains("both fall");
        assertThat(MarginFigure.why(curve(0, 0.4), curve(0, -1))).contains("would be as content");
    }

    @Test
    void overOptimisationIsNamedOnlyWhereTheTruthFallsAndTheScoreRises() {
        var score = Optional.of(curve(0, 0.3, 0.6, 0.9, 1.2, 1.4, 1.5));
        assertThat(FeedbackFigure.sentence("ppo", score, Optional.of(curve(0.5, 0.6, 0.7, 0.6, 0.5, 0.4, 0.3))))
                .contains("optimised too far");
        assertThat(FeedbackFigure.sentence("ppo", score, Optional.of(curve(0.5, 0.6, 0.7, 0.7, 0.8, 0.8, 0.8))))
                .isEqualTo("PPO: the score has gone up by 1.30, the true quality up by 0.25.");
    }

    /// Forked after the reward model, with longer steps: PPO goes two ways, and DPO, which has a rate of its own, one.
    @Test
    void theFrontierHoldsTheWaysOfAllBranches() {
        var fast = new Intervention.ParameterChange("policy-rate", new Schedule.Constant(0.01));
        var frame = RealRuns.frame(TINY, RealRuns.watching(), new Command.Step(Command.Unit.UPDATE, 60),
                new Command.Fork(), new Command.Intervene(fast), new Command.Step(Command.Unit.UPDATE, 14),
                new Command.SelectBranch(0), new Command.Step(Command.Unit.UPDATE, 14));
        assertThat(frame.views()).hasSize(2);
        var figure = new FrontierFigure();
        assertThat(figure.spoken(frame.view(), frame.views())).contains("PPO A pays", "PPO B pays", "DPO A pays")
                .doesNotContain("DPO B pays");
        assertThat(figure.spoken(frame.view())).contains("PPO pays").doesNotContain(" A ", " B ");
        paint(frame);
    }
}
