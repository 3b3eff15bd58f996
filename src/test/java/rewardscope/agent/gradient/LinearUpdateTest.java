package rewardscope.agent.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rewardscope.agent.AgentCatalogue;
import rewardscope.agent.Mark;
import rewardscope.agent.ObservationValues;
import rewardscope.agent.Schedule;
import rewardscope.agent.StepEvent;
import rewardscope.agent.Trial;
import rewardscope.env.control.ControlSpec;

/// The policy gradients that learn from single steps, without hidden layers, where every gradient can be written down:
/// ∂ ln π(a) / ∂h_b = 1[a = b] − π(b) for numbered actions, (a − μ)/σ² and (a − μ)²/σ² − 1 for the mean and ln σ of a
/// force, and x itself for the weights of an output. Some episodes end with a fall, others are cut off.
class LinearUpdateTest {
    private static final double ALPHA = 0.01;
    private static final double ALPHA_VALUE = 0.02;
    private static final double GAMMA = 0.9;
    private static final double TOLERANCE = 1e-11;

    private PolicyGradientAgent agent;
    private boolean discountGradient;

    /// A step as it was seen, done and paid.
    private record Seen(double[] x, double action, double reward, boolean terminated) {
        static Seen of(StepEvent step) {
            return switch (step) {
                case Steps.Numbered s -> new Seen(array(s.observation()), s.action(), s.reward(), s.terminated());
                case Steps.Force s ->
                    new Seen(array(s.observation()), s.dimensions().getFirst().action(), s.reward(), s.terminated());
                default -> throw new AssertionError(step);
            };
        }

        private static double[] array(List<Double> numbers) {
            return numbers.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "reinforce, CART_POLE, false", "reinforce, INVERTED_PENDULUM, true",
        "reinforce-baseline, CART_POLE, true", "reinforce-baseline, INVERTED_PENDULUM, false",
        "actor-critic, CART_POLE, true", "actor-critic, INVERTED_PENDULUM, false"
    })
    void everyStepMovesTheWeightsAsTheFormulaSays(String name, ControlSpec.World kind, boolean discountGradient) {
        this.discountGradient = discountGradient;
        var type = AgentCatalogue.named(name).orElseThrow();
        var values = new HashMap<String, Object>(Map.of(
                "hidden", List.of(),
                "optimiser", "sgd",
                "scale", false,
                "discount-gradient", discountGradient,
                "gamma", new Schedule.Constant(GAMMA),
                "alpha", new Schedule.Constant(ALPHA)));
        if (type.parameter("alpha-value").isPresent()) {
            values.put("alpha-value", new Schedule.Constant(ALPHA_VALUE));
        }
        var leaning = kind == ControlSpec.World.CART_POLE
                ? ControlSpec.of(kind).startingFrom(0.0, 0.1, 0.17, 0.2).withMaxSteps(7)
                : ControlSpec.of(kind).startingFrom(0.0, 0.1, 0.1, 0.2).withMaxSteps(4);
        agent = (PolicyGradientAgent) Trial.agent(type, leaning, values, 3);
        int fell = 0;
        for (int episode = 0; episode < 30; episode++) {
            fell += (agent instanceof ActorCritic ? learnsAtOnce() : learnsAfterwards()) ? 1 : 0;
        }
        assertThat(fell).as("episodes that ended with a fall").isBetween(5, 25);
    }

    /// δ = R + γ v̂(S′) − v̂(S), both values from before the update.
    private boolean learnsAtOnce() {
        double discount = 1;
        while (true) {
            double[] theta = theta();
            double[] w = critic();
            agent.advance();
            var update = (ActorCritic.Update) agent.event();
            var seen = Seen.of(update.step());
            double delta = seen.reward() + (seen.terminated() ? 0 : GAMMA * value(w, agent.next)) - value(w, seen.x());
            learned(update, theta, w, seen, delta, discount * delta);
            discount *= discountGradient ? GAMMA : 1;
            if ((agent.marks() & Mark.EPISODE) != 0) {
                return seen.terminated();
            }
        }
    }

