package rewardscope.agent.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rewardscope.agent.ActionProbabilities;
import rewardscope.agent.Agent;
import rewardscope.agent.Trial;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.Layout;
import rewardscope.env.Oracle;

/// The gridworlds of the textbooks, planned to the last printed digit.
class BookGridsTest {
    private static Agent plan(String preset, String agent) {
        return Trial.agent("environment: {preset: " + preset + "}\nagent: {" + agent + "}", 1);
    }

    /// Values as a matrix in the layout's own rows and columns, compared with one that has the same shape.
    private static void assertValues(Agent agent, JsonNode matrix, double tolerance) {
        var grid = (Layout.Grid) ((FiniteEnvironment) agent.environment()).layout();
        double[] v = Trial.v(agent);
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                int s = grid.stateAt()[row][column];
                if (s >= 0) {
                    assertThat(v[s])
                            .as("%d,%d", row, column)
                            .isCloseTo(matrix.get(row).get(column).asDouble(), within(tolerance));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10})
    void synchronousSweepsOfTheFourByFourGridAreThoseOfFigure41(int k) {
        var agent = Trial.sweeps(plan("sutton-barto-4x4", "type: policy-evaluation, gamma: 1"), k);
        assertValues(agent, Oracle.named("gridworld_4x4").at("/synchronous_k/" + k), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10})
    void sweepsInPlaceGoFasterAndGiveOtherNumbers(int k) {
        var agent = Trial.sweeps(plan("sutton-barto-4x4", "type: policy-evaluation, gamma: 1, in-place: true"), k);
        assertValues(agent, Oracle.named("gridworld_4x4").at("/in_place_row_major_k/" + k), 1e-9);
    }

    @Test
    void theGreedyPolicyAfterEachSweepIsThatOfFigure41WithAllItsTies() {
        for (String k : List.of("1", "2", "3")) {
            var agent = Trial.sweeps(
                    plan("sutton-barto-4x4", "type: policy-evaluation, gamma: 1"), Integer.parseInt(k));
            assertGreedy(agent, Oracle.named("gridworld_4x4").at("/greedy_action_sets/k" + k));
        }
        assertGreedy(
                Trial.sweeps(plan("sutton-barto-4x4", "type: exact, gamma: 1"), 1),
                Oracle.named("gridworld_4x4").at("/greedy_action_sets/inf"));
    }

