package rewardscope.ui.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rewardscope.agent.Schedule;
import rewardscope.sim.Command;
import rewardscope.sim.Intervention.ParameterChange;
import rewardscope.ui.Offscreen;
import rewardscope.ui.RealRuns;

class SwitchBarTest {
    private static final String BAIRD = "environment: {preset: baird}\nagent: {type: linear-td, bootstrapping: false}";

    @Test
    void aSwitchStandsAsItIsInForceAndThrowingItIsALoggedChange() {
        List<Command> sent = new ArrayList<>();
        Offscreen.run(() -> {
            var bar = new SwitchBar(sent::add);
            bar.show(RealRuns.frame(BAIRD));
            assertThat(bar.node().isVisible()).isTrue();
            assertThat(bar.of("function-approximation").isSelected()).isTrue();
            assertThat(bar.of("bootstrapping").isSelected()).isFalse();
            bar.of("bootstrapping").fire();
        });
        assertThat(sent).containsExactly(
                new Command.Intervene(new ParameterChange("bootstrapping", new Schedule.Constant(1))));
    }

    @Test
    void anAgentWithoutSwitchesHasNoBarAndSwitchesHaveNoSlider() {
        Offscreen.run(() -> {
            var bar = new SwitchBar(_ -> {});
            bar.show(RealRuns.frame("environment: {preset: linear-track}\nagent: {type: q-learning}"));
            assertThat(bar.node().isVisible()).isFalse();
            var sliders = new ParametersPane(_ -> {});
            sliders.show(RealRuns.frame(BAIRD));
            assertThat(sliders.names()).containsExactly("alpha", "gamma");
        });
    }
}
