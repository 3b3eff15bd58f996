package rewardscope.language.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rewardscope.agent.Schedule;
import rewardscope.agent.Trial;
import rewardscope.language.Worlds;
import rewardscope.sim.Catalogue;

/// In a world of eight tokens, PPO and DPO come to the policy that the theory names: π* ∝ π_ref exp(r/β).
class TinyWorldOptimumTest {
    private static final double NEAR = 0.05;

    private static Pipeline run(String type, Map<String, Object> values, long seed) {
        var all = new HashMap<String, Object>(Map.of(
                "width", 16, "layers", 1, "batch", 256, "evaluation", 20, "pre-train-updates", 200,
                "fine-tune-updates", 50));
        all.putAll(values);
        var agent = (Pipeline) Trial.agent(Catalogue.named(type).orElseThrow(), Worlds.spec("tiny"), all, seed);
        while (!agent.finished()) {
            agent.advance();
        }
        return agent;
    }

    /// @return the model's total variation from the optimum in the worst prompt
    private static double variation(Pipeline agent, String model) {
        double most = 0;
        for (var prompt : agent.world().prompts()) {
            var form = agent.closedForm(model, prompt).orElseThrow();
            assertThat(form.referenceVariation()).as("the reference is far from it").isGreaterThan(3 * NEAR);
            assertThat(form.bars().stream().mapToDouble(ClosedForm.Bar::optimum).sum()).isBetween(0.999999, 1.000001);
            most = Math.max(most, form.totalVariation());
        }
        assertThat(agent.metrics()).containsEntry(model + "-total-variation", most);
        return most;
    }

    private static double ppo(long seed) {
        var fading = new Schedule.Linear(0.003, 0, 60 * 256);
        return variation(run("rlhf-ppo", Map.of(
                "reward", "true",
                "reward-scale", 4.0,
                "kl-coefficient", new Schedule.Constant(1),
                "answers", 256,
                "iterations", 60,
                "policy-rate", fading,
                "value-rate", fading), seed), "ppo");
    }

    @Test
    void ppoFindsTheClosedFormOptimum() {
        assertThat(ppo(1)).isLessThan(NEAR);
    }

    @Tag("soak")
    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5})
    void ppoFindsItOnOtherSeedsToo(long seed) {
        assertThat(ppo(seed)).isLessThan(NEAR);
    }

    @Tag("soak")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void dpoFindsItFromEnoughLabels(long seed) {
        var agent = run("dpo", Map.of(
                "labels", 20_000,
                "tests", 0,
                "noise", 2.0,
                "beta", new Schedule.Constant(1),
                "dpo-rate", new Schedule.Constant(0.002),
                "dpo-updates", 600), seed);
        assertThat(variation(agent, "dpo")).isLessThan(NEAR);
    }
}
