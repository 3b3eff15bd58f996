package rewardscope.agent.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rewardscope.agent.StateValues;
import rewardscope.agent.Trial;
import rewardscope.nn.Oracle;

/// What REINFORCE's gradient is on average, over every way that three steps of a small world can go.
class UnbiasedGradientTest {
    private static final double TOLERANCE = 1e-9;
    private static final double[] NONE = {};
    private static final JsonNode WORLD = Oracle.read("reinforce").get("enumerated_mdp");
    private static final double GAMMA = WORLD.get("gamma").asDouble();
    private static final int HORIZON = WORLD.get("horizon").asInt();

    /// One way it can go.
    private record Way(double probability, List<Integer> states, EpisodeMemory memory) {}

    private final SoftmaxPolicy policy = new SoftmaxPolicy(2);
    private final double[][] theta = Oracle.matrix(WORLD.get("theta"));

    private List<Way> ways() {
        var ways = new ArrayList<Way>();
        for (int start = 0; start < 2; start++) {
            follow(WORLD.get("mu0").get(start).asDouble(), List.of(start), List.of(), ways);
        }
        return ways;
    }

    private void follow(double probability, List<Integer> states, List<Integer> actions, List<Way> ways) {
        int s = states.getLast();
        if (actions.size() == HORIZON) {
            var memory = new EpisodeMemory(1, 1);
            for (int t = 0; t < HORIZON; t++) {
                double reward = WORLD.get("R").get(states.get(t)).get(actions.get(t)).asDouble();
                memory.add(new double[] {states.get(t)}, new double[] {actions.get(t)}, reward);
            }
            memory.findReturns(GAMMA, 0);
            ways.add(new Way(probability, states, memory));
            return;
        }
        for (int a = 0; a < 2; a++) {
            policy.look(theta[s], 0);
            double p = probability * Math.exp(policy.logProbability(new double[] {a}, 0));
            var nextActions = new ArrayList<>(actions);
            nextActions.add(a);
            boolean last = nextActions.size() == HORIZON;
            for (int to = 0; to < (last ? 1 : 2); to++) { // where the last step leads does not matter
                var nextStates = new ArrayList<>(states);
                nextStates.add(to);
                follow(last ? p : p * WORLD.get("P").get(s).get(a).get(to).asDouble(), nextStates, nextActions, ways);
            }
        }
    }

    /// Σ_t w_t ∇ ln π(A_t|S_t), w_t = γ^t G_t or G_0.
    private double[] gradient(Way way, boolean rewardToGo) {
        var gradient = new double[4];
        for (int t = 0; t < HORIZON; t++) {
            var moment = way.memory().at(t);
            int s = way.states().get(t);
            policy.look(theta[s], 0);
            double weight = rewardToGo ? Math.pow(GAMMA, t) * moment.g() : way.memory().at(0).g();
            policy.addScore(weight, moment.action(), 0, gradient, s, NONE);
        }
        return gradient;
    }

    @Test
    void reinforceIsUnbiasedAndRewardToGoHalvesItsVariance() {
        double[] exact = Oracle.numbers(WORLD.get("exact_gradient"));
        double value = 0;
        for (Way way : ways()) {
            value += way.probability() * way.memory().at(0).g();
        }
        assertThat(value).isCloseTo(WORLD.get("J").asDouble(), within(TOLERANCE));
        for (boolean rewardToGo : new boolean[] {true, false}) {
            var mean = new double[4];
            double squares = 0;
            for (Way way : ways()) {
                double[] g = gradient(way, rewardToGo);
                for (int i = 0; i < 4; i++) {
                    mean[i] += way.probability() * g[i];
                    squares += way.probability() * g[i] * g[i];
                }
            }
            assertThat(mean).containsExactly(exact, within(TOLERANCE));
            double trace = squares;
            for (double each : mean) {
                trace -= each * each;
            }
            String name = rewardToGo ? "trace_of_covariance_reward_to_go" : "trace_of_covariance_total_return";
            assertThat(trace).isCloseTo(WORLD.get(name).asDouble(), within(TOLERANCE));
        }
    }

    /// Example 13.1: three cells that look alike, and in the middle one the moves are swapped.
    @Test
    void theShortCorridorIsWorthWhatItsFormulaSays() {
        var oracle = Oracle.read("reinforce").get("short_corridor");
        for (var entry : oracle.get("J").properties()) {
            double right = Double.parseDouble(entry.getKey());
            double left = 1 - right;
            // To go right with probability p in every cell is to be moved so by a world with a single action.
            var agent = Trial.agent(
                    """
                    environment:
                      type: mdp
                      states: [a, b, c, goal]
                      actions: [move]
                      start: a
                      terminal: [goal]
                      transitions:
                        - {from: a, action: move, to: a, p: %1$s, reward: -1}
                        - {from: a, action: move, to: b, p: %2$s, reward: -1}
                        - {from: b, action: move, to: a, p: %2$s, reward: -1}
                        - {from: b, action: move, to: c, p: %1$s, reward: -1}
                        - {from: c, action: move, to: b, p: %1$s, reward: -1}
                        - {from: c, action: move, to: goal, p: %2$s, reward: -1}
                    agent: {type: exact, gamma: 1}
                    """
                            .formatted(left, right),
                    1);
            agent.advance();
            double value = ((StateValues) agent).v()[0];
            assertThat(value).as("p = %s", right).isCloseTo(entry.getValue().asDouble(), within(1e-9 * Math.abs(value)));
            assertThat(value).isCloseTo(2 * (right - 2) / (right * left), within(1e-9 * Math.abs(value)));
            assertThat(value).isLessThanOrEqualTo(oracle.get("best_value").asDouble() + TOLERANCE);
        }
    }

    @Test
    void weightingEveryStepWithTheWholeReturnEqualsTheReference() {
        var oracle = Oracle.read("reinforce");
        double[][] features = Oracle.matrix(oracle.get("features"));
        double[][] weights = Oracle.matrix(oracle.get("theta_feature_by_action"));
        double[] actions = Oracle.numbers(oracle.get("actions"));
        double whole = oracle.get("returns").get(0).asDouble();
        var three = new SoftmaxPolicy(3);
        var gradient = new double[features[0].length * 3];
        for (int t = 0; t < features.length; t++) {
            var h = new double[3];
            for (int k = 0; k < features[t].length; k++) {
                for (int a = 0; a < 3; a++) {
                    h[a] += features[t][k] * weights[k][a];
                }
            }
            three.look(h, 0);
            assertThat(three.logProbability(actions, t))
                    .isCloseTo(oracle.get("log_probs").get(t).asDouble(), within(TOLERANCE));
            var score = new double[3];
            three.addScore(whole, actions, t, score, 0, NONE);
            for (int k = 0; k < features[t].length; k++) {
                for (int a = 0; a < 3; a++) {
                    gradient[3 * k + a] += features[t][k] * score[a];
                }
            }
        }
        assertThat(gradient)
                .containsExactly(Oracle.numbers(oracle.get("total_return_variant_no_causality")), within(TOLERANCE));
    }
}
