package rewardscope.agent.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import rewardscope.nn.Oracle;
import rewardscope.nn.mlp.Activation;
import rewardscope.nn.mlp.HostPass;
import rewardscope.nn.mlp.Mlp;
import rewardscope.nn.mlp.Sgd;

/// Losses and gradients against reference numbers from another program.
class ObjectivesTest {
    private static final double TOLERANCE = 1e-9;
    private static final double[] NONE = {};

    private static double[] flat(JsonNode rows) {
        return Oracle.numbers(rows);
    }

    @Test
    void thePpoLossAndItsGradientEqualTheReferenceForNumberedActions() {
        var oracle = Oracle.read("ppo").get("ppo").get("categorical");
        double[] oldLogits = flat(oracle.get("old_logits"));
        double[] logits = flat(oracle.get("new_logits"));
        double[] actions = flat(oracle.get("actions"));
        double[] advantages = flat(oracle.get("advantages"));
        double epsilon = oracle.get("clip_eps").asDouble();
        int n = actions.length;
        var policy = new SoftmaxPolicy(3);
        var memory = new double[policy.memoryWidth() * n];
        var oldLogProbability = new double[n];
        for (int i = 0; i < n; i++) {
            policy.look(oldLogits, i);
            policy.remember(memory, i);
            oldLogProbability[i] = policy.logProbability(actions, i);
        }
        assertThat(oldLogProbability).containsExactly(flat(oracle.get("old_logprob")), within(TOLERANCE));

        double loss = 0;
        double entropy = 0;
        double kl = 0;
        double klBack = 0;
        int clipped = 0;
        var surrogate = new double[n];
        var gradient = new double[3 * n];
        var totalGradient = new double[3 * n];
        for (int i = 0; i < n; i++) {
            policy.look(logits, i);
            double ratio = Math.exp(policy.logProbability(actions, i) - oldLogProbability[i]);
            assertThat(ratio).isCloseTo(oracle.get("ratio").get(i).asDouble(), within(TOLERANCE));
            surrogate[i] = ClippedObjective.value(ratio, advantages[i], epsilon);
            loss -= surrogate[i] / n;
            entropy += policy.entropy() / n;
            assertThat(policy.entropy()).isCloseTo(oracle.get("entropy_per_sample").get(i).asDouble(), within(TOLERANCE));
            kl += policy.kl(memory, i) / n;
            klBack += klBack(logits, oldLogits, i) / n;
            clipped += Math.abs(ratio - 1) > epsilon ? 1 : 0;
            assertThat(ClippedObjective.active(ratio, advantages[i], epsilon))
                    .isEqualTo(oracle.get("gradient_active").get(i).asBoolean());
            double slope = ClippedObjective.slope(ratio, advantages[i], epsilon);
            policy.addScore(-slope / n, actions, i, gradient, i, NONE);
            policy.addScore(-slope / n, actions, i, totalGradient, i, NONE);
            policy.addEntropyGradient(-0.01 / n, totalGradient, i, NONE);
        }
        assertThat(surrogate).containsExactly(flat(oracle.get("surrogate_min_per_sample")), within(TOLERANCE));
        assertThat(loss).isCloseTo(oracle.get("loss_mean_negated").asDouble(), within(TOLERANCE));
        assertThat(gradient).containsExactly(flat(oracle.get("dloss_dlogits")), within(TOLERANCE));
        assertThat(entropy).isCloseTo(oracle.get("entropy_mean").asDouble(), within(TOLERANCE));
        assertThat(kl).isCloseTo(oracle.get("exact_mean_KL_old_new").asDouble(), within(TOLERANCE));
        assertThat(klBack).isCloseTo(oracle.get("exact_mean_KL_new_old").asDouble(), within(TOLERANCE));
        assertThat((double) clipped / n).isEqualTo(oracle.get("clip_fraction").asDouble());
        assertThat(totalGradient)
                .containsExactly(flat(Oracle.read("ppo").get("ppo").get("total").get("dlogits")), within(TOLERANCE));
    }