    private static void assertGreedy(Agent agent, JsonNode sets) {
        var world = (FiniteEnvironment) agent.environment();
        var grid = (Layout.Grid) world.layout();
        var letters = List.of("up", "N", "down", "S", "right", "E", "left", "W");
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                int s = grid.stateAt()[row][column];
                double[] policy = ((ActionProbabilities) agent).policy(s);
                var found = new ArrayList<String>();
                for (int a = 0; a < policy.length; a++) {
                    if (policy[a] > 0) {
                        found.add(letters.get(letters.indexOf(world.model().actionName(a)) + 1));
                    }
                }
                assertThat(found)
                        .as("%d,%d", row, column)
                        .containsExactlyInAnyOrderElementsOf(sets.get(row)
                                .get(column)
                                .asText()
                                .chars()
                                .mapToObj(Character::toString)
                                .toList());
            }
        }
    }

    @Test
    void theExactSolutionIsTheLimitOfTheSweeps() {
        var oracle = Oracle.named("gridworld_4x4").get("k_inf");
        assertValues(Trial.sweeps(plan("sutton-barto-4x4", "type: exact, gamma: 1"), 1), oracle, 1e-9);
        assertValues(
                Trial.sweeps(plan("sutton-barto-4x4", "type: policy-evaluation, gamma: 1"), 1000), oracle, 1e-9);
    }

    @Test
    void synchronousEvaluationNeeds173SweepsAndInPlace114ToChangeLessThanATenThousandth() {
        var oracle = Oracle.named("gridworld_4x4").get("sweeps_until_delta_below_1e_4");
        assertThat(sweepsUntilSmall("type: policy-evaluation, gamma: 1"))
                .isEqualTo(oracle.get("synchronous").asInt());
        assertThat(sweepsUntilSmall("type: policy-evaluation, gamma: 1, in-place: true"))
                .isEqualTo(oracle.get("in_place_row_major").asInt());
    }

    private static int sweepsUntilSmall(String keys) {
        var agent = plan("sutton-barto-4x4", keys);
        var change = agent.series().getFirst().value();
        int sweeps = 0;
        while (change.getAsDouble() >= 1e-4) {
            Trial.sweeps(agent, 1);
            sweeps++;
        }
        return sweeps;
    }

    @Test
    void theFiveByFiveGridHasTheValuesOfFigures32And35() {
        var oracle = Oracle.named("gridworld_5x5");
        assertValues(
                Trial.sweeps(plan("sutton-barto-5x5", "type: exact, gamma: 0.9"), 1),
                oracle.get("random_policy_v"),
                1e-9);
        assertValues(
                Trial.sweeps(plan("sutton-barto-5x5", "type: value-iteration, gamma: 0.9"), 500),
                oracle.get("optimal_v"),
                1e-9);
        var improved = plan("sutton-barto-5x5", "type: policy-iteration, gamma: 0.9");
        for (int act = 0; !improved.finished(); act++) {
            improved.advance();
            assertThat(act).isLessThan(1_000_000);
        }
        assertValues(improved, oracle.get("optimal_v"), 1e-8);
        assertGreedy(improved, oracle.get("optimal_actions_all"));
    }

    @Test
    void sweepsOfTheFiveByFiveGridAreTheReferencesSweeps() {
        var oracle = Oracle.named("gridworld_5x5");
        for (int k : new int[] {1, 2, 3, 10}) {
            assertValues(
                    Trial.sweeps(plan("sutton-barto-5x5", "type: value-iteration, gamma: 0.9"), k),
                    oracle.at("/synchronous_value_iteration_from_zero/" + k),
                    1e-9);
            assertValues(
                    Trial.sweeps(plan("sutton-barto-5x5", "type: policy-evaluation, gamma: 0.9"), k),
                    oracle.at("/synchronous_policy_evaluation_random_from_zero/" + k),
                    1e-9);
        }
    }

    @Test
    void theUtilitiesOfRussellAndNorvigsWorldComeOutByBothIterations() {
        var oracle = Oracle.named("aima_4x3").get("utilities_3rd_edition_R_of_s");
        assertValues(Trial.sweeps(plan("aima-4x3", "type: value-iteration, gamma: 1"), 200), oracle, 1e-9);
        var improved = plan("aima-4x3", "type: policy-iteration, gamma: 1");
        while (!improved.finished()) {
            improved.advance();
        }
        assertValues(improved, oracle, 1e-8);
    }

    @Test
    void withoutDiscountAPolicyThatNeverEndsHasNoValuesAndTheSentenceSaysWhere() {
        var agent = Trial.agent(
                """
                environment: {type: linear-track, states: 4}
                agent: {type: exact, gamma: 1, policy: {"0": down, "1": down, "2": up}}
                """,
                1);
        assertThatThrownBy(agent::advance)
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("reaches 0; 1 never ends")
                .hasMessageContaining("gamma < 1");
    }

    @Test
    void evaluatingAPolicyThatNeverEndsGoesOnForEverAndNeverSettles() {
        var agent = Trial.agent(
                """
                environment: {type: linear-track, states: 4, step-reward: -1}
                agent: {type: policy-evaluation, gamma: 1, policy: {"0": down, "1": down, "2": up}}
                """,
                1);
        Trial.sweeps(agent, 250);
        assertThat(Trial.v(agent)[0]).isEqualTo(-250);
        assertThat(agent.finished()).isFalse();
    }

    @Test
    void inTheMiddleOfASynchronousSweepTheStatesBackedUpShowTheirNewValues() {
        var agent = plan("sutton-barto-4x4", "type: value-iteration, gamma: 1");
        agent.advance();
        var changed = agent.event().changed().orElseThrow();
        assertThat(Trial.v(agent)[changed.state()]).isEqualTo(-1);
        assertThat(Trial.v(agent)).containsOnly(0, -1).hasSize(16);
    }
}
