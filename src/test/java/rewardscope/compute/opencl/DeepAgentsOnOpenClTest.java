package rewardscope.compute.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rewardscope.compute.Compute;
import rewardscope.compute.ComputeDevice;
import rewardscope.compute.TestOpenCl;
import rewardscope.sim.Command;
import rewardscope.sim.Experiment;
import rewardscope.sim.ExperimentRun;
import rewardscope.sim.Frame;
import rewardscope.sim.Results;
import rewardscope.sim.Runner;
import rewardscope.ui.RealRuns;

/// Whole runs of the deep agents whose batches an OpenCL device computes, in float32, against the processor's.
class DeepAgentsOnOpenClTest {
    private final TroubledBinding cl = new TroubledBinding();
    private final OpenClProvider provider = new OpenClProvider(cl);

    @BeforeEach
    void thereIsAnOpenCl() {
        assumeTrue(TestOpenCl.provider().isPresent(), "no OpenCL on this machine");
    }

    private ComputeDevice device() {
        return provider.devices().getFirst();
    }

    private Results there(Experiment experiment) {
        return ExperimentRun.run(experiment.withCompute(Compute.on(device())));
    }

    private static Experiment experiment(String agent, String stop) {
        return RealRuns.experiment(String.format(Locale.ROOT, "environment: {type: cart-pole}%nagent: {%s}%nstop: {%s}%n",
                agent, stop));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "type: dqn, warm-up: 40, batch: 17",
        "type: ppo, horizon: 64, minibatches: 3, epochs: 3",
        "type: ppo-penalty, horizon: 64, minibatches: 3, epochs: 3",
        "type: trpo, horizon: 64, minibatches: 3, epochs: 3",
        "type: preference-ppo, horizon: 64, minibatches: 3, epochs: 3, reward-updates: 4"
    })
    void aShortRunIsTheProcessorsWithinWhatFloat32RoundsAndTheSameBitsEveryTime(String agent) {
        var experiment = experiment(agent, "updates: 12");
        var here = ExperimentRun.run(experiment);
        var there = there(experiment);
        assertThat(here.backend()).isEqualTo("cpu");
        assertThat(there.backend()).isEqualTo(device().name()).isEqualTo(
                experiment.withCompute(Compute.on(device())).backend());
        assertThat(there.episodes()).isEqualTo(here.episodes());
        assertThat(there.series().keySet()).isEqualTo(here.series().keySet()).isNotEmpty();
        here.series().forEach((name, expected) -> {
            double[] actual = there.series().get(name).values();
            assertThat(actual).hasSameSizeAs(expected.values());
            for (int i = 0; i < actual.length; i++) {
                double size = Math.max(1, Math.abs(expected.values()[i]));
                assertThat(actual[i]).as(name + " " + i).isCloseTo(expected.values()[i], within(1e-3 * size));
            }
        });
        var again = there(experiment);
        there.series().forEach((name, points) ->
                assertThat(again.series().get(name).values()).as(name).isEqualTo(points.values()));
        assertThat(cl.queues).as("what was opened was closed").hasValue(0);
        assertThat(cl.buffers).hasValue(0);
    }

    /// Random returns of CartPole have a mean of 22.
    @Test
    void proximalPolicyOptimisationLearnsThereAsItDoesHere() {
        var experiment = experiment(
                "type: ppo, hidden: [16], alpha: 0.02, horizon: 256, minibatches: 1, epochs: 10", "updates: 60");
        assertThat(lateReturn(ExperimentRun.run(experiment))).isGreaterThan(100);
        assertThat(lateReturn(there(experiment))).isGreaterThan(100);
    }

    private static double lateReturn(Results results) {
        var returns = results.episodes().stream().mapToDouble(Results.EpisodeResult::undiscountedReturn).toArray();
        return Arrays.stream(returns, returns.length - 10, returns.length).average().orElseThrow();
    }

    @Test
    void aDeviceLostInTheMiddlePausesTheRunWhichGoesOnHereFromTheLastKeyframe() throws Exception {
        var experiment = experiment("type: ppo, horizon: 16, minibatches: 2, epochs: 2", "steps: 100000")
                .withCompute(Compute.on(device()));
        try (var runner = new Runner(experiment, Frame.Speed.FASTEST)) {
            runner.send(RealRuns.acts(200));
            var before = RealRuns.settle(runner);
            assertThat(before.status()).isNotInstanceOf(Frame.Status.Failed.class);
            cl.launchesLeft = 40;
            runner.send(RealRuns.acts(200));
            var lost = RealRuns.settle(runner);
            long keyframe = lost.view().counts().acts();
            assertThat(lost.status()).isEqualTo(new Frame.Status.Failed("The run stopped: The device " + device().name()
                    + " was lost (starting a kernel, OpenCL error -36). It stands at act " + keyframe
                    + ", its last keyframe, and goes on from there on the processor."));
            assertThat(keyframe).isLessThanOrEqualTo(before.view().counts().acts() + 200);
            assertThat(lost.experiment().compute()).isEqualTo(Compute.STANDARD);

            runner.send(RealRuns.acts(300));
            var on = RealRuns.settle(runner);
            assertThat(on.status()).isNotInstanceOf(Frame.Status.Failed.class);
            assertThat(on.view().counts().acts()).isEqualTo(keyframe + 300);
            runner.send(new Command.Seek(keyframe - 1));
            assertThat(RealRuns.settle(runner).view().counts().acts()).isEqualTo(keyframe - 1);
        }
        assertThat(cl.queues).hasValue(0);
    }

    @Test
    void aBatchThatDoesNotFitIsRefusedInASentenceAndLeavesNothingThere() {
        var experiment = experiment("type: preference-ppo, hidden: [512, 512]", "updates: 1");
        cl.memory = 6_000_000;
        assertThat(catchThrowable(() -> there(experiment)))
                .hasMessageStartingWith("The memory of " + device().name() + " is full (allocating ");
        assertThat(cl.buffers).hasValue(0);
        assertThat(cl.queues).hasValue(0);
    }

    @Test
    void steppingBackComputesTheSameActAgain() {
        var experiment = experiment("type: dqn, warm-up: 20, batch: 9", "steps: 100000")
                .withCompute(Compute.on(device()));
        try (var runner = new Runner(experiment, Frame.Speed.FASTEST)) {
            runner.send(RealRuns.acts(160));
            var event = RealRuns.settle(runner).view().event().orElseThrow();
            runner.send(new Command.SeekBy(-7));
            RealRuns.settle(runner);
            runner.send(RealRuns.acts(7));
            assertThat(RealRuns.settle(runner).view().event()).contains(event);
        }
    }
}
