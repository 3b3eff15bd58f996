package rewardscope.agent.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import rewardscope.math.RandomStream;
import rewardscope.nn.Oracle;

/// Softmax and Gaussian policies: probabilities, divergences and their gradients.
class PolicyTest {
    private static final double TOLERANCE = 1e-9;
    private static final double[] NONE = {};

    @Test
    void klAndEntropyOfCategoricalDistributionsEqualTheReference() {
        for (JsonNode pair : Oracle.read("ppo").get("kl").get("categorical")) {
            double[] p = Oracle.numbers(pair.get("p"));
            double[] q = Oracle.numbers(pair.get("q"));
            assertThat(kl(logs(p), logs(q))).isCloseTo(pair.get("kl_pq").asDouble(), within(TOLERANCE));
            if (pair.get("kl_qp").isNull()) {
                assertThat(kl(logs(q), logs(p))).isInfinite();
            } else {
                assertThat(kl(logs(q), logs(p))).isCloseTo(pair.get("kl_qp").asDouble(), within(TOLERANCE));
            }
            var policy = new SoftmaxPolicy(3);
            policy.look(logs(p), 0);
            assertThat(policy.entropy()).isCloseTo(pair.get("entropy_p").asDouble(), within(TOLERANCE));
        }
        var logits = Oracle.read("ppo").get("kl").get("kl_of_logits");
        assertThat(kl(Oracle.numbers(logits.get("p_logits")), Oracle.numbers(logits.get("q_logits"))))
                .isCloseTo(logits.get("kl").asDouble(), within(TOLERANCE));
    }

