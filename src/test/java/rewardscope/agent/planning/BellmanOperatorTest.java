package rewardscope.agent.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import rewardscope.agent.Agent;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Schedule;
import rewardscope.agent.StateValues;
import rewardscope.agent.TabularPolicy;
import rewardscope.agent.TestWorlds;
import rewardscope.agent.Trial;
import rewardscope.env.FiniteMdp;
import rewardscope.math.RandomStream;

/// What holds of the Bellman operator in every finite world, tried on worlds drawn at random.
class BellmanOperatorTest {
    private static FiniteMdp world(long seed, int states, int actions) {
        var random = RandomStream.named(seed, "world");
        var names = List.of("a", "b", "c", "d").subList(0, actions);
        var builder = new FiniteMdp.Builder(states, names).start(0, 1);
        for (int s = 0; s < states; s++) {
            for (int a = 0; a < actions; a++) {
                int one = random.below(states);
                int other = random.below(states);
                double p = random.uniform();
                builder.outcome(s, a, new FiniteMdp.Outcome(one, p, random.uniform(-1, 1), random.chance(0.1)));
                builder.outcome(s, a, new FiniteMdp.Outcome(other, 1 - p, random.uniform(-1, 1), false));
            }
        }
        return builder.build();
    }

    private static double[] values(long seed, int states) {
        var random = RandomStream.named(seed, "values");
        var v = new double[states];
        Arrays.setAll(v, _ -> random.uniform(-10, 10));
        return v;
    }

    private static double[] optimalBackup(FiniteMdp model, double gamma, double[] v) {
        var q = Backups.lookAhead(model, gamma, v);
        return Arrays.stream(q).mapToDouble(row -> Arrays.stream(row).max().orElseThrow()).toArray();
    }

    private static double distance(double[] u, double[] v) {
        double largest = 0;
        for (int s = 0; s < u.length; s++) {
            largest = Math.max(largest, Math.abs(u[s] - v[s]));
        }
        return largest;
    }

    private static Agent agent(AgentType type, FiniteMdp model, Map<String, Object> values) {
        return type.create().apply(new AgentSettings(type, TestWorlds.environment(model, 1), values, 1));
    }

    @Property(tries = 100)
    void aBackupBringsAnyTwoTablesTogetherByTheFactorGamma(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int states,
            @ForAll @IntRange(min = 1, max = 4) int actions,
            @ForAll @DoubleRange(min = 0, max = 1) double gamma) {
        var model = world(seed, states, actions);
        double[] u = values(seed, states);
        double[] v = values(seed + 1, states);
        double after = distance(optimalBackup(model, gamma, u), optimalBackup(model, gamma, v));
        assertThat(after).isLessThanOrEqualTo(gamma * distance(u, v) + 1e-12);
    }

    @Property(tries = 50)
    void aLargerTableStaysLargerAndAConstantIsDiscounted(
            @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 1) double gamma) {
        var model = world(seed, 8, 3);
        double[] v = values(seed, 8);
        double[] raised = Arrays.stream(v).map(x -> x + 2).toArray();
        double[] low = optimalBackup(model, gamma, v);
        double[] high = optimalBackup(model, gamma, raised);
        for (int s = 0; s < low.length; s++) {
            assertThat(high[s]).isBetween(low[s] - 1e-12, low[s] + 2 * gamma + 1e-12);
        }
    }

    @Property(tries = 40)
    void valueIterationPolicyIterationAndTheExactValuesOfTheGreedyPolicyAgree(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 10) int states,
            @ForAll @DoubleRange(min = 0.1, max = 0.9) double gamma) {
        var model = world(seed, states, 3);
        var schedule = new Schedule.Constant(gamma);
        var iterated = (ValueIteration) agent(ValueIteration.TYPE, model, Map.of("gamma", schedule));
        Trial.sweeps(iterated, 400);
        var improved = agent(PolicyIteration.TYPE, model, Map.of("gamma", schedule));
        while (!improved.finished()) {
            improved.advance();
        }
        var greedy = new double[states][];
        Arrays.setAll(greedy, iterated::policy);
        var exact = agent(Exact.TYPE, model, Map.of("gamma", schedule, "policy", new TabularPolicy(greedy)));
        Trial.sweeps(exact, 1);
        for (int s = 0; s < states; s++) {
            assertThat(Trial.v(improved)[s]).isCloseTo(iterated.v()[s], within(1e-7));
            assertThat(Trial.v(exact)[s]).isCloseTo(iterated.v()[s], within(1e-7));
        }
    }

    @Property(tries = 40)
    void theExactSolutionIsWhereSweepsOfEvaluationStandStill(
            @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 0.95) double gamma) {
        var model = world(seed, 9, 3);
        var schedule = new Schedule.Constant(gamma);
        var exact = (StateValues) Trial.sweeps(agent(Exact.TYPE, model, Map.of("gamma", schedule)), 1);
        double[] v = exact.v();
        var uniform = TabularPolicy.uniform(model);
        for (int s = 0; s < v.length; s++) {
            double backedUp = PolicyEvaluation.backup(model, uniform.at(s), s, gamma, v);
            assertThat(backedUp).isCloseTo(v[s], within(1e-9));
        }
    }
}
