package rewardscope.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rewardscope.sim.ExperimentReader;
import rewardscope.sim.Simulation;

/// Termination and truncation are never mixed up, by any agent that bootstraps.
///
/// Two worlds that look the same while they last: from A to B for nothing, and in B each step pays 1. In the one, B goes
/// on for ever and somebody stops watching after a few steps: v(B) = 1 + 0.9 v(B) = 10 and v(A) = 9. In the other the step
/// from B is the end: v(B) = 1 and v(A) = 0.9. An agent that takes the cut for an end finds 1 in both. One that bootstraps
/// from the state that the next episode starts in, in place of the one where the last stopped, finds
/// v(B) = 1 + 0.9 · 0.9 v(B), which is 5.3.
class EndAndCutTest {
    private static final String CUT_OFF = """
            environment:
              type: mdp
              states: [A, B]
              actions: [go]
              start: %s
              transitions: [{from: A, action: go, to: B}, {from: B, action: go, to: B, reward: 1}]
              max-steps: %d
            """;
    private static final String ENDED = """
            environment:
              type: mdp
              states: [A, B, end]
              actions: [go]
              start: %s
              terminal: [end]
              transitions: [{from: A, action: go, to: B}, {from: B, action: go, to: end, reward: 1}]
            """;

    /// Settings with which each finds the values quickly.
    private static final Map<String, String> NETWORKS = Map.of(
            "dqn", "alpha: 0.02, hidden: [], warm-up: 10, batch: 16, target-every: 5",
            "actor-critic", "alpha-value: 0.02, hidden: []",
            "reinforce-baseline", "alpha-value: 0.02, hidden: []",
            "trpo", "alpha: 0.02, horizon: 32, minibatches: 4, hidden: []",
            "ppo", "alpha: 0.02, horizon: 32, minibatches: 4, hidden: []",
            "ppo-penalty", "alpha: 0.02, horizon: 32, minibatches: 4, hidden: []");

    /// `reinforce` has no estimate to bootstrap from, `bug-lab` is there to be wrong, and `least-squares-mc` averages
    /// over all returns there ever were, which takes too long: it has a test of its own.
    private static final Set<String> OTHERS = Set.of("reinforce", "bug-lab", "least-squares-mc");

    private static final Set<Family> BOOTSTRAPPING =
            Set.of(Family.PREDICTION, Family.CONTROL, Family.APPROXIMATION, Family.POLICY_GRADIENT);

    static Stream<AgentType> agents() {
        return AgentCatalogue.all().stream()
                .filter(type -> BOOTSTRAPPING.contains(type.family()) && !OTHERS.contains(type.name()));
    }

    private static double[] valuesOf(AgentType type, String world) {
        String settings = NETWORKS.getOrDefault(type.name(), type.parameter("alpha").isPresent() ? "alpha: 0.5" : "");
        String agent = "agent: {type: " + type.name() + ", gamma: 0.9" + (settings.isEmpty() ? "" : ", " + settings) + "}\n";
        var checked = ExperimentReader.read(Path.of("test.yaml"), world + agent);
        assertThat(checked.problems()).isEmpty();
        try (var simulation = new Simulation(checked.experiment().orElseThrow())) {
            int acts = NETWORKS.containsKey(type.name()) ? 12_000 : 4_000;
            for (int i = 0; i < acts; i++) {
                simulation.advance();
            }
            return switch (simulation.agent()) {
                case StateValues table -> new double[] {table.v()[0], table.v()[1]};
                case ActionValues table -> new double[] {table.q()[0][0], table.q()[1][0]};
                case ObservationValues critic -> {
                    int states = world.contains("end]") ? 3 : 2;
                    yield new double[] {critic.value(indicator(0, states)), critic.value(indicator(1, states))};
                }
                default -> throw new AssertionError(type.name() + " has no values to look at");
            };
        }
    }

    private static double[] indicator(int state, int states) {
        var x = new double[states];
        x[state] = 1;
        return x;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("agents")
    void whatWasCutOffGoesOnAndWhatEndedDoesNot(AgentType type) {
        for (int length : new int[] {2, 3, 5}) {
            double[] cutOff = valuesOf(type, CUT_OFF.formatted("A", length));
            assertThat(cutOff[1]).as("v(B), cut off after %d steps", length).isCloseTo(10, within(0.25));
            assertThat(cutOff[0]).as("v(A), cut off after %d steps", length).isCloseTo(9, within(0.25));
        }
        double[] ended = valuesOf(type, ENDED.formatted("A"));
        assertThat(ended[1]).as("v(B), ended").isCloseTo(1, within(0.03));
        assertThat(ended[0]).as("v(A), ended").isCloseTo(0.9, within(0.03));
    }

    /// A single step that begins in B: what was cut off after it goes on, and what ended with it does not.
    @ParameterizedTest(name = "{0}")
    @MethodSource("agents")
    void oneStepIsEnoughToTellACutFromAnEnd(AgentType type) {
        assertThat(valuesOf(type, CUT_OFF.formatted("B", 1))[1]).as("v(B), cut off").isCloseTo(10, within(0.25));
        assertThat(valuesOf(type, ENDED.formatted("B"))[1]).as("v(B), ended").isCloseTo(1, within(0.03));
    }

    /// All values begin at 5. The first episode, A B B, gives B the return 1 + 0.9 · 5 = 5.5; the second one gives it
    /// 1 + 0.9 · 5.5 = 5.95. Their mean is what least squares find. From A's value it would be 1 + 0.9 · 4.95.
    @Test
    void returnsOfEpisodesThatWereCutOffGoOnInTheStateWhereTheyStopped() {
        var yaml = CUT_OFF.formatted("A", 2) + "agent: {type: least-squares-mc, gamma: 0.9, initial: 5}\n";
        var checked = ExperimentReader.read(Path.of("test.yaml"), yaml);
        try (var simulation = new Simulation(checked.experiment().orElseThrow())) {
            while (simulation.counts().episodes() < 2) {
                simulation.advance();
            }
            double[] v = ((StateValues) simulation.agent()).v();
            assertThat(v[1]).isCloseTo((5.5 + 5.95) / 2, within(1e-6));
            assertThat(v[0]).isCloseTo(0.9 * v[1], within(1e-6));
        }
    }

    @Test
    void everyAgentThatLearnsIsAmongThem() {
        List<String> names = agents().map(AgentType::name).toList();
        assertThat(names).hasSizeGreaterThan(20).contains("ppo", "td-lambda", "q-lambda", "dqn", "least-squares-td");
    }
}
