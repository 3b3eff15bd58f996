package rewardscope.agent.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rewardscope.agent.Agent;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Schedule;
import rewardscope.agent.TabularPolicy;
import rewardscope.agent.TestWorlds;
import rewardscope.agent.Trial;
import rewardscope.agent.planning.Exact;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.Oracle;

/// Five states in a row, a step to either side with equal chance, reward 1 at the right end.
class RandomWalkTest {
    private static final JsonNode ORACLE = Oracle.named("random_walk_5");

    private static Agent agent(AgentType type, FiniteEnvironment world, long seed, Object... keysAndValues) {
        var values = new HashMap<String, Object>(Map.of("gamma", constant(1), "initial", 0.5));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return type.create().apply(new AgentSettings(type, world, values, seed));
    }

    private static Schedule constant(double value) {
        return new Schedule.Constant(value);
    }

    private static PathEnvironment paths() {
        var paths = new ArrayList<String>();
        ORACLE.at("/unit_traces/episodes").forEach(path -> paths.add(path.asText()));
        return new PathEnvironment(paths);
    }

    private static double[] insideOf(Agent agent) {
        return Arrays.copyOfRange(Trial.v(agent), 1, 6);
    }

    private static void assertTraces(Agent agent, String key) {
        for (JsonNode expected : ORACLE.at("/unit_traces/" + key)) {
            Trial.episodes(agent, 1);
            assertThat(insideOf(agent)).containsExactly(Oracle.numbers(expected), within(1e-9));
        }
    }

    @Test
    void threeWrittenPathsGiveTheValuesWorkedOutByHand() {
        assertTraces(agent(TdPrediction.TYPE, paths(), 1, "alpha", constant(0.1)), "td0_alpha_0_1_after_each");
        assertTraces(
                agent(McPrediction.TYPE, paths(), 1, "alpha", constant(0.1), "visits", "every"),
                "every_visit_mc_alpha_0_1_after_each");
        assertTraces(
                agent(McPrediction.TYPE, paths(), 1, "alpha", constant(0.1)), "first_visit_mc_alpha_0_1_after_each");
    }

    @Test
    void oneStepAndTraceZeroAreTdZero() {
        for (var agent : List.of(
                agent(NStepTd.TYPE, paths(), 1, "alpha", constant(0.1), "n", 1),
                agent(OffPolicyTd.TYPE, paths(), 1, "alpha", constant(0.1)),
                agent(TdLambda.TYPE, paths(), 1, "alpha", constant(0.1), "lambda", constant(0)),
                agent(TdLambda.TYPE, paths(), 1, "alpha", constant(0.1), "lambda", constant(0), "traces", "dutch"))) {
            assertTraces(agent, "td0_alpha_0_1_after_each");
        }
    }

    @Test
    void trueOnlineTdWithLambdaOneIsEveryVisitMonteCarloAndSoIsAnEndlessN() {
        assertTraces(
                agent(TdLambda.TYPE, paths(), 1, "alpha", constant(0.1), "lambda", constant(1), "traces", "dutch"),
                "every_visit_mc_alpha_0_1_after_each");
        assertTraces(
                agent(NStepTd.TYPE, paths(), 1, "alpha", constant(0.1), "n", 1000),
                "every_visit_mc_alpha_0_1_after_each");
    }

    @Test
    void theFirstPathLeftChangesTheLastStateAloneByTd() {
        var agent = Trial.episodes(agent(TdPrediction.TYPE, paths(), 1, "alpha", constant(0.1)), 1);
        assertThat(insideOf(agent)).containsExactly(0.45, 0.5, 0.5, 0.5, 0.5);
    }

