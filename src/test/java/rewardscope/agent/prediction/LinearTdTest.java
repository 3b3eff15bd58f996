package rewardscope.agent.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rewardscope.agent.Schedule;
import rewardscope.sim.ExperimentReader;
import rewardscope.sim.ExperimentRun;
import rewardscope.sim.JsonResults;
import rewardscope.sim.Results;
import rewardscope.sim.Simulation;

/// Baird's counterexample (Sutton & Barto, figure 11.1), and what becomes of it when a leg of the triad is taken away.
class LinearTdTest {
    private static final String OFF_POLICY = "{dashed: 0.8571428571428571, solid: 0.14285714285714285}";
    private static final String SHARED = """
            [[2, 0, 0, 0, 0, 0, 0, 1], [0, 2, 0, 0, 0, 0, 0, 1], [0, 0, 2, 0, 0, 0, 0, 1], [0, 0, 0, 2, 0, 0, 0, 1],
                 [0, 0, 0, 0, 2, 0, 0, 1], [0, 0, 0, 0, 0, 2, 0, 1], [0, 0, 0, 0, 0, 0, 1, 2]]""";

    private static String baird(long seed, String policy, double gamma) {
        return """
                environment: {preset: baird}
                agent:
                  type: linear-td
                  alpha: 0.01
                  gamma: %s
                  policy: %s
                  behaviour: %s
                  features: %s
                  weights: [1, 1, 1, 1, 1, 1, 10, 1]
                seed: %d
                stop: {steps: 1000}
                """.formatted(gamma, policy, OFF_POLICY, SHARED, seed);
    }

    private static double largestWeight(String yaml) {
        var checked = ExperimentReader.read(Path.of("baird.yaml"), yaml);
        assertThat(checked.problems()).isEmpty();
        Results results = ExperimentRun.run(checked.experiment().orElseThrow());
        double[] weights = results.series().get("largest-weight").values();
        return weights[weights.length - 1];
    }

    /// v̂(A) = 2·3 + 1·1 = 7, v̂(B) = 1: δ = 1 + 0.5·1 − 7 = −5.5, and w moves by 0.1 · (−5.5) · (2, 1).
    @Test
    void oneUpdateMovesTheWeightsAlongTheFeatures() {
        var checked = ExperimentReader.read(Path.of("two.yaml"), """
                environment:
                  type: mdp
                  states: [A, B]
                  actions: [go]
                  start: A
                  transitions: [{from: A, action: go, to: B, reward: 1}, {from: B, action: go, to: A}]
                agent: {type: linear-td, alpha: 0.1, gamma: 0.5, features: [[2, 1], [0, 1]], weights: [3, 1]}
                """);
        var simulation = new Simulation(checked.experiment().orElseThrow());
        simulation.advance();
        var update = (LinearTd.Update) simulation.event();
        assertThat(update.vOld()).isEqualTo(7);
        assertThat(update.tdError()).isEqualTo(-5.5);
        assertThat(update.ratio()).isEqualTo(1);
        assertThat(update.weights().get(0)).isCloseTo(3 - 1.1, offset(1e-12));
        assertThat(update.weights().get(1)).isCloseTo(1 - 0.55, offset(1e-12));
        assertThat(update.vNew()).isCloseTo(7 - 0.1 * 5.5 * 5, offset(1e-12));
    }

