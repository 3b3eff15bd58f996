package rewardscope.agent.approximation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rewardscope.agent.Agent;
import rewardscope.agent.AgentCatalogue;
import rewardscope.agent.Mark;
import rewardscope.agent.ObservationValues;
import rewardscope.agent.Schedule;
import rewardscope.agent.Trial;
import rewardscope.env.VectorEnvironment.Range;
import rewardscope.env.control.ControlSpec;
import rewardscope.env.track.ContinuousTrackSpec;
import rewardscope.math.RandomStream;
import rewardscope.nn.Oracle;

/// Tile coding, the targets of DQN, and what the agents learn on the rat's track without cells.
class ApproximationTest {
    private static final ContinuousTrackSpec TRACK =
            new ContinuousTrackSpec(0.1, 1, 0, 1000, OptionalDouble.empty());

    @Test
    void theTargetsOfDqnEqualTheReference() {
        var oracle = Oracle.read("optimisers_dqn_mlp").get("dqn");
        double[] qNext = Oracle.numbers(oracle.get("q_online_next"));
        double[] qTargetNext = Oracle.numbers(oracle.get("q_target_next"));
        double[] rewards = Oracle.numbers(oracle.get("rewards"));
        double[] taken = Oracle.numbers(oracle.get("q_taken"));
        double[] plain = Oracle.numbers(oracle.get("target_dqn"));
        double[] doubled = Oracle.numbers(oracle.get("target_double_dqn"));
        double gamma = oracle.get("gamma").asDouble();
        double squared = 0;
        double huber = 0;
        var slopes = new double[3];
        for (int i = 0; i < 3; i++) {
            boolean terminated = oracle.get("terminated").get(i).asBoolean();
            double y = rewards[i] + gamma * DqnTarget.next(terminated, qTargetNext, qTargetNext, i, 3);
            assertThat(y).isCloseTo(plain[i], within(1e-12));
            assertThat(rewards[i] + gamma * DqnTarget.next(terminated, qNext, qTargetNext, i, 3))
                    .isCloseTo(doubled[i], within(1e-12));
            squared += (taken[i] - y) * (taken[i] - y) / 3;
            huber += DqnTarget.huber(taken[i] - y) / 3;
            slopes[i] = DqnTarget.huberSlope(taken[i] - y) / 3;
        }
        assertThat(squared).isCloseTo(oracle.get("mse_mean").asDouble(), within(1e-9));
        assertThat(huber).isCloseTo(oracle.get("huber_delta_1_mean").asDouble(), within(1e-9));
        assertThat(slopes)
                .containsExactly(Oracle.numbers(oracle.get("huber_gradient_wrt_q")), within(1e-9));
    }

    @Property(tries = 300)
    void everyPointLiesInOneTileOfEachGrid(
            @ForAll @DoubleRange(min = -3, max = 3) double x, @ForAll @DoubleRange(min = -3, max = 3) double y) {
        var coding = new TileCoding(List.of(new Range(-1, 1), new Range(-2, 2)), 8, 4);
        var on = new int[coding.active()];
        coding.find(new double[] {x, y}, on);
        for (int k = 0; k < on.length; k++) {
            assertThat(on[k]).isBetween(k * coding.count() / 8, (k + 1) * coding.count() / 8 - 1);
        }
    }

    @Test
    void theNearerTwoPointsAreTheMoreTilesTheyShare() {
        var coding = new TileCoding(List.of(new Range(0, 1)), 8, 10);
        assertThat(shared(coding, 0.5, 0.5)).isEqualTo(8);
        assertThat(shared(coding, 0.5, 0.525)).isBetween(4L, 7L);
        assertThat(shared(coding, 0.5, 0.62)).isZero();
    }

    private static long shared(TileCoding coding, double one, double other) {
        var first = new int[coding.active()];
        var second = new int[coding.active()];
        coding.find(new double[] {one}, first);
        coding.find(new double[] {other}, second);
        return IntStream.range(0, first.length)
                .filter(k -> first[k] == second[k])
                .count();
    }