    private static double[] logs(double[] p) {
        var logs = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            logs[i] = Math.log(p[i]);
        }
        return logs;
    }

    /// KL between two softmax policies with these preferences.
    private static double kl(double[] from, double[] to) {
        var policy = new SoftmaxPolicy(from.length);
        var memory = new double[policy.memoryWidth()];
        policy.look(from, 0);
        policy.remember(memory, 0);
        policy.look(to, 0);
        return policy.kl(memory, 0);
    }

    @Test
    void logProbabilitiesOfLargePreferencesStayFinite() {
        var oracle = Oracle.read("ppo").get("kl").get("log_softmax_large");
        double[] expected = Oracle.numbers(oracle.get("log_softmax"));
        var policy = new SoftmaxPolicy(3);
        policy.look(Oracle.numbers(oracle.get("logits")), 0);
        for (int a = 0; a < 3; a++) {
            assertThat(policy.logProbability(new double[] {a}, 0)).isCloseTo(expected[a], within(TOLERANCE));
        }
    }

    @Test
    void klOfNormalDistributionsEqualsTheReference() {
        for (JsonNode pair : Oracle.read("ppo").get("kl").get("gaussian_1d")) {
            double logSigma1 = Math.log(pair.get("sigma1").asDouble());
            double[] memory = {pair.get("mu1").asDouble(), logSigma1};
            var policy = new GaussianPolicy(1, Math.log(pair.get("sigma2").asDouble()));
            policy.look(new double[] {pair.get("mu2").asDouble()}, 0);
            assertThat(policy.kl(memory, 0)).isCloseTo(pair.get("kl_12").asDouble(), within(TOLERANCE));
        }
    }

    /// From nearly alike to very unlike, five actions and three forces at once.
    @Test
    void klAndEntropyEqualTheReferenceHoweverUnlikeThePoliciesAre() {
        var variants = Oracle.read("policy_gradient_variants").get("kl");
        for (JsonNode pair : variants.get("softmax")) {
            double[] p = Oracle.numbers(pair.get("p"));
            assertThat(kl(p, Oracle.numbers(pair.get("q")))).isCloseTo(pair.get("kl").asDouble(), within(TOLERANCE));
            var policy = new SoftmaxPolicy(5);
            policy.look(p, 0);
            assertThat(policy.entropy()).isCloseTo(pair.get("entropy").asDouble(), within(TOLERANCE));
        }
        for (JsonNode pair : variants.get("gauss")) {
            var policy = new GaussianPolicy(3, 0);
            var memory = new double[policy.memoryWidth()];
            System.arraycopy(Oracle.numbers(pair.get("log_std_p")), 0, policy.further(), 0, 3);
            policy.look(Oracle.numbers(pair.get("mean_p")), 0);
            policy.remember(memory, 0);
            assertThat(policy.entropy()).isCloseTo(pair.get("entropy").asDouble(), within(TOLERANCE));
            System.arraycopy(Oracle.numbers(pair.get("log_std_q")), 0, policy.further(), 0, 3);
            policy.look(Oracle.numbers(pair.get("mean_q")), 0);
            double kl = pair.get("kl").asDouble();
            assertThat(policy.kl(memory, 0)).isCloseTo(kl, within(TOLERANCE * Math.max(1, kl)));
        }
    }

    @Property(tries = 200)
    void probabilitiesSumToOneAndKlIsNeverNegative(
            @ForAll @Size(4) List<@DoubleRange(min = -30, max = 30) Double> one,
            @ForAll @Size(4) List<@DoubleRange(min = -30, max = 30) Double> other) {
        double[] from = one.stream().mapToDouble(x -> x).toArray();
        double[] to = other.stream().mapToDouble(x -> x).toArray();
        var policy = new SoftmaxPolicy(4);
        policy.look(from, 0);
        double sum = 0;
        for (double p : policy.describe()) {
            sum += p;
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(policy.entropy()).isBetween(0.0, Math.log(4) + 1e-12);
        assertThat(kl(from, to)).isGreaterThanOrEqualTo(-1e-12);
        assertThat(kl(from, from)).isCloseTo(0, within(1e-12));
    }

    @Property(tries = 200)
    void everyGradientIsTheSlopeOfWhatItBelongsTo(
            @ForAll @Size(3) List<@DoubleRange(min = -3, max = 3) Double> outputs,
            @ForAll @Size(3) List<@DoubleRange(min = -3, max = 3) Double> before) {
        double[] y = outputs.stream().mapToDouble(x -> x).toArray();
        double[] old = before.stream().mapToDouble(x -> x).toArray();
        slopes(new SoftmaxPolicy(3), y, old, new double[] {1});
        slopes(new GaussianPolicy(3, -0.3), y, old, new double[] {0.5, -1, 0.2});
    }

    private interface Quantity {
        double at();
    }

    private static void slopes(Policy policy, double[] y, double[] old, double[] action) {
        var memory = new double[policy.memoryWidth()];
        policy.look(old, 0);
        policy.remember(memory, 0);
        int further = policy.further().length;
        if (further > 0) {
            policy.further()[0] += 0.4; // so that σ differs from the remembered one
        }

        var dOutputs = new double[3];
        var dFurther = new double[further];
        policy.look(y, 0);
        policy.addScore(1, action, 0, dOutputs, 0, dFurther);
        compare(policy, y, dOutputs, dFurther, () -> policy.logProbability(action, 0));

        dOutputs = new double[3];
        dFurther = new double[further];
        policy.look(y, 0);
        policy.addEntropyGradient(1, dOutputs, 0, dFurther);
        compare(policy, y, dOutputs, dFurther, policy::entropy);

        dOutputs = new double[3];
        dFurther = new double[further];
        policy.look(y, 0);
        policy.addKlGradient(1, memory, 0, dOutputs, 0, dFurther);
        compare(policy, y, dOutputs, dFurther, () -> policy.kl(memory, 0));
    }

    private static void compare(Policy policy, double[] y, double[] dOutputs, double[] dFurther, Quantity quantity) {
        double h = 1e-5;
        for (int i = 0; i < y.length; i++) {
            double[] shifted = y.clone();
            shifted[i] = y[i] + h;
            policy.look(shifted, 0);
            double above = quantity.at();
            shifted[i] = y[i] - h;
            policy.look(shifted, 0);
            double below = quantity.at();
            assertThat(dOutputs[i]).isCloseTo((above - below) / (2 * h), within(1e-5));
        }
        policy.look(y, 0);
        for (int i = 0; i < dFurther.length; i++) {
            double kept = policy.further()[i];
            policy.further()[i] = kept + h;
            double above = quantity.at();
            policy.further()[i] = kept - h;
            double below = quantity.at();
            policy.further()[i] = kept;
            assertThat(dFurther[i]).isCloseTo((above - below) / (2 * h), within(1e-5));
        }
    }

    @Test
    void aGaussianPolicyDrawsWithItsMeanAndDeviation() {
        var policy = new GaussianPolicy(1, Math.log(0.5));
        policy.look(new double[] {2}, 0);
        var random = RandomStream.named(4, "policy");
        int draws = 20_000;
        double sum = 0;
        double squares = 0;
        var action = new double[1];
        for (int i = 0; i < draws; i++) {
            policy.sample(random, action);
            sum += action[0];
            squares += (action[0] - 2) * (action[0] - 2);
        }
        assertThat(sum / draws).isCloseTo(2, within(4 * 0.5 / Math.sqrt(draws)));
        assertThat(Math.sqrt(squares / draws)).isCloseTo(0.5, within(4 * 0.5 / Math.sqrt(2 * draws)));
    }

    /// E[∇ ln π] = 0: why a baseline does not bend the gradient.
    @Test
    void theExpectedScoreIsZero() {
        double[] h = {0.3, -1, 2};
        var policy = new SoftmaxPolicy(3);
        policy.look(h, 0);
        double[] pi = policy.describe();
        var expected = new double[3];
        for (int a = 0; a < 3; a++) {
            policy.addScore(pi[a], new double[] {a}, 0, expected, 0, NONE);
        }
        assertThat(expected).containsExactly(new double[3], within(1e-15));
    }
}