    /// The book's figure 11.2 stands between 200 and 400 after 1,000 steps.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void withAllThreeLegsTheWeightsGrow(long seed) {
        assertThat(largestWeight(baird(seed, "solid", 0.99))).isBetween(200.0, 500.0);
    }

    @Test
    void inTheEndTheRunSaysAtWhichStepItDiverged() throws IOException {
        var yaml = baird(1, "solid", 0.99).replace("steps: 1000", "steps: 10000000");
        var results = ExperimentRun.run(
                ExperimentReader.read(Path.of("baird.yaml"), yaml).experiment().orElseThrow());
        assertThat(results.diverged()).isTrue();
        assertThat(results.stopped()).hasValueSatisfying(
                why -> assertThat(why).contains("diverged at environment step " + (results.counts().steps() + 1)));
        var json = new StringWriter();
        JsonResults.write(results, json);
        assertThat(json.toString()).contains("\"diverged\":true", "\"stopped\":\"");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void withoutAnyOneOfThemTheyDoNot(long seed) {
        assertThat(largestWeight(baird(seed, OFF_POLICY, 0.99))).as("on-policy").isLessThan(10);
        assertThat(largestWeight(baird(seed, "solid", 0))).as("no bootstrapping").isLessThan(10);
        String table = baird(seed, "solid", 0.99).replaceAll("(?s)  features:.*10, 1\\]", "  initial: 10");
        assertThat(largestWeight(table)).as("a table").isLessThanOrEqualTo(10);
    }

    private static String legs(boolean approximation, boolean bootstrapping, boolean offPolicy, long seed) {
        String switches = "  function-approximation: %s\n  bootstrapping: %s\n  off-policy: %s\n  weights:"
                .formatted(approximation, bootstrapping, offPolicy);
        return baird(seed, "solid", 0.99).replace("  weights:", switches);
    }

    /// All eight: with the triad the largest value grows from 12 beyond ten thousand, with anything less it shrinks in the end, and is never above 13.
    @ParameterizedTest(name = "function approximation {0}, bootstrapping {1}, off-policy {2}: diverges {3}")
    @CsvSource({
        "true, true, true, true",
        "false, true, true, false",
        "true, false, true, false",
        "true, true, false, false",
        "true, false, false, false",
        "false, true, false, false",
        "false, false, true, false",
        "false, false, false, false"
    })
    void onlyAllThreeLegsTogetherDiverge(
            boolean approximation, boolean bootstrapping, boolean offPolicy, boolean diverges) {
        for (long seed = 1; seed <= 3; seed++) {
            var yaml = legs(approximation, bootstrapping, offPolicy, seed).replace("steps: 1000", "steps: 5000");
            var checked = ExperimentReader.read(Path.of("baird.yaml"), yaml);
            assertThat(checked.problems()).isEmpty();
            double[] largest = ExperimentRun.run(checked.experiment().orElseThrow())
                    .series()
                    .get("largest-value")
                    .values();
            if (diverges) {
                assertThat(largest[largest.length - 1]).isGreaterThan(1e4);
            } else {
                assertThat(Arrays.stream(largest).max().orElseThrow()).isLessThan(13);
                assertThat(largest[largest.length - 1]).isLessThan(12);
            }
        }
    }

    /// In the middle of the growth a switch is thrown: from there on nothing grows; thrown back, it grows again.
    @ParameterizedTest
    @ValueSource(strings = {"function-approximation", "bootstrapping", "off-policy"})
    void aLegTakenAwayOnTheWayStopsTheGrowth(String leg) {
        var checked = ExperimentReader.read(Path.of("baird.yaml"), baird(1, "solid", 0.99));
        var simulation = new Simulation(checked.experiment().orElseThrow());
        double grown = largestAfter(simulation, 1500);
        simulation.agent().hyperparameters().change(leg, new Schedule.Constant(0));
        double stopped = largestAfter(simulation, 10_000);
        simulation.agent().hyperparameters().change(leg, new Schedule.Constant(1));
        double again = largestAfter(simulation, 4000);
        assertThat(grown).isGreaterThan(300);
        assertThat(stopped).isLessThan(1.1 * grown);
        assertThat(again).isGreaterThan(10 * stopped);
    }

    private static double largestAfter(Simulation simulation, int acts) {
        for (int i = 0; i < acts; i++) {
            simulation.advance();
        }
        return simulation.series().stream()
                .filter(series -> series.name().equals("largest-value"))
                .findFirst()
                .orElseThrow()
                .value()
                .getAsDouble();
    }

    @Test
    void rowsThatDoNotFitAreASentence() {
        var ragged = ExperimentReader.read(
                Path.of("baird.yaml"), baird(1, "solid", 0.99).replace("[0, 2, 0, 0, 0, 0, 0, 1]", "[0, 2]"));
        assertThat(ragged.problems()).hasSize(1).allSatisfy(p -> assertThat(p.message()).contains("has 2 numbers"));
        var few = ExperimentReader.read(Path.of("baird.yaml"), """
                environment: {preset: baird}
                agent: {type: linear-td, features: [[1, 2]]}
                """);
        assertThat(few.problems()).hasSize(1).allSatisfy(p -> assertThat(p.message()).contains("1 rows for 7 states"));
    }
}
