package rewardscope.agent.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rewardscope.agent.AgentCatalogue;
import rewardscope.agent.Schedule;
import rewardscope.agent.Trial;
import rewardscope.env.control.ControlSpec;
import rewardscope.nn.Oracle;

/// Whole updates of the agents, from a batch to the weights after it, against a program that has only the papers'
/// definitions and finds every gradient by automatic differentiation: advantages as a sum of TD errors, Fisher-vector
/// products by differentiating the mean KL divergence twice. Ten steps, one minibatch, four hidden units; the fourth step
/// terminates, and the eighth is truncated. The old policy is another than the one that is improved, so that ratios lie
/// on all sides.
class WholeUpdateTest {
    private static final JsonNode VARIANTS = Oracle.read("policy_gradient_variants");

    /// Ten iterations of conjugate gradients carry rounding errors up to 1e-9.
    private static final double RELATIVE = 1e-8;

    private static List<JsonNode> cases(String name) {
        return StreamSupport.stream(VARIANTS.get(name).spliterator(), false).toList();
    }

    static List<JsonNode> gae() {
        return cases("gae");
    }

    static List<JsonNode> ppo() {
        return cases("ppo");
    }

    static List<JsonNode> penalty() {
        return cases("penalty");
    }

    static List<JsonNode> trpo() {
        return cases("trpo");
    }

    private static void equal(double ours, JsonNode expected, String what) {
        double number = expected.asDouble();
        assertThat(ours).as(what).isCloseTo(number, within(RELATIVE * Math.max(1, Math.abs(number))));
    }

    private static void equal(double[] ours, JsonNode expected, String what) {
        double[] numbers = Oracle.numbers(expected);
        assertThat(ours).as(what).hasSameSizeAs(numbers);
        for (int i = 0; i < numbers.length; i++) {
            equal(ours[i], expected.get(i), what + " " + i);
        }
    }

    private static boolean[] flags(JsonNode node) {
        var flags = new boolean[node.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = node.get(i).asBoolean();
        }
        return flags;
    }

    /// Episodes that end, are cut off and stay open in every order, with γ and λ at 0, between and at 1.
    @ParameterizedTest
    @MethodSource("gae")
    void advantagesAreTheirSumsWhereverEpisodesEnd(JsonNode of) {
        double[] reward = Oracle.numbers(of.get("rewards"));
        double[] v = Oracle.numbers(of.get("values"));
        double[] vNext = Oracle.numbers(of.get("v_next"));
        boolean[] terminated = flags(of.get("terminated"));
        boolean[] truncated = flags(of.get("truncated"));
        int n = reward.length;
        for (JsonNode result : of.get("results")) {
            double gamma = result.get("gamma").asDouble();
            var ours = new double[n];
            Advantages.gae(reward, v, vNext, terminated, truncated, n, gamma, result.get("lam").asDouble(), ours);
            equal(ours, result.get("advantages"), of.get("name") + ": advantage");
            Advantages.returns(reward, vNext, terminated, truncated, n, gamma, ours);
            equal(ours, result.get("returns"), of.get("name") + ": return");
        }
    }

    @ParameterizedTest
    @MethodSource("ppo")
    void ppoMovesTheWeightsToWhereTheReferenceDoes(JsonNode of) {
        var set = of.get("settings");
        var agent = (Ppo) collected("ppo", of, Map.of(
                "clip-value", set.get("clip_value").asBoolean(),
                "target-kl", set.get("target_kl").asDouble(),
                "clip", constant(set.get("clip"))));
        estimated(agent, of);
        take(agent, of.get("theta"), of.get("w"));
        var updates = of.get("updates");
        for (int e = 0; e < updates.size(); e++) {
            var expected = updates.get(e);
            agent.advance();
            var update = (Ppo.Optimisation) agent.event();
            equal(update.loss(), expected.get("loss"), "loss");
            equal(update.objective(), expected.get("objective"), "objective");
            equal(update.valueLoss(), expected.get("value_loss"), "value loss");
            equal(update.entropy(), expected.get("entropy"), "entropy");
            equal(update.kl(), expected.get("kl"), "kl");
            equal(update.clipFraction(), expected.get("clip_fraction"), "clip fraction");
            equal(update.gradientNorm(), expected.get("gradient_norm"), "gradient norm");
            assertThat(update.stopped()).isEqualTo(expected.get("stopped").asBoolean());
            if (e == 0) {
                for (var sample : update.samples()) {
                    equal(sample.ratio(), expected.get("ratio").get(sample.t()), "ratio");
                    equal(sample.objective(), expected.get("sample_objective").get(sample.t()), "objective");
                }
                gradients(agent, expected);
            }
        }
        weights(agent, of);
    }