    @Test
    void oneUpdateTakesAwayAlphaOfTheErrorHoweverManyTilings() {
        for (int tilings : new int[] {1, 8, 32}) {
            var agent = (LinearQ) Trial.agent(
                    LinearQ.TYPE, TRACK, Map.of("tilings", tilings, "alpha", new Schedule.Constant(0.5)), 1);
            LinearQ.Update last = (LinearQ.Update) agent.step();
            while (last.reward() == 0) {
                last = (LinearQ.Update) agent.step();
            }
            assertThat(last.qNew()).isCloseTo(0.5, within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"linear-sarsa", "linear-q"})
    void tileCodingLearnsThatTheFoodIsUp(String name) {
        var type = AgentCatalogue.named(name).orElseThrow();
        for (int seed = 1; seed <= 10; seed++) {
            var agent = Trial.agent(
                    type, TRACK, Map.of("gamma", new Schedule.Constant(0.9), "epsilon", new Schedule.Constant(0.1)), seed);
            run(agent, 100);
            // After a hundred episodes the rat needs little more than the ten steps that the shortest way has.
            var lengths = new double[20];
            for (int i = 0; i < lengths.length; i++) {
                run(agent, 1);
                lengths[i] = agent.environment().episode().length();
            }
            assertThat(Arrays.stream(lengths).average().orElseThrow()).isLessThan(15);
            double v = ((ObservationValues) agent).value(new double[] {0.8});
            assertThat(v).isBetween(0.7, 0.95); // two steps from the food: γ = 0.9
        }
    }

    @Test
    void dqnLearnsThatTheFoodIsUp() {
        for (int seed = 1; seed <= 10; seed++) {
            var agent = (Dqn) Trial.agent(
                    Dqn.TYPE,
                    TRACK,
                    Map.of(
                            "gamma", new Schedule.Constant(0.9),
                            "epsilon", new Schedule.Linear(1, 0.1, 20),
                            "hidden", List.of(32),
                            "warm-up", 100),
                    seed);
            run(agent, 80);
            var lengths = new double[20];
            for (int i = 0; i < lengths.length; i++) {
                run(agent, 1);
                lengths[i] = agent.environment().episode().length();
            }
            assertThat(Arrays.stream(lengths).average().orElseThrow()).as("seed %d", seed).isLessThan(15);
            assertThat(agent.value(new double[] {0.9})).isGreaterThan(agent.value(new double[] {0.1}));
        }
    }

    private static void run(Agent agent, int episodes) {
        for (int left = episodes; left > 0; ) {
            agent.advance();
            left -= (agent.marks() & Mark.EPISODE) != 0 ? 1 : 0;
        }
    }

    @Test
    void truncatedEpisodesBootstrapAndTerminatedOnesDoNot() {
        var truncating = new ContinuousTrackSpec(0.1, 1, 1, 3, OptionalDouble.empty());
        var agent = (LinearQ) Trial.agent(LinearQ.TYPE, truncating, Map.of("initial", 5.0), 1);
        LinearQ.Update update = (LinearQ.Update) agent.step();
        while (!update.truncated()) {
            update = (LinearQ.Update) agent.step();
        }
        assertThat(update.maxQNext()).isPositive();
        var terminating = new ContinuousTrackSpec(1, 1, 0, 1000, OptionalDouble.empty());
        var other = (LinearQ) Trial.agent(LinearQ.TYPE, terminating, Map.of("initial", 5.0), 1);
        LinearQ.Update last = (LinearQ.Update) other.step();
        while (!last.terminated()) {
            last = (LinearQ.Update) other.step();
        }
        assertThat(last.maxQNext()).isZero();
    }

    @Test
    void aDivergingRunSaysAtWhichStep() {
        var agent = Trial.agent(
                LinearQ.TYPE,
                new ContinuousTrackSpec(0.1, 1e300, 1e300, 50, OptionalDouble.empty()),
                Map.of("alpha", new Schedule.Constant(1), "gamma", new Schedule.Constant(1)),
                1);
        assertThatThrownBy(() -> run(agent, Integer.MAX_VALUE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("diverged at environment step");
        assertThat(((ObservationValues) agent).value(new double[] {0.5})).isFinite();
    }

    @Test
    void agentsForNumberedActionsSayWhyAForceIsTooMuch() {
        var pendulum = ControlSpec.of(ControlSpec.World.INVERTED_PENDULUM);
        var forces = pendulum.create(RandomStream.named(1, "environment"));
        assertThat(Dqn.TYPE.needs().missingIn(forces)).hasValueSatisfying(why -> assertThat(why)
                .contains("actions: 7"));
        var numbered = pendulum.withActions(7).create(RandomStream.named(1, "environment"));
        assertThat(Dqn.TYPE.needs().missingIn(numbered)).isEmpty();
    }
}