    /// KL(new ‖ old) in one state.
    private static double klBack(double[] logits, double[] oldLogits, int row) {
        var policy = new SoftmaxPolicy(3);
        var memory = new double[policy.memoryWidth()];
        policy.look(logits, row);
        policy.remember(memory, 0);
        policy.look(oldLogits, row);
        return policy.kl(memory, 0);
    }

    @Test
    void thePpoLossAndItsGradientEqualTheReferenceForForces() {
        var oracle = Oracle.read("ppo").get("ppo").get("gaussian");
        double[] logStd = flat(oracle.get("log_std"));
        double[] oldLogStd = flat(oracle.get("old_log_std"));
        double[] mean = flat(oracle.get("mean"));
        double[] oldMean = flat(oracle.get("old_mean"));
        double[] actions = flat(oracle.get("actions"));
        double[] advantages = flat(oracle.get("advantages"));
        int n = advantages.length;
        var policy = new GaussianPolicy(2, 0);
        var memory = new double[4 * n];
        System.arraycopy(oldLogStd, 0, policy.further(), 0, 2);
        for (int i = 0; i < n; i++) {
            policy.look(oldMean, i);
            policy.remember(memory, i);
            assertThat(policy.logProbability(actions, i))
                    .isCloseTo(oracle.get("old_logprob").get(i).asDouble(), within(TOLERANCE));
        }
        System.arraycopy(logStd, 0, policy.further(), 0, 2);
        double loss = 0;
        var dMean = new double[2 * n];
        var dLogStd = new double[2];
        for (int i = 0; i < n; i++) {
            policy.look(mean, i);
            double ratio = Math.exp(policy.logProbability(actions, i)
                    - oracle.get("old_logprob").get(i).asDouble());
            loss -= ClippedObjective.value(ratio, advantages[i], 0.2) / n;
            double slope = ClippedObjective.slope(ratio, advantages[i], 0.2);
            policy.addScore(-slope / n, actions, i, dMean, i, dLogStd);
            assertThat(policy.entropy()).isCloseTo(oracle.get("entropy").asDouble(), within(TOLERANCE));
            assertThat(policy.kl(memory, i))
                    .isCloseTo(oracle.get("kl_old_new_per_sample").get(i).asDouble(), within(TOLERANCE));
        }
        assertThat(loss).isCloseTo(oracle.get("loss").asDouble(), within(TOLERANCE));
        assertThat(dMean).containsExactly(flat(oracle.get("dloss_dmean")), within(TOLERANCE));
        assertThat(dLogStd).containsExactly(flat(oracle.get("dloss_dlogstd")), within(TOLERANCE));
    }

    @Test
    void theValueLossAndItsGradientEqualTheReference() {
        var ppo = Oracle.read("ppo").get("ppo");
        var oracle = ppo.get("value");
        double[] v = flat(oracle.get("v_new"));
        double[] vOld = flat(oracle.get("v_old"));
        double[] returns = flat(oracle.get("returns"));
        int n = v.length;
        double plain = 0;
        double clipped = 0;
        var slopes = new double[n];
        for (int i = 0; i < n; i++) {
            plain += ValueLoss.value(v[i], returns[i]) / n;
            clipped += ValueLoss.clippedValue(v[i], vOld[i], returns[i], 0.2) / n;
            slopes[i] = 0.5 * ValueLoss.clippedSlope(v[i], vOld[i], returns[i], 0.2) / n;
        }
        assertThat(plain).isCloseTo(oracle.get("unclipped_half_mse").asDouble(), within(TOLERANCE));
        assertThat(clipped).isCloseTo(oracle.get("clipped_half_max").asDouble(), within(TOLERANCE));
        assertThat(slopes).containsExactly(flat(ppo.get("total").get("dvalues")), within(TOLERANCE));
    }