    @ParameterizedTest
    @MethodSource("penalty")
    void thePenaltyMovesTheWeightsToWhereTheReferenceDoesAndAdapts(JsonNode of) {
        var set = of.get("settings");
        var agent = (PpoPenalty) collected("ppo-penalty", of, Map.of(
                "initial-beta", set.get("initial_beta").asDouble(), "target-kl", constant(set.get("target_kl"))));
        estimated(agent, of);
        take(agent, of.get("theta"), of.get("w"));
        for (JsonNode expected : of.get("updates")) {
            agent.advance();
            var update = (PpoPenalty.Optimisation) agent.event();
            equal(update.loss(), expected.get("loss"), "loss");
            equal(update.objective(), expected.get("objective"), "objective");
            equal(update.valueLoss(), expected.get("value_loss"), "value loss");
            equal(update.entropy(), expected.get("entropy"), "entropy");
            equal(update.kl(), expected.get("kl"), "kl");
            equal(update.gradientNorm(), expected.get("gradient_norm"), "gradient norm");
            if (expected.has("gradient")) {
                gradients(agent, expected);
            }
        }
        weights(agent, of);
        agent.advance();
        var adaptation = (PpoPenalty.Adaptation) agent.event();
        equal(adaptation.kl(), of.get("kl_after"), "kl over the batch");
        equal(adaptation.betaNew(), of.get("beta_after"), "beta");
    }

    /// The shortened gradient, as the optimiser got it.
    private static void gradients(EpochAgent agent, JsonNode expected) {
        equal(flat(agent.actor.gradient, agent.actor.dFurther), expected.get("gradient"), "gradient");
        equal(agent.critic.gradient, expected.get("value_gradient"), "gradient of the value");
    }

    @ParameterizedTest
    @MethodSource("trpo")
    void trpoTakesTheReferencesStep(JsonNode of) {
        var set = of.get("settings");
        var agent = (Trpo) collected("trpo", of, Map.of(
                "max-kl", constant(set.get("max_kl")),
                "damping", set.get("damping").asDouble(),
                "cg-iterations", set.get("cg_iterations").asInt(),
                "backtrack", set.get("backtrack").asDouble(),
                "tries", set.get("tries").asInt()));
        take(agent, of.get("theta"), of.get("w_old"));
        estimated(agent, of);

        agent.advance();
        var natural = (TrpoEvents.NaturalGradient) agent.event();
        equal(natural.surrogate(), of.get("surrogate_old"), "surrogate");
        equal(natural.gradientNorm(), of.get("gradient_norm"), "gradient norm");
        equal(natural.curvature(), of.get("curvature"), "curvature");
        equal(natural.stepScale(), of.get("step_scale"), "step scale");

        // The learner stands where the gradient was taken: the product of the Fisher information with that gradient.
        var g = Oracle.numbers(of.get("gradient"));
        var product = new double[g.length];
        new FisherProduct(agent.policy, agent.actor, agent.rollout.size, set.get("damping").asDouble())
                .apply(g, product);
        equal(product, of.get("fisher_times_gradient"), "Fisher-vector product");

        for (JsonNode expected : of.get("tries")) {
            agent.advance();
            var search = (TrpoEvents.LineSearch) agent.event();
            equal(search.surrogateNew(), expected.get("surrogate"), "surrogate after the step");
            equal(search.kl(), expected.get("kl"), "kl after the step");
            assertThat(search.accepted()).isEqualTo(expected.get("accepted").asBoolean());
        }
        for (JsonNode expected : of.get("value_losses")) {
            agent.advance();
            equal(((TrpoEvents.ValueFit) agent.event()).loss(), expected, "value loss");
        }
        weights(agent, of);
    }