    private static double rms(Agent agent) {
        double[] v = insideOf(agent);
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            double error = v[i] - (i + 1) / 6.0;
            sum += error * error;
        }
        return Math.sqrt(sum / v.length);
    }

    @ParameterizedTest
    @CsvSource({"td0, 0.05", "td0, 0.1", "td0, 0.15", "mc, 0.01", "mc, 0.02", "mc, 0.03", "mc, 0.04"})
    void theErrorFallsAsInExample62(String method, String alpha) {
        int runs = 300;
        var curve = ORACLE.get("curves").get(method + " alpha=" + alpha);
        int[] after = {1, 10, 25, 50, 100};
        var mean = new double[after.length];
        for (int run = 0; run < runs; run++) {
            var world = TestWorlds.environment(TestWorlds.randomWalk(), run);
            var step = constant(Double.parseDouble(alpha));
            var agent = method.equals("td0")
                    ? agent(TdPrediction.TYPE, world, run, "alpha", step)
                    : agent(McPrediction.TYPE, world, run, "alpha", step, "visits", "every");
            int episodes = 0;
            for (int i = 0; i < after.length; i++) {
                Trial.episodes(agent, after[i] - episodes);
                episodes = after[i];
                mean[i] += rms(agent) / runs;
            }
        }
        for (int i = 0; i < after.length; i++) {
            double hundred = curve.at("/se_of_a_100_run_average/" + after[i]).asDouble();
            double standardError = hundred * Math.sqrt(100.0 / runs + 100.0 / 20_000);
            assertThat(mean[i])
                    .as("after %d episodes", after[i])
                    .isCloseTo(curve.at("/rms/" + after[i]).asDouble(), within(4 * standardError + 1e-7));
        }
    }

    /// The error on the screen is the one of the figures: against values that are solved for, not learned.
    @Test
    void theCurveOfTheErrorIsTheOneWorkedOutByHand() {
        for (var agent : List.of(
                agent(TdPrediction.TYPE, TestWorlds.environment(TestWorlds.randomWalk(), 4), 4, "gamma", constant(1)),
                agent(LeastSquaresTd.TYPE, TestWorlds.environment(TestWorlds.randomWalk(), 4), 4, "gamma", constant(1)),
                agent(McPrediction.TYPE, TestWorlds.environment(TestWorlds.randomWalk(), 4), 4, "gamma", constant(1)))) {
            var error = agent.series().stream()
                    .filter(series -> series.name().equals("rms-error"))
                    .findFirst()
                    .orElseThrow();
            for (int episode = 0; episode < 20; episode++) {
                Trial.episodes(agent, 1);
                assertThat(error.value().getAsDouble()).isCloseTo(rms(agent), within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"batch_td, 10", "batch_td, 50", "batch_mc, 10", "batch_mc, 50"})
    void leastSquaresFindTheFixedPointsOfBatchTraining(String method, int episodes) {
        int runs = 400;
        double sum = 0;
        double squares = 0;
        for (int run = 0; run < runs; run++) {
            var world = TestWorlds.environment(TestWorlds.randomWalk(), run);
            var type = method.equals("batch_td") ? LeastSquaresTd.TYPE : LeastSquaresMc.TYPE;
            double rms = rms(Trial.episodes(agent(type, world, run), episodes));
            sum += rms;
            squares += rms * rms;
        }
        double mean = sum / runs;
        double standardError = Math.sqrt((squares / runs - mean * mean) / runs);
        double expected = ORACLE.at("/batch_rms/" + method + "/" + episodes).asDouble();
        assertThat(mean).isCloseTo(expected, within(4 * standardError));
    }

    @Test
    void importanceSamplingLearnsAboutAPolicyThatIsNotFollowed() {
        var model = TestWorlds.track(4);
        var up = new double[][] {{0.9, 0.1}, {0.9, 0.1}, {0.9, 0.1}, {0, 0}};
        double sum = 0;
        int runs = 40;
        for (int run = 0; run < runs; run++) {
            var agent = agent(
                    OffPolicyTd.TYPE,
                    TestWorlds.environment(model, run),
                    run,
                    "alpha",
                    constant(0.02),
                    "gamma",
                    constant(0.9),
                    "policy",
                    new TabularPolicy(up));
            sum += Trial.v(Trial.episodes(agent, 2000))[0] / runs;
        }
        var exact = agent(
                Exact.TYPE,
                TestWorlds.environment(model, 1),
                1,
                "gamma",
                constant(0.9),
                "policy",
                new TabularPolicy(up));
        double uniform = Trial.v(Trial.sweeps(
                agent(
                        Exact.TYPE,
                        TestWorlds.environment(model, 1),
                        1,
                        "gamma",
                        constant(0.9)),
                1))[0];
        double expected = Trial.v(Trial.sweeps(exact, 1))[0];
        assertThat(sum).isCloseTo(expected, within(0.02));
        assertThat(expected - uniform).isGreaterThan(0.1);
    }
}