    private static final double EDGE = 1e-12;

    @Property(tries = 500)
    void theClippedObjectiveIsALowerBoundAndTouchesAtRatioOne(
            @ForAll @DoubleRange(min = 0, max = 5) double ratio,
            @ForAll @DoubleRange(min = -10, max = 10) double advantage,
            @ForAll @DoubleRange(min = 0.01, max = 0.9) double epsilon) {
        double value = ClippedObjective.value(ratio, advantage, epsilon);
        assertThat(value).isLessThanOrEqualTo(ratio * advantage);
        assertThat(ClippedObjective.value(1, advantage, epsilon)).isEqualTo(advantage);
        boolean inside = ratio > 1 - epsilon && ratio < 1 + epsilon;
        if (inside) {
            assertThat(value).isEqualTo(ratio * advantage);
            assertThat(ClippedObjective.active(ratio, advantage, epsilon)).isTrue();
        }
        // A sample that already went too far in its own direction no longer pulls. (Further than rounding can tell: nearer
        // to the edge both sides of the minimum are the same number.)
        if (advantage > 0 && ratio > 1 + epsilon + EDGE || advantage < 0 && ratio < 1 - epsilon - EDGE) {
            assertThat(ClippedObjective.slope(ratio, advantage, epsilon)).isZero();
        }
    }

    /// A policy linear in four features, without bias.
    private static Learner linear(JsonNode theta, int rows) {
        double[] weights = flat(theta);
        var net = new Mlp(Activation.TANH, theta.size(), theta.get(0).size());
        System.arraycopy(weights, 0, net.parameters(), 0, weights.length);
        return new Learner(new HostPass(net, rows), NONE, n -> Sgd.of(n, 0));
    }

    private static double[] weightsOf(Learner learner) {
        return Arrays.copyOf(learner.gradient, learner.net.inputs() * learner.net.outputs());
    }

    @Test
    void scoresAndGradientsOfReinforceEqualTheReference() {
        var oracle = Oracle.read("reinforce");
        double[] features = flat(oracle.get("features"));
        double[] actions = flat(oracle.get("actions"));
        int n = actions.length;
        double gamma = oracle.get("gamma").asDouble();
        var memory = new EpisodeMemory(4, 1);
        for (int t = 0; t < n; t++) {
            memory.add(
                    Arrays.copyOfRange(features, 4 * t, 4 * t + 4),
                    new double[] {actions[t]},
                    oracle.get("rewards").get(t).asDouble());
        }
        memory.findReturns(gamma, 0);
        var policy = new SoftmaxPolicy(3);
        var actor = linear(oracle.get("theta_feature_by_action"), n);
        for (int t = 0; t < n; t++) {
            assertThat(memory.at(t).g()).isCloseTo(oracle.get("returns").get(t).asDouble(), within(TOLERANCE));
            policy.look(actor.forward(memory.at(t).observation(), 1), 0);
            assertThat(policy.describe()).containsExactly(flat(oracle.get("probs").get(t)), within(TOLERANCE));
            policy.addScore(1, memory.at(t).action(), 0, actor.dOutputs, 0, NONE);
            actor.backward();
            assertThat(weightsOf(actor)).containsExactly(flat(oracle.get("score_per_step").get(t)), within(TOLERANCE));
        }
        double[] baseline = flat(oracle.get("baseline"));
        assertThat(gradient(policy, actor, memory, features, 1, new double[n]))
                .containsExactly(flat(oracle.get("gradient_sum_G_score_no_gamma_t")), within(TOLERANCE));
        assertThat(gradient(policy, actor, memory, features, gamma, new double[n]))
                .containsExactly(flat(oracle.get("gradient_with_gamma_t")), within(TOLERANCE));
        assertThat(gradient(policy, actor, memory, features, 1, baseline))
                .containsExactly(flat(oracle.get("gradient_with_baseline_no_gamma_t")), within(TOLERANCE));
    }