    /// δ = G − v̂(S), the value from before the update; without a baseline it is G alone.
    private boolean learnsAfterwards() {
        var steps = new ArrayList<Seen>();
        do {
            agent.advance();
            steps.add(Seen.of(agent.event()));
        } while ((agent.marks() & Mark.EPISODE) == 0);
        boolean terminated = steps.getLast().terminated();
        double future = terminated ? 0 : value(critic(), agent.next);
        for (int t = 0; t < steps.size(); t++) {
            double g = Math.pow(GAMMA, steps.size() - t) * future;
            for (int k = t; k < steps.size(); k++) {
                g += Math.pow(GAMMA, k - t) * steps.get(k).reward();
            }
            double[] theta = theta();
            double[] w = critic();
            agent.advance();
            var seen = steps.get(t);
            double delta = g - value(w, seen.x());
            learned((LearnedStep) agent.event(), theta, w, seen, delta, (discountGradient ? Math.pow(GAMMA, t) : 1) * delta);
        }
        return terminated;
    }

    private void learned(LearnedStep update, double[] theta, double[] w, Seen seen, double delta, double weight) {
        assertThat(update.advantage()).isCloseTo(delta, within(TOLERANCE));
        double[] score = score(theta, seen);
        for (int i = 0; i < score.length; i++) {
            assertThat(theta()[i]).isCloseTo(theta[i] + ALPHA * weight * score[i], within(TOLERANCE));
        }
        for (int i = 0; i < w.length; i++) {
            double slope = i < 4 ? seen.x()[i] : 1;
            assertThat(critic()[i]).isCloseTo(w[i] + ALPHA_VALUE * delta * slope, within(TOLERANCE));
        }
    }

    /// ∇ ln π(A|S): the weights from input i to output b stand at i · outputs + b, then the biases, then ln σ.
    private double[] score(double[] theta, Seen seen) {
        int outputs = agent.policy.outputs();
        var h = new double[outputs];
        for (int b = 0; b < outputs; b++) {
            h[b] = theta[4 * outputs + b];
            for (int i = 0; i < 4; i++) {
                h[b] += theta[i * outputs + b] * seen.x()[i];
            }
        }
        var score = new double[theta.length];
        var slope = new double[outputs];
        if (agent.policy instanceof SoftmaxPolicy) {
            double sum = Math.exp(h[0]) + Math.exp(h[1]);
            for (int b = 0; b < 2; b++) {
                slope[b] = (seen.action() == b ? 1 : 0) - Math.exp(h[b]) / sum;
            }
        } else {
            double sigma = Math.exp(theta[5]);
            double z = (seen.action() - h[0]) / sigma;
            slope[0] = z / sigma;
            score[5] = z * z - 1;
        }
        for (int b = 0; b < outputs; b++) {
            score[4 * outputs + b] = slope[b];
            for (int i = 0; i < 4; i++) {
                score[i * outputs + b] = slope[b] * seen.x()[i];
            }
        }
        return score;
    }

    private double[] theta() {
        double[] weights = agent.policyNet.parameters();
        double[] further = agent.policy.further();
        double[] theta = Arrays.copyOf(weights, weights.length + further.length);
        System.arraycopy(further, 0, theta, weights.length, further.length);
        return theta;
    }

    /// The weights and the bias of a linear v̂, read off where one input is 1; zeros for an agent that has none.
    private double[] critic() {
        if (!(agent instanceof ObservationValues values)) {
            return new double[0];
        }
        var w = new double[5];
        w[4] = values.value(new double[4]);
        for (int i = 0; i < 4; i++) {
            var unit = new double[4];
            unit[i] = 1;
            w[i] = values.value(unit) - w[4];
        }
        return w;
    }

    private static double value(double[] w, double[] x) {
        double v = w.length == 0 ? 0 : w[4];
        for (int i = 0; i < w.length - 1; i++) {
            v += w[i] * x[i];
        }
        return v;
    }
}
