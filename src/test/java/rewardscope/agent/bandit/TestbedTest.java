package rewardscope.agent.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rewardscope.agent.AgentCatalogue;
import rewardscope.agent.AgentType;
import rewardscope.agent.Family;
import rewardscope.agent.Schedule;
import rewardscope.agent.Trial;
import rewardscope.env.bandit.BanditSpec;
import rewardscope.nn.Oracle;
import rewardscope.sim.ExperimentReader;

/// Sutton & Barto's ten-armed testbed (figure 2.2): averages over 2,000 problems.
class TestbedTest {
    private static final int RUNS = 2000;
    private static final int STEPS = 1000;

    /// Averages by step, over all runs.
    private record Curves(double[] reward, double[] optimal) {}

    private static Curves run(AgentType rule, Map<String, Object> values) {
        return run(seed -> (BanditAgent) Trial.agent(rule, BanditSpec.of(10), values, seed));
    }

    private static Curves run(IntFunction<BanditAgent> rule) {
        var reward = new double[STEPS];
        var optimal = new double[STEPS];
        for (int seed = 1; seed <= RUNS; seed++) {
            BanditAgent agent = rule.apply(seed);
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
        follows(reference, curves);
    }

    /// The other figures of the chapter (2.3 to 2.5), and the rules that it has no figure of.
    @ParameterizedTest
    @MethodSource("curves")
    void everyRuleFollowsItsCurve(String name) {
        var reference = Oracle.read("bandit_curves").get("curves").get(name);
        var world = new StringJoiner(", ", "environment: {preset: ten-armed-testbed", "}\n");
        var agent = new StringJoiner(", ", "agent: {", "}\n");
        world.add("");
        for (var setting : reference.get("params").properties()) {
            String key = setting.getKey();
            String text = (key.equals("agent") ? "type" : key) + ": " + setting.getValue().asText();
            (key.equals("mean") ? world : agent).add(text);
        }
        var checked = ExperimentReader.read(Path.of("testbed.yaml"), world + agent.toString());
        var experiment = checked.experiment().orElseThrow(() -> new AssertionError(checked.problems()));
        follows(reference, run(seed -> (BanditAgent) experiment.withSeed(seed).createAgent()));
    }

    static List<String> curves() {
        var names = new ArrayList<String>();
        Oracle.read("bandit_curves").get("curves").fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void noRuleIsWithoutACurve() {
        var shown = new HashSet<>(Set.of("epsilon-greedy"));
        for (var curve : Oracle.read("bandit_curves").get("curves")) {
            shown.add(curve.at("/params/agent").asText());
        }
        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(AgentCatalogue.all().stream()
                        .filter(type -> type.family() == Family.BANDIT)
                        .map(AgentType::name)
                        .toList());
    }

    private static void follows(JsonNode reference, Curves curves) {
        // Three standard errors of the difference between an average over 2,000 runs and one over 20,000.
        double errors = 3 * Math.sqrt(1 + 0.1);
        assertThat(mean(curves.reward(), 1, STEPS))
                .as("mean reward of all steps")
                .isCloseTo(
                        reference.get("mean_reward_over_all_steps").asDouble(),
                        within(errors * reference.get("se_mean_reward_2000_runs").asDouble()));
        var window = reference.get("window_901_1000");
        var last = reference.get("at_step").get("1000");
        // An average over a hundred steps scatters less than one step does; the older curves say only how much that does.
        var scatter = window.has("se_reward_2000_runs") ? window : last;
        assertThat(mean(curves.reward(), 901, STEPS))
                .as("reward of the last hundred steps")
                .isCloseTo(
                        window.get("avg_reward").asDouble(),
                        within(errors * scatter.get("se_reward_2000_runs").asDouble()));
        assertThat(mean(curves.optimal(), 901, STEPS))
                .as("%% optimal in the last hundred steps")
                .isCloseTo(
                        window.get("pct_optimal").asDouble(),
                        within(errors * scatter.get("se_pct_2000_runs").asDouble()));
        // Of the 22 or 24 single points one may be further off than three errors, by luck (6 % of all curves), and none than four.
        var z = new ArrayList<Double>();
        for (var point : reference.get("at_step").properties()) {
            int i = Integer.parseInt(point.getKey()) - 1;
            var expected = point.getValue();
            z.add((curves.reward()[i] - expected.get("avg_reward").asDouble())
                    / (errors / 3 * expected.get("se_reward_2000_runs").asDouble()));
            z.add((curves.optimal()[i] - expected.get("pct_optimal").asDouble())
                    / (errors / 3 * expected.get("se_pct_2000_runs").asDouble()));
        }
        assertThat(z).as("differences in standard errors").hasSizeGreaterThan(20).allMatch(x -> Math.abs(x) <= 4);
        assertThat(z.stream().filter(x -> Math.abs(x) > 3)).as("of %s", z).hasSizeLessThanOrEqualTo(1);
    }

    /// Over steps that are counted from 1, both ends included.
    private static double mean(double[] byStep, int from, int to) {
        return Arrays.stream(byStep, from - 1, to).average().orElseThrow();
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
                        within(3 * Math.sqrt(1.1) * reference.get("se_mean_reward_2000_runs").asDouble()));
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

    /// Exercise 2.5: where the means walk about, a constant step follows them and the average of all rewards does not.
    @Test
    void onDriftingArmsAConstantStepBeatsTheSampleAverage() {
        var constant = new double[400];
        var average = new double[400];
        for (int seed = 1; seed <= constant.length; seed++) {
            constant[seed - 1] = driftingShare(Map.of("alpha", new Schedule.Constant(0.1)), seed);
            average[seed - 1] = driftingShare(Map.of(), seed);
        }
        double lead = 0;
        double squares = 0;
        for (int i = 0; i < constant.length; i++) {
            double difference = constant[i] - average[i];
            lead += difference / constant.length;
            squares += difference * difference / constant.length;
        }
        double error = Math.sqrt((squares - lead * lead) / constant.length);
        assertThat(lead - 3 * error).as("lead %s ± %s in %% optimal", lead, error).isGreaterThan(5);
    }

    /// % optimal in the last thousand of 4,000 steps. All arms begin alike and walk with σ = 0.01 a step.
    private static double driftingShare(Map<String, Object> values, int seed) {
        var world = new BanditSpec(
                10, BanditSpec.Rewards.GAUSSIAN, Collections.nCopies(10, 0.0), 0, 1, 0.01, Integer.MAX_VALUE);
        var agent = (BanditAgent) Trial.agent(EpsilonGreedy.TYPE, world, values, seed);
        int optimal = 0;
        for (int step = 1; step <= 4000; step++) {
            agent.advance();
            optimal += step > 3000 && agent.environment().optimal(agent.a) ? 1 : 0;
        }
        return optimal / 10.0;
    }
}
