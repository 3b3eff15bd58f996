package rewardscope.env.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.FiniteMdp;
import rewardscope.env.Oracle;
import rewardscope.env.Solve;
import rewardscope.env.YamlSpecs;
import rewardscope.math.RandomStream;

class PresetsTest {
    static List<String> names() {
        return Presets.names();
    }

    static FiniteEnvironment world(String preset) {
        var spec = YamlSpecs.read(Presets.yaml(preset).orElseThrow());
        return (FiniteEnvironment) spec.create(RandomStream.named(1, "environment"));
    }

    private static FiniteMdp model(String preset) {
        return world(preset).model();
    }

    private static double startValue(FiniteMdp model, double[] v) {
        double sum = 0;
        for (int s = 0; s < v.length; s++) {
            sum += model.startProbability(s) * v[s];
        }
        return sum;
    }

    private static double valueAt(FiniteEnvironment world, double[] v, String name) {
        return v[world.layout().stateNamed(name).orElseThrow()];
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyPresetHasATitleAndNoFaults(String name) {
        assertThat(Presets.title(name).orElseThrow()).endsWith(".").hasSizeGreaterThan(20);
        assertThat(YamlSpecs.read(Presets.yaml(name).orElseThrow()).faults()).isEmpty();
    }

    @Test
    void anUnknownNameIsEmpty() {
        assertThat(Presets.yaml("no-such-world")).isEmpty();
    }

    @Test
    void theWorldOfRussellAndNorvigHasTheUtilitiesOfTheThirdEdition() {
        var v = Solve.optimal(model("aima-4x3"), 1);
        assertThat(v)
                .containsExactly(
                        Oracle.cells(Oracle.named("aima_4x3").get("utilities_3rd_edition_R_of_s")), within(1e-11));
    }

    @Test
    void payingOnEnteringGivesTheUtilitiesOfTheFourthEdition() {
        String yaml = Presets.yaml("aima-4x3")
                .orElseThrow()
                .replace("{reward: 1, terminal: true, collect: exit}", "{reward: 1.04, terminal: true}")
                .replace("{reward: -1, terminal: true, collect: exit}", "{reward: -0.96, terminal: true}");
        var world = (FiniteEnvironment) YamlSpecs.read(yaml).create(RandomStream.named(1, "environment"));
        assertThat(Solve.optimal(world.model(), 1))
                .containsExactly(
                        Oracle.cells(Oracle.named("aima_4x3").get("utilities_4th_edition_R_s_a_s")), within(1e-11));
    }

    @Test
    void theBookGridHasTheValuesOfABerkeleyStudentsAgent() {
        var expected = Oracle.named("aima_4x3")
                .get("cs188_convention_example")
                .get("gamma_0_9_noise_0_2_living_0_iters_100");
        assertThat(Solve.optimal(model("book-grid"), 0.9)).containsExactly(Oracle.cells(expected), within(1e-11));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "2", "3", "10"})
    void theFourByFourGridHasTheValuesOfFigure41(String k) {
        var expected = Oracle.cells(Oracle.named("gridworld_4x4").get("synchronous_k").get(k));
        assertThat(Solve.uniform(model("sutton-barto-4x4"), 1, Integer.parseInt(k)))
                .containsExactly(expected, within(1e-9));
    }

    @Test
    void theFourByFourGridConvergesToFourteenTwentyTwentyTwo() {
        var expected = Oracle.cells(Oracle.named("gridworld_4x4").get("k_inf"));
        assertThat(Solve.uniform(model("sutton-barto-4x4"), 1, 5000)).containsExactly(expected, within(1e-9));
    }

    @Test
    void theFiveByFiveGridHasTheValuesOfFigures32And35() {
        var oracle = Oracle.named("gridworld_5x5");
        var model = model("sutton-barto-5x5");
        assertThat(Solve.uniform(model, 0.9, 1000))
                .containsExactly(Oracle.cells(oracle.get("random_policy_v")), within(1e-9));
        assertThat(Solve.optimal(model, 0.9)).containsExactly(Oracle.cells(oracle.get("optimal_v")), within(1e-9));
    }