    private static Schedule constant(JsonNode number) {
        return new Schedule.Constant(number.asDouble());
    }

    /// An agent that has collected a batch, not the one that its world gave it but the reference's, with the old policy.
    private static BatchAgent collected(String name, JsonNode of, Map<String, Object> more) {
        var type = AgentCatalogue.named(name).orElseThrow();
        var set = of.get("settings");
        int n = of.get("rewards").size();
        var values = new HashMap<>(more);
        values.put("hidden", List.of(of.get("hidden").get(0).asInt()));
        values.put("horizon", n);
        values.put("minibatches", 1);
        values.put("epochs", set.get("epochs").asInt());
        values.put("alpha", constant(set.get("alpha")));
        values.put("gamma", constant(set.get("gamma")));
        values.put("lambda", constant(set.get("lam")));
        if (set.has("normalise")) {
            values.put("normalise-advantages", set.get("normalise").asBoolean());
            values.put("max-gradient-norm", set.get("max_gradient_norm").asDouble());
            values.put("entropy-coefficient", constant(set.get("entropy_coefficient")));
            values.put("value-coefficient", constant(set.get("value_coefficient")));
        }
        var world = of.get("kind").asText().equals("softmax")
                ? ControlSpec.of(ControlSpec.World.CART_POLE)
                : ControlSpec.of(ControlSpec.World.INVERTED_PENDULUM);
        var agent = (BatchAgent) Trial.agent(type, world, values, 1);
        IntStream.range(0, n).forEach(_ -> agent.advance());

        boolean trustRegion = agent instanceof Trpo; // its old policy is the one that it improves
        take(agent, of.get(trustRegion ? "theta" : "theta_old"), of.get("w_old"));
        var rollout = agent.rollout;
        rollout.clear();
        double[] x = Oracle.numbers(of.get("observations"));
        double[] actions = Oracle.numbers(of.get("actions"));
        double[] h = agent.actor.forward(x, n);
        boolean[] terminated = flags(of.get("terminated"));
        boolean[] truncated = flags(of.get("truncated"));
        for (int t = 0; t < n; t++) {
            agent.policy.look(h, t);
            agent.policy.remember(rollout.memory, t);
            rollout.add(
                    Arrays.copyOfRange(x, 4 * t, 4 * t + 4),
                    new double[] {actions[t]},
                    of.get("rewards").get(t).asDouble(),
                    terminated[t],
                    truncated[t],
                    agent.policy.logProbability(actions, t));
            rollout.vNext[t] = of.get("value_after").get(t).asDouble();
        }
        return agent;
    }

    private static void estimated(BatchAgent agent, JsonNode of) {
        agent.advance();
        equal(agent.rollout.advantage, of.get("advantages"), "advantage");
        equal(agent.rollout.target, of.get("targets"), "target");
    }

    /// Puts weights into policy and value.
    private static void take(BatchAgent agent, JsonNode theta, JsonNode w) {
        double[] numbers = Oracle.numbers(theta);
        double[] weights = agent.actor.net.parameters();
        System.arraycopy(numbers, 0, weights, 0, weights.length);
        System.arraycopy(numbers, weights.length, agent.actor.further, 0, agent.actor.further.length);
        double[] value = Oracle.numbers(w);
        System.arraycopy(value, 0, agent.critic.net.parameters(), 0, value.length);
    }

    private static void weights(BatchAgent agent, JsonNode of) {
        equal(flat(agent.actor.net.parameters(), agent.actor.further), of.get("theta_after"), "weight of the policy");
        equal(agent.critic.net.parameters(), of.get("w_after"), "weight of the value");
    }

    private static double[] flat(double[] one, double[] other) {
        double[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
