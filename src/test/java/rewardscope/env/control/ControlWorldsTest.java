package rewardscope.env.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rewardscope.env.EnvironmentSpec.Fault;
import rewardscope.env.Oracle;
import rewardscope.env.VectorEnvironment.ActionSpace;
import rewardscope.env.control.ControlSpec.World;
import rewardscope.math.RandomStream;
import rewardscope.math.Snapshot;

class ControlWorldsTest {
    private static ControlEnvironment make(ControlSpec spec) {
        return spec.create(RandomStream.named(1, "environment"));
    }

    /// Half a unit of the last digit that the reference gives, and a little.
    private static final double LAST_DIGIT = 6e-15;

    /// Drives a world along a reference trajectory, past the end of the episode too.
    private static void follow(
            ControlEnvironment world, JsonNode run, String actions, String states, double tolerance) {
        double[] first = Oracle.numbers(run.get(states).get(0));
        world.place(first);
        for (int t = 0; t < run.get(actions).size(); t++) {
            double action = run.get(actions).get(t).asDouble();
            world.advance(world instanceof CartPole ? action * 20 - 10 : action, 0);
            assertThat(world.state())
                    .as("state after step " + (t + 1))
                    .containsExactly(Oracle.numbers(run.get(states).get(t + 1)), within(tolerance));
        }
    }

    @Test
    void theCartPoleFollowsGymnasiumsTrajectories() {
        for (var run : Oracle.named("cart_pole").get("trajectories").properties()) {
            follow(make(ControlSpec.of(World.CART_POLE)), run.getValue(), "actions", "states", LAST_DIGIT);
        }
    }

    @Test
    void theCartPoleEndsWhereGymnasiumsDoes() {
        for (var run : Oracle.named("cart_pole").get("trajectories").properties()) {
            var start = Oracle.numbers(run.getValue().get("start"));
            var world = make(ControlSpec.of(World.CART_POLE).startingFrom(start[0], start[1], start[2], start[3]));
            assertThat(world.reset()).containsExactly(start);
            JsonNode end = run.getValue().get("first_terminated_after_step");
            int last = end.isNull() ? run.getValue().get("actions").size() : end.asInt();
            for (int t = 1; t <= last; t++) {
                var outcome = world.step(run.getValue().get("actions").get(t - 1).asInt());
                assertThat(outcome.terminated()).isEqualTo(!end.isNull() && t == last);
                assertThat(outcome.reward()).isEqualTo(1);
            }
        }
    }

    @Test
    void theCartPoleIsTruncatedAtFiveHundredSteps() {
        var world = make(ControlSpec.of(World.CART_POLE));
        var seen = world.reset();
        for (int t = 1; t <= 500; t++) {
            var outcome = world.step(seen[2] + seen[3] + 0.1 * seen[1] + 0.05 * seen[0] > 0 ? 1 : 0);
            assertThat(outcome.terminated()).isFalse();
            assertThat(outcome.truncated()).isEqualTo(t == 500);
            seen = outcome.observation();
        }
        assertThat(world.episode().undiscountedReturn()).isEqualTo(500);
    }

    @Test
    void thePendulumFollowsGymnasiumsTrajectoriesAndRewards() {
        for (var run : Oracle.named("pendulum").get("trajectories").properties()) {
            JsonNode data = run.getValue();
            follow(make(ControlSpec.of(World.PENDULUM)), data, "torques", "states", 2e-13);
            var start = Oracle.numbers(data.get("start"));
            var world = make(ControlSpec.of(World.PENDULUM).startingFrom(start[0], start[1]));
            world.reset();
            for (int t = 0; t < data.get("torques").size(); t++) {
                var outcome = world.step(new double[] {data.get("torques").get(t).asDouble()});
                assertThat(outcome.reward()).isEqualTo(data.get("rewards").get(t).asDouble(), within(1e-12));
                assertThat(outcome.terminated()).isFalse();
            }
            assertThat(world.observation())
                    .containsExactly(Oracle.numbers(data.get("observations_last")), within(1e-12));
        }
    }