    /// Σ_t γ^t (G_t − b_t) ∇ ln π(A_t|S_t)
    private static double[] gradient(
            Policy policy, Learner actor, EpisodeMemory memory, double[] features, double discount, double[] baseline) {
        double[] h = actor.forward(features, memory.length());
        double weight = 1;
        for (int t = 0; t < memory.length(); t++) {
            policy.look(h, t);
            policy.addScore(
                    weight * (memory.at(t).g() - baseline[t]), memory.at(t).action(), 0, actor.dOutputs, t, NONE);
            weight *= discount;
        }
        actor.backward();
        return weightsOf(actor);
    }

    @Test
    void sequentialReinforceUpdatesEqualTheReference() {
        var oracle = Oracle.read("reinforce");
        double[] features = flat(oracle.get("features"));
        double[] returns = flat(oracle.get("returns"));
        double[] actions = flat(oracle.get("actions"));
        var policy = new SoftmaxPolicy(3);
        var actor = linear(oracle.get("theta_feature_by_action"), 1);
        double gammaT = 1;
        for (int t = 0; t < returns.length; t++) {
            policy.look(actor.forward(Arrays.copyOfRange(features, 4 * t, 4 * t + 4), 1), 0);
            policy.addScore(-gammaT * returns[t], actions, t, actor.dOutputs, 0, NONE);
            actor.backward();
            Arrays.fill(actor.gradient, 12, 15, 0); // the reference has no biases
            actor.step(0.1);
            gammaT *= oracle.get("gamma").asDouble();
        }
        assertThat(Arrays.copyOf(actor.net.parameters(), 12))
                .containsExactly(
                        flat(oracle.get("theta_after_sequential_S_B_update_alpha_0_1_with_gamma_t")),
                        within(TOLERANCE));
    }

    @Test
    void theTrustRegionStepEqualsTheReference() {
        var oracle = Oracle.read("trpo");
        double[] features = flat(oracle.get("features"));
        double[] actions = flat(oracle.get("actions"));
        double[] advantages = flat(oracle.get("advantages"));
        int n = actions.length;
        var policy = new SoftmaxPolicy(3);
        var actor = linear(oracle.get("theta_feature_by_action"), n);
        double[] h = actor.forward(features, n);
        for (int i = 0; i < n; i++) {
            policy.look(h, i);
            assertThat(policy.describe()).containsExactly(flat(oracle.get("probs").get(i)), within(TOLERANCE));
            policy.addScore(advantages[i] / n, actions, i, actor.dOutputs, i, NONE);
        }
        actor.backward();
        double[] g = weightsOf(actor);
        assertThat(g).containsExactly(flat(oracle.get("gradient")), within(TOLERANCE));
        // At θ every ratio is 1: the surrogate is the mean advantage.
        assertThat(Arrays.stream(advantages).average().orElseThrow())
                .isCloseTo(oracle.get("surrogate_at_theta").asDouble(), within(TOLERANCE));

        var product = oracle.get("fisher_vector_product");
        double[] v = flat(product.get("v"));
        assertThat(fisher(policy, actor, n, 0, v)).containsExactly(flat(product.get("Fv")), within(TOLERANCE));
        assertThat(fisher(policy, actor, n, 0.1, v))
                .containsExactly(flat(product.get("with_damping_0_1")), within(TOLERANCE));

        double damping = oracle.get("damping").asDouble();
        ConjugateGradient.Product damped =
                (x, out) -> System.arraycopy(fisher(policy, actor, n, damping, x), 0, out, 0, x.length);
        double[][] iterates = Oracle.matrix(oracle.get("cg_iterates"));
        for (int i = 0; i < iterates.length; i++) {
            assertThat(ConjugateGradient.solve(damped, g, i + 1).x()).containsExactly(iterates[i], within(1e-8));
        }
        assertThat(ConjugateGradient.solve(damped, g, 10).x())
                .containsExactly(flat(oracle.get("natural_direction_damped")), within(1e-8));
    }

