package rewardscope.agent.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rewardscope.agent.AgentType;
import rewardscope.agent.Schedule;
import rewardscope.agent.Trial;
import rewardscope.env.bandit.BanditSpec;
import rewardscope.nn.Oracle;

/// Sutton & Barto's ten-armed testbed (figure 2.2): averages over 2,000 problems.
class TestbedTest {
    private static final int RUNS = 2000;
    private static final int STEPS = 1000;

    /// Averages by step, over all runs.
    private record Curves(double[] reward, double[] optimal) {}

    private static Curves run(AgentType rule, Map<String, Object> values) {
        var reward = new double[STEPS];
        var optimal = new double[STEPS];
        for (int seed = 1; seed <= RUNS; seed++) {
            var agent = (BanditAgent) Trial.agent(rule, BanditSpec.of(10), values, seed);
            for (int i = 0; i < STEPS; i++) {
                agent.advance();
                reward[i] += agent.r / RUNS;
                optimal[i] += agent.environment().optimal(agent.a) ? 100.0 / RUNS : 0;
            }
        }
        return new Curves(reward, optimal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.01", "0.1"})
    void epsilonGreedyFollowsTheBooksCurves(String epsilon) {
        var reference = Oracle.read("bandits").get("figure_2_2").get("eps=" + epsilon);
        var curves = run(
                EpsilonGreedy.TYPE, Map.of("epsilon", new Schedule.Constant(Double.parseDouble(epsilon))));

        // Four standard errors of the difference between an average over 2,000 runs and one over 20,000.
        double errors = 4 * Math.sqrt(1 + 0.1);
        for (var point : reference.get("at_step").properties()) {
            int i = Integer.parseInt(point.getKey()) - 1;
            var expected = point.getValue();
            assertThat(curves.reward()[i])
                    .as("reward at step %d", i + 1)
                    .isCloseTo(
                            expected.get("avg_reward").asDouble(),
                            within(errors * expected.get("se_reward_2000_runs").asDouble()));
            assertThat(curves.optimal()[i])
                    .as("%% optimal at step %d", i + 1)
                    .isCloseTo(
                            expected.get("pct_optimal").asDouble(),
                            within(errors * expected.get("se_pct_2000_runs").asDouble()));
        }
    }

    @Test
    void greedyIsEpsilonGreedyWithoutTheCoin() {
        var reference = Oracle.read("bandits").get("figure_2_2").get("eps=0");
        double mean = 0;
        for (double reward : run(Greedy.TYPE, Map.of()).reward()) {
            mean += reward / STEPS;
        }
        assertThat(mean)
                .isCloseTo(
                        reference.get("mean_reward_over_all_steps").asDouble(),
                        within(4 * Math.sqrt(1.1) * reference.get("se_mean_reward_2000_runs").asDouble()));
    }

    @Test
    void optimisticGreedyFindsTheBestArmMoreOftenThanRealisticEpsilonGreedy() {
        Map<String, Object> optimistic = Map.of("initial", 5.0, "alpha", new Schedule.Constant(0.1));
        Map<String, Object> realistic =
                Map.of("epsilon", new Schedule.Constant(0.1), "alpha", new Schedule.Constant(0.1));
        double atTheEnd = run(Greedy.TYPE, optimistic).optimal()[STEPS - 1];
        assertThat(atTheEnd).isGreaterThan(run(EpsilonGreedy.TYPE, realistic).optimal()[STEPS - 1] + 3);
    }

    @Test
    void ucbJumpsAtTheEleventhPullAndThompsonEndsBest() {
        var ucb = run(UpperConfidenceBound.TYPE, Map.of());
        // The best of ten single samples, each half luck: E[max of 10 normals] / √2, with Var(R) < 1.7.
        assertThat(ucb.reward()[10]).isCloseTo(1.538753 / Math.sqrt(2), within(4 * Math.sqrt(1.7 / RUNS)));
        assertThat(ucb.reward()[10]).isGreaterThan(ucb.reward()[9] + 0.5);
        for (int i = 0; i < 10; i++) {
            assertThat(ucb.optimal()[i]).isCloseTo(10, within(4 * 0.67));
        }
        var thompson = run(ThompsonSampling.TYPE, Map.of());
        assertThat(thompson.optimal()[STEPS - 1]).isGreaterThan(ucb.optimal()[STEPS - 1] - 3);
    }
}