    @Test
    void thePendulumIsTruncatedAtTwoHundredSteps() {
        var world = make(ControlSpec.of(World.PENDULUM));
        world.reset();
        for (int t = 1; t <= 200; t++) {
            assertThat(world.step(new double[] {0}).truncated()).isEqualTo(t == 200);
        }
    }

    @Test
    void theInvertedPendulumIsBuiltOfMuJoCosCapsules() {
        var p = Oracle.named("inverted_pendulum").get("parameters");
        assertThat(InvertedPendulum.CART_MASS).isEqualTo(p.get("cart_mass").asDouble(), within(1e-13));
        assertThat(InvertedPendulum.POLE_MASS).isEqualTo(p.get("pole_mass").asDouble(), within(1e-13));
        assertThat(InvertedPendulum.CENTRE).isEqualTo(p.get("pole_com_distance").asDouble(), within(1e-14));
        assertThat(InvertedPendulum.HINGE_INERTIA)
                .isEqualTo(p.get("pole_inertia_about_hinge").asDouble(), within(1e-14));
        assertThat(InvertedPendulum.TILT).isEqualTo(p.get("pole_tilt_phi").asDouble(), within(1e-14));
    }

    @Test
    void theInvertedPendulumFollowsMuJoCosTrajectories() {
        var oracle = Oracle.named("inverted_pendulum");
        for (var run : oracle.get("trajectories").properties()) {
            follow(
                    make(ControlSpec.of(World.INVERTED_PENDULUM)),
                    run.getValue(),
                    "actions",
                    "states_x_theta_v_omega",
                    2e-13);
        }
        for (var one : oracle.get("substeps")) {
            var world = make(ControlSpec.of(World.INVERTED_PENDULUM));
            world.place(Oracle.numbers(one.get("start")));
            world.advance(one.get("ctrl").asDouble(), 0);
            assertThat(world.state()).containsExactly(Oracle.numbers(one.get("after_env_step_0_04")), within(1e-13));
        }
    }

    @Test
    void theInvertedPendulumPaysNothingOnTheStepThatEndsIt() {
        var run = Oracle.named("inverted_pendulum").get("trajectories").get("rest_zero_action");
        int end = run.get("first_step_with_abs_theta_over_0_2").asInt();
        var world = make(ControlSpec.of(World.INVERTED_PENDULUM).startingFrom(0.0, 0.0, 0.0, 0.0));
        world.reset();
        for (int t = 1; t <= end; t++) {
            var outcome = world.step(new double[] {0});
            assertThat(outcome.terminated()).isEqualTo(t == end);
            assertThat(outcome.reward()).isEqualTo(t == end ? 0 : 1);
        }
        assertThat(world.episode().undiscountedReturn()).isEqualTo(end - 1);
    }

    @Test
    void theRailEndsAtOneMetreAndStopsTheCartButNotThePole() {
        var world = make(ControlSpec.of(World.INVERTED_PENDULUM));
        world.place(0.99, 0, 1, 0);
        world.advance(3, 0);
        assertThat(world.state()[0]).isEqualTo(1);
        assertThat(world.state()[2]).isZero();
        assertThat(world.state()[3]).isPositive(); // the pole swings on
        for (int t = 0; t < 100; t++) {
            world.advance(3, 0);
            assertThat(world.state()[0]).isEqualTo(1);
        }
        world.place(1, 0, 0, 0);
        world.advance(-1, 0);
        assertThat(world.state()[0]).isLessThan(1);
    }

    @Test
    void sevenActionsAreSevenEvenlySpacedForces() {
        var discrete = make(ControlSpec.of(World.INVERTED_PENDULUM).withActions(7).startingFrom(0.0, 0.01, 0.0, 0.0));
        assertThat(discrete.actionSpace())
                .isEqualTo(new ActionSpace.Discrete(List.of("-3", "-2", "-1", "0", "1", "2", "3")));
        var continuous = make(ControlSpec.of(World.INVERTED_PENDULUM).startingFrom(0.0, 0.01, 0.0, 0.0));
        for (int action = 0; action < 7; action++) {
            discrete.reset();
            continuous.reset();
            assertThat(discrete.step(action).observation())
                    .containsExactly(continuous.step(new double[] {action - 3}).observation());
        }
    }

