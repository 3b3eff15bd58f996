package rewardscope.agent.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rewardscope.nn.Oracle;

/// Returns and generalised advantages, by hand and against reference numbers.
class AdvantagesTest {
    private static final JsonNode ORACLE = Oracle.read("returns_gae");
    private static final double TOLERANCE = 1e-9;

    static List<JsonNode> cases() {
        return List.of(ORACLE.get("cases").get(0), ORACLE.get("cases").get(1));
    }

    private static boolean[] flags(JsonNode node) {
        var flags = new boolean[node.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = node.get(i).asBoolean();
        }
        return flags;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void advantagesAndReturnsEqualTheReference(JsonNode of) {
        double[] reward = Oracle.numbers(ORACLE.get("rewards"));
        double[] v = Oracle.numbers(ORACLE.get("values"));
        double[] vNext = Oracle.numbers(of.get("v_next"));
        boolean[] terminated = flags(of.get("terminated"));
        boolean[] truncated = flags(of.get("truncated"));
        int n = reward.length;
        for (JsonNode result : of.get("results")) {
            double gamma = result.get("gamma").asDouble();
            double lambda = result.get("lam").asDouble();
            var advantages = new double[n];
            Advantages.gae(reward, v, vNext, terminated, truncated, n, gamma, lambda, advantages);
            assertThat(advantages).containsExactly(Oracle.numbers(result.get("advantages")), within(TOLERANCE));
            var targets = new double[n];
            for (int t = 0; t < n; t++) {
                targets[t] = advantages[t] + v[t];
            }
            assertThat(targets)
                    .containsExactly(Oracle.numbers(result.get("lambda_returns_A_plus_V")), within(TOLERANCE));
            var returns = new double[n];
            Advantages.returns(reward, vNext, terminated, truncated, n, gamma, returns);
            assertThat(returns)
                    .containsExactly(
                            Oracle.numbers(result.get("bootstrapped_discounted_returns")), within(TOLERANCE));
        }
    }

    @Test
    void rewardsToGoOfATerminatedEpisodeNeedNoValue() {
        double[] reward = Oracle.numbers(ORACLE.get("rewards"));
        int n = reward.length;
        var terminated = new boolean[n];
        terminated[n - 1] = true;
        var returns = new double[n];
        var unread = new double[n];
        unread[n - 1] = Double.NaN;
        Advantages.returns(reward, unread, terminated, new boolean[n], n, 0.9, returns);
        assertThat(returns)
                .containsExactly(
                        Oracle.numbers(ORACLE.get("monte_carlo_reward_to_go_gamma_0.9_terminated_at_last")),
                        within(TOLERANCE));
    }

    @Test
    void normalisedAdvantagesUseTheUnbiasedDeviation() {
        var of = ORACLE.get("cases").get(1);
        double[] advantages = Oracle.numbers(of.get("results").get(0).get("advantages"));
        var indices = new int[advantages.length];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = i;
        }
        var normalised = new double[advantages.length];
        Advantages.normalise(advantages, indices, 0, advantages.length, normalised);
        double[] expected = Oracle.numbers(ORACLE
                .get("normalised_of_terminated_at_3_gamma_.99_lambda_.95")
                .get("unbiased_std_torch"));
        assertThat(normalised).containsExactly(expected, within(1e-6));
    }

    @Test
    void terminationIsWorthNothingAndTruncationIsWorthTheValueOfWhereItEnded() {
        double[] reward = {1};
        double[] v = {0.5};
        double[] vNext = {10};
        boolean[] yes = {true};
        boolean[] no = {false};
        var advantage = new double[1];
        Advantages.gae(reward, v, vNext, yes, no, 1, 0.9, 0.95, advantage);
        assertThat(advantage[0]).isEqualTo(1 - 0.5);
        Advantages.gae(reward, v, vNext, no, yes, 1, 0.9, 0.95, advantage);
        assertThat(advantage[0]).isCloseTo(1 + 0.9 * 10 - 0.5, within(TOLERANCE));
    }

    @Test
    void nothingFlowsBackFromTheNextEpisode() {
        double[] v = {0, 0, 0, 0};
        boolean[] ends = {false, true, false, false};
        for (double reward : new double[] {0, 1000}) {
            double[] rewards = {1, 1, reward, reward};
            for (boolean truncated : new boolean[] {false, true}) {
                var advantage = new double[4];
                boolean[] no = new boolean[4];
                Advantages.gae(rewards, v, v, truncated ? no : ends, truncated ? ends : no, 4, 1, 1, advantage);
                assertThat(advantage[0]).isEqualTo(2);
                assertThat(advantage[1]).isEqualTo(1);
            }
        }
    }

    /// λ = 1 is the Monte Carlo return minus the value, λ = 0 the TD error, wherever episodes end.
    @Property(tries = 300)
    void lambdaOneIsMonteCarloAndLambdaZeroIsTheTdError(
            @ForAll @Size(12) List<@DoubleRange(min = -5, max = 5) Double> rewards,
            @ForAll @Size(13) List<@DoubleRange(min = -5, max = 5) Double> values,
            @ForAll @IntRange(max = 11) int terminatedAt,
            @ForAll @IntRange(max = 11) int truncatedAt,
            @ForAll @DoubleRange(max = 1) double gamma) {
        int n = 12;
        double[] reward = rewards.stream().mapToDouble(x -> x).toArray();
        double[] all = values.stream().mapToDouble(x -> x).toArray();
        double[] v = Arrays.copyOf(all, n);
        double[] vNext = Arrays.copyOfRange(all, 1, n + 1);
        var terminated = new boolean[n];
        var truncated = new boolean[n];
        terminated[terminatedAt] = true;
        truncated[truncatedAt] = truncatedAt != terminatedAt;
        var advantage = new double[n];
        var returns = new double[n];
        Advantages.returns(reward, vNext, terminated, truncated, n, gamma, returns);
        Advantages.gae(reward, v, vNext, terminated, truncated, n, gamma, 1, advantage);
        for (int t = 0; t < n; t++) {
            assertThat(advantage[t]).isCloseTo(returns[t] - v[t], within(1e-9));
        }
        Advantages.gae(reward, v, vNext, terminated, truncated, n, gamma, 0, advantage);
        for (int t = 0; t < n; t++) {
            double future = terminated[t] ? 0 : vNext[t];
            assertThat(advantage[t]).isCloseTo(reward[t] + gamma * future - v[t], within(1e-12));
        }
    }
}