    @Test
    void allActionsFromAAreWorthTheSame() {
        var world = world("sutton-barto-5x5");
        var v = Solve.optimal(world.model(), 0.9);
        int a = world.layout().stateNamed("0,1").orElseThrow();
        for (int action : world.model().availableActions(a)) {
            assertThat(world.model().backup(a, action, 0.9, v)).isEqualTo(10 / (1 - Math.pow(0.9, 5)), within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 15, four", "8, 7, king8", "9, 7, king9_with_stay"})
    void theWindyGridTakesFifteenStepsAndWithKingsMovesSeven(int moves, int steps, String variant) {
        var spec = Presets.yaml("windy").orElseThrow() + "moves: " + moves + "\n";
        var model = ((FiniteEnvironment) YamlSpecs.read(spec).create(RandomStream.named(1, "environment"))).model();
        var oracle = Oracle.named("windy_gridworld").get("results").get(variant + "/sum_then_clamp");
        var v = Solve.optimal(model, 1);
        assertThat(-startValue(model, v)).isEqualTo(steps);
        assertThat(Arrays.stream(v).map(x -> -x).toArray())
                .containsExactly(Oracle.cells(oracle.get("steps_to_goal")), within(1e-9));
        var gusty = YamlSpecs.read(spec + "stochastic-wind: true\n");
        var gustyModel = ((FiniteEnvironment) gusty.create(RandomStream.named(1, "environment"))).model();
        assertThat(-startValue(gustyModel, Solve.optimal(gustyModel, 1)))
                .isEqualTo(oracle.get("stochastic_wind_expected_steps_from_start").asDouble(), within(1e-8));
    }

    @Test
    void alongTheCliffItCostsThirteenAndAFallAHundred() {
        var world = world("cliff-walking");
        var model = world.model();
        var v = Solve.optimal(model, 1);
        assertThat(startValue(model, v)).isEqualTo(-13);
        int start = world.layout().stateNamed("3,0").orElseThrow();
        var fall = model.outcomes(start, Solve.action(model, "right"));
        assertThat(fall).containsExactly(new FiniteMdp.Outcome(start, 1, -100, false));
    }

    /// Optimal success with unlimited time, as the environment's own registration rounds it: 0.74 within 100 steps and
    /// 0.91 within 200; without a limit the small lake's is 14/17.
    @Test
    void theBestWayOverTheSmallLakeSucceedsFourteenTimesInSeventeen() {
        var model = model("frozen-lake-4x4");
        assertThat(startValue(model, Solve.optimal(model, 1))).isEqualTo(14.0 / 17, within(1e-9));
        assertThat(withinSteps(model, 100)).isEqualTo(0.74, within(0.005));
        assertThat(withinSteps(model("frozen-lake-8x8"), 200)).isEqualTo(0.91, within(0.005));
    }

    /// The best success probability within a number of steps: value iteration stopped after as many sweeps.
    private static double withinSteps(FiniteMdp model, int steps) {
        var v = new double[model.states()];
        for (int k = 0; k < steps; k++) {
            var old = v.clone();
            for (int s = 0; s < v.length; s++) {
                double best = model.terminal(s) ? 0 : Double.NEGATIVE_INFINITY;
                for (int a : model.availableActions(s)) {
                    best = Math.max(best, model.backup(s, a, 1, old));
                }
                v[s] = best;
            }
        }
        return startValue(model, v);
    }

    @Test
    void onTheDiscountGridThePatientTakeTheDistantExitAndTheImpatientTheCloseOne() {
        var model = model("discount-grid");
        assertThat(startValue(model, Solve.optimal(model, 0.99))).isGreaterThan(5);
        assertThat(startValue(model, Solve.optimal(model, 0.1))).isLessThan(1);
    }

    @Test
    void nobodyCrossesTheBridgeUntilItStopsBeingSlippery() {
        var slippery = model("bridge-grid");
        assertThat(startValue(slippery, Solve.optimal(slippery, 0.9))).isLessThan(1);
        var yaml = Presets.yaml("bridge-grid").orElseThrow().replace("noise: 0.2", "noise: 0.0");
        var dry = ((FiniteEnvironment) YamlSpecs.read(yaml).create(RandomStream.named(1, "environment"))).model();
        assertThat(startValue(dry, Solve.optimal(dry, 0.9))).isEqualTo(10 * Math.pow(0.9, 5), within(1e-12));
    }

    @Test
    void theRandomWalksHaveTheTrueValuesOfTheBook() {
        var five = world("random-walk-5");
        var v = Solve.uniform(five.model(), 1, 5000);
        for (var e : Map.of("A", 1, "B", 2, "C", 3, "D", 4, "E", 5).entrySet()) {
            assertThat(valueAt(five, v, e.getKey())).isEqualTo(e.getValue() / 6.0, within(1e-12));
        }
        assertThat(five.reset()).isEqualTo(five.layout().stateNamed("C").orElseThrow());
        var nineteen = world("random-walk-19");
        var w = Solve.uniform(nineteen.model(), 1, 20_000);
        for (int s = 1; s <= 19; s++) {
            assertThat(valueAt(nineteen, w, "" + s)).isEqualTo((s - 10) / 10.0, within(1e-9));
        }
    }

    @Test
    void withHalfTheCapitalTheGamblerReachesTheGoalFourTimesInTen() {
        var world = world("gambler");
        var v = Solve.optimal(world.model(), 1);
        assertThat(valueAt(world, v, "50")).isEqualTo(0.4, within(1e-12));
        assertThat(valueAt(world, v, "75")).isEqualTo(0.4 + 0.6 * 0.4, within(1e-12));
        assertThat(valueAt(world, v, "25")).isEqualTo(0.4 * 0.4, within(1e-12));
    }

    @Test
    void inBairdsCounterexampleNothingIsEverPaidAndSolidLeadsToSeven() {
        var world = world("baird");
        assertThat(Solve.optimal(world.model(), 0.99)).containsOnly(0);
        int seven = world.layout().stateNamed("7").orElseThrow();
        for (int s = 0; s < 7; s++) {
            assertThat(world.model().outcomes(s, Solve.action(world.model(), "solid")))
                    .containsExactly(new FiniteMdp.Outcome(seven, 1, 0, false));
            assertThat(world.model().outcomes(s, Solve.action(world.model(), "dashed"))).hasSize(6);
        }
    }

    @Test
    void theMazesTakeAsManyStepsAsTheirCorridorsAreLong() {
        assertThat(shortest("t-maze")).isEqualTo(7);
        assertThat(shortest("radial-arm")).isEqualTo(4);
        assertThat(shortest("dyna-maze")).isEqualTo(14);
        assertThat(shortest("linear-track")).isEqualTo(5);
    }

    /// With a reward of 1 at the end alone, the value of the start is gamma to the power of the steps before the last.
    private static long shortest(String preset) {
        var model = model(preset);
        return 1 + Math.round(Math.log(startValue(model, Solve.optimal(model, 0.9))) / Math.log(0.9));
    }
}