    @Test
    void forcesBeyondTheRangeAreCut() {
        for (World kind : List.of(World.PENDULUM, World.INVERTED_PENDULUM)) {
            var world = make(ControlSpec.of(kind));
            world.reset();
            var box = (ActionSpace.Box) world.actionSpace();
            var snapshot = Snapshot.of(world);
            var most = world.step(new double[] {box.high()[0]}).observation();
            snapshot.restore(world);
            assertThat(world.step(new double[] {box.high()[0] * 10}).observation()).containsExactly(most);
        }
    }

    @ParameterizedTest
    @EnumSource(World.class)
    void aRestoredWorldGoesOnBitForBit(World kind) {
        var world = make(ControlSpec.of(kind));
        world.reset();
        drive(world, 300);
        var snapshot = Snapshot.of(world);
        double[] first = drive(world, 700);
        var after = Snapshot.of(world);
        snapshot.restore(world);
        assertThat(Snapshot.of(world)).isEqualTo(snapshot);
        assertThat(drive(world, 700)).containsExactly(first);
        assertThat(Snapshot.of(world)).isEqualTo(after);
    }

    /// Pushes to and fro, starts anew where an episode ends, and tells what was seen last.
    private static double[] drive(ControlEnvironment world, int steps) {
        for (int t = 0; t < steps; t++) {
            var outcome = world.actionSpace() instanceof ActionSpace.Discrete
                    ? world.step(t % 2)
                    : world.step(new double[] {Math.sin(t)});
            if (outcome.endsEpisode()) {
                world.reset();
            }
        }
        return world.observation();
    }

    @ParameterizedTest
    @EnumSource(World.class)
    void aPushLastsOneStep(World kind) {
        var still = make(ControlSpec.of(kind));
        var pushed = make(ControlSpec.of(kind));
        still.reset();
        pushed.reset();
        pushed.push(5);
        double[] without = still.step(new double[] {0}).observation();
        double[] with = pushed.step(new double[] {0}).observation();
        assertThat(with[with.length - 1]).isNotEqualTo(without[without.length - 1]);
        pushed.place(still.state());
        assertThat(pushed.step(new double[] {0}).observation())
                .containsExactly(still.step(new double[] {0}).observation());
    }

    @Test
    void usualStartsLieInTheirRanges() {
        for (int seed = 0; seed < 200; seed++) {
            var random = RandomStream.named(seed, "environment");
            for (double number : ControlSpec.of(World.CART_POLE).create(random).reset()) {
                assertThat(number).isBetween(-0.05, 0.05);
            }
            for (double number : ControlSpec.of(World.INVERTED_PENDULUM).create(random).reset()) {
                assertThat(number).isBetween(-0.01, 0.01);
            }
            var pendulum = ControlSpec.of(World.PENDULUM).create(random);
            pendulum.reset();
            assertThat(pendulum.state()[0]).isBetween(-Math.PI, Math.PI);
            assertThat(pendulum.state()[1]).isBetween(-1.0, 1.0);
        }
    }

    /// The published mean of 22.28 steps under random pushes, with a standard deviation of 11.9.
    @Test
    void randomPushesKeepTheCartPoleUpForTwentyTwoSteps() {
        var world = make(ControlSpec.of(World.CART_POLE));
        var policy = RandomStream.named(2, "policy");
        int episodes = 4000;
        double sum = 0;
        for (int e = 0; e < episodes; e++) {
            world.reset();
            while (!world.needsReset()) {
                world.step(policy.below(2));
            }
            sum += world.episode().undiscountedReturn();
        }
        assertThat(sum / episodes).isEqualTo(22.278675, within(4 * 11.9 / Math.sqrt(episodes)));
    }

    @Test
    void faultsSayWhatWasExpected() {
        var wrong = new ControlSpec(World.CART_POLE, 7, 0, List.of(0.0, Double.NaN));
        assertThat(wrong.faults())
                .extracting(Fault::path)
                .containsExactly(
                        List.of("actions"), List.of("max-steps"), List.of("start-state"), List.of("start-state", "1"));
        assertThat(wrong.faults().get(2).message())
                .isEqualTo("expected 4 numbers (position, velocity, angle, angular velocity), found 2");
    }
}