    /// The product for the weights alone: the reference has no biases.
    private static double[] fisher(Policy policy, Learner actor, int rows, double damping, double[] v) {
        var product = new FisherProduct(policy, actor, rows, damping);
        var out = new double[actor.gradient.length];
        product.apply(Arrays.copyOf(v, out.length), out);
        return Arrays.copyOf(out, v.length);
    }

    @Test
    void aNetworkOfTheWholeAlgorithmHasTheReferencesGradients() {
        var oracle = Oracle.read("optimisers_dqn_mlp").get("actor_critic_mlp");
        assertThat(oracle.get("loss_formula").asText()).startsWith("PPO clip .2");
        double[] x = flat(oracle.get("X"));
        var policyNet = new Mlp(Activation.TANH, 4, 5, 5, 2);
        var valueNet = new Mlp(Activation.TANH, 4, 5, 5, 1);
        setLayers(policyNet, oracle.get("params"), "p");
        setLayers(valueNet, oracle.get("params"), "v");
        var actor = new Learner(new HostPass(policyNet, 3), NONE, n -> Sgd.of(n, 0));
        var critic = new Learner(new HostPass(valueNet, 3), NONE, n -> Sgd.of(n, 0));
        var policy = new SoftmaxPolicy(2);
        double[] h = actor.forward(x, 3);
        double[] v = critic.forward(x, 3);
        double[] actions = flat(oracle.get("actions"));
        double loss = 0;
        for (int i = 0; i < 3; i++) {
            policy.look(h, i);
            double ratio = Math.exp(policy.logProbability(actions, i)
                    - oracle.get("old_logprob").get(i).asDouble());
            double advantage = oracle.get("advantages").get(i).asDouble();
            double target = oracle.get("returns").get(i).asDouble();
            loss += (-ClippedObjective.value(ratio, advantage, 0.2) + ValueLoss.value(v[i], target)
                            - 0.01 * policy.entropy())
                    / 3;
            policy.addScore(
                    -ClippedObjective.slope(ratio, advantage, 0.2) / 3, actions, i, actor.dOutputs, i, NONE);
            policy.addEntropyGradient(-0.01 / 3, actor.dOutputs, i, NONE);
            critic.dOutputs[i] = ValueLoss.slope(v[i], target) / 3;
        }
        actor.backward();
        critic.backward();
        assertThat(loss).isCloseTo(oracle.get("loss").asDouble(), within(TOLERANCE));
        var gradients = oracle.get("gradients");
        // The reference shares its hidden layers between both heads, so its gradient there is the sum.
        for (int l = 0; l < 2; l++) {
            double[] ours = flat(policyNet.weightsOf(actor.gradient, l));
            double[] ofValue = flat(valueNet.weightsOf(critic.gradient, l));
            for (int i = 0; i < ours.length; i++) {
                ours[i] += ofValue[i];
            }
            assertThat(ours).containsExactly(flat(gradients.get("W" + (l + 1))), within(TOLERANCE));
        }
        assertThat(flat(policyNet.weightsOf(actor.gradient, 2)))
                .containsExactly(flat(gradients.get("Wp")), within(TOLERANCE));
        assertThat(flat(valueNet.weightsOf(critic.gradient, 2)))
                .containsExactly(flat(gradients.get("Wv")), within(TOLERANCE));
    }

    private static void setLayers(Mlp net, JsonNode params, String head) {
        net.setLayer(0, Oracle.matrix(params.get("W1")), flat(params.get("b1")));
        net.setLayer(1, Oracle.matrix(params.get("W2")), flat(params.get("b2")));
        net.setLayer(2, Oracle.matrix(params.get("W" + head)), flat(params.get("b" + head)));
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
