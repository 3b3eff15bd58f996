package rewardscope.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.sim.Runner;
import rewardscope.ui.Offscreen;
import rewardscope.ui.RealRuns;
import rewardscope.ui.theme.Palette;

class ProbePaneTest {
    private static final String TINY = """
            environment: {type: language, world: tiny}
            agent: {type: reward-model, layers: 1, width: 8, batch: 8, pre-train-updates: 20, fine-tune-updates: 10,
                    labels: 20, tests: 10, reward-updates: 10}
            """;

    @Test
    void anyTypedAnswerHasARewardAndATrueQuality() {
        try (var runner = new Runner(RealRuns.experiment(TINY), Frame.Speed.FASTEST)) {
            runner.send(new Command.Step(Command.Unit.UPDATE, 40));
            var frame = RealRuns.settle(runner);
            var pane = Offscreen.on(() -> new ProbePane(runner::send));
            Offscreen.run(() -> {
                Scene scene = Offscreen.scene(pane.node(), 700, 200, Palette.LIGHT);
                pane.show(frame);
                pane.answer().setText("fish please");
                Offscreen.layout(scene);
            });
            assertThat(after(runner, pane)).startsWith("reward of the whole answer").contains("true quality 1.00");
            Offscreen.run(() -> pane.answer().setText("fish pl"));
            assertThat(after(runner, pane)).isEmpty();
            Offscreen.run(() -> pane.answer().setText("bah"));
            assertThat(after(runner, pane)).contains("helpful 0").contains("polite 0");
        }
    }

    /// What it says once everything that it asked has been answered.
    private static String after(Runner runner, ProbePane pane) {
        for (int i = 0; i < 3; i++) {
            RealRuns.settle(runner);
            Offscreen.run(() -> {});
        }
        return Offscreen.on(pane::verdict);
    }
}
