package rewardscope.compute.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rewardscope.agent.language.NextToken;
import rewardscope.compute.Compute;
import rewardscope.compute.ComputeDevice;
import rewardscope.compute.ComputeFailure;
import rewardscope.compute.TestOpenCl;
import rewardscope.sim.Command;
import rewardscope.sim.Experiment;
import rewardscope.sim.ExperimentRun;
import rewardscope.sim.Frame;
import rewardscope.sim.Runner;
import rewardscope.ui.RealRuns;

/// What happens to a run when its device fails in the middle, simulated at the binding.
class OpenClTroubleTest {
    private static final String TINY = """
            environment: {type: language, corpus: "the rat ran up the track and the cat sat on the mat. "}
            agent: {type: next-token, width: 8, layers: 1, context: 8, batch: 2}
            stop: {updates: 1000}
            """;

    private final TroubledBinding cl = new TroubledBinding();
    private final OpenClProvider provider = new OpenClProvider(cl);

    @BeforeEach
    void thereIsAnOpenCl() {
        assumeTrue(TestOpenCl.provider().isPresent(), "no OpenCL on this machine");
    }

    private ComputeDevice device() {
        return provider.devices().getFirst();
    }

    private Experiment experiment() {
        return RealRuns.experiment(TINY).withCompute(Compute.on(device()));
    }

    private static Frame after(Runner runner, int acts) throws InterruptedException {
        runner.send(new Command.Step(Command.Unit.ACT, acts));
        return settled(runner);
    }

    private static Frame settled(Runner runner) throws InterruptedException {
        var frame = new AtomicReference<Frame>();
        runner.settle(frame::set);
        return frame.get();
    }

    @Test
    void aDeviceLostInTheMiddleOfARunPausesItSaysSoAndGoesOnOnTheProcessorFromTheLastKeyframe() throws Exception {
        try (var runner = new Runner(experiment(), Frame.Speed.FASTEST)) {
            var before = after(runner, 100);
            assertThat(before.view().counts().updates()).isEqualTo(100);
            assertThat(before.experiment().compute().chosen()).contains(device());
            cl.launchesLeft = 40;
            var lost = after(runner, 1);
            lost = lost.status() instanceof Frame.Status.Failed ? lost : after(runner, 50);
            long keyframe = lost.view().counts().updates();
            assertThat(lost.status()).isEqualTo(new Frame.Status.Failed("The run stopped: The device " + device().name()
                    + " was lost (starting a kernel, OpenCL error -36). It stands at act " + keyframe
                    + ", its last keyframe, and goes on from there on simd."));
            assertThat(keyframe).isBetween(1L, 101L);
            assertThat(lost.experiment().compute()).isEqualTo(Compute.STANDARD);

            var on = after(runner, 30);
            assertThat(on.status()).isNotInstanceOf(Frame.Status.Failed.class);
            assertThat(on.view().counts().updates()).isEqualTo(keyframe + 30);
            runner.send(new Command.Seek(keyframe - 1));
            var back = settled(runner);
            assertThat(back.view().counts().updates()).isEqualTo(keyframe - 1);
            assertThat(((NextToken.Update) back.view().event().orElseThrow()).loss()).isBetween(0.1, 4.0);
        }
        assertThat(cl.queues).hasValue(0);
    }

    @Test
    void aRunThatDoesNotFitIsRefusedAndTheOneBeforeStays() throws Exception {
        try (var runner = new Runner(RealRuns.experiment(TINY), Frame.Speed.FASTEST)) {
            after(runner, 20);
            cl.memory = 20_000;
            runner.send(new Command.Load(experiment()));
            var refused = settled(runner);
            assertThat(((Frame.Status.Failed) refused.status()).sentence())
                    .startsWith("The run stopped: The memory of " + device().name() + " is full (allocating ");
            assertThat(refused.view().counts().updates()).isEqualTo(20);
            assertThat(refused.experiment().compute()).isEqualTo(Compute.STANDARD);
            assertThat(after(runner, 5).view().counts().updates()).isEqualTo(25);
        }
        assertThat(cl.buffers).as("what had found room was given back").hasValue(0);
        assertThat(cl.queues).hasValue(0);
    }

    @Test
    void theLargerModelOnACardThatIsTooSmallIsOneSentenceThatNamesBoth() throws IOException {
        cl.memory = 300_000_000;
        String lesson = Files.readString(Path.of("lessons/10-language-models/a-tiny-gpt-learns-to-read.md"));
        String source = lesson.split("```simulation larger\n")[1].split("```")[0];
        assertThat(source).contains("layers: 6", "width: 256", "context: 128");
        var larger = RealRuns.experiment(source).withCompute(Compute.on(device()));
        assertThatThrownBy(() -> ExperimentRun.run(larger))
                .isInstanceOf(ComputeFailure.class)
                .hasMessageMatching("The memory of " + device().name() + " is full \\(allocating \\d+ bytes, with 2\\d\\d MB"
                        + " taken and \\d+ MB in all\\): choose a smaller model, or another device");
        assertThat(cl.buffers).hasValue(0);
    }

    @Test
    void aKernelThatDoesNotCompileIsASentenceWithTheCompilersOwnWords() {
        cl.flaw = "\n__kernel void broken(__global float *x) { x[0] = no_such_thing; }\n";
        assertThatThrownBy(() -> device().open().apply(1))
                .isInstanceOf(ComputeFailure.class)
                .hasMessageStartingWith("A kernel does not compile on " + device().name() + ": ")
                .hasMessageContaining("no_such_thing");
        cl.flaw = "";
        device().open().apply(1).close();
    }

    @Test
    void memoryReturnsToItsStartAfterAThousandRunsOpenedAndClosed() {
        var experiment = experiment();
        for (int run = 0; run < 1000; run++) {
            var agent = experiment.createAgent();
            if (run % 50 == 0) {
                agent.advance();
            }
            agent.close();
        }
        assertThat(provider.cards().getFirst().held()).isZero();
        assertThat(cl.buffers).hasValue(0);
        assertThat(cl.queues).hasValue(0);
        assertThat(cl.kernels).hasValue(0);
    }

    @Test
    void aWholeTrainingRunEndsWhereTheProcessorEnds() {
        var experiment = RealRuns.experiment(TINY.replace("1000", "80"));
        var here = ExperimentRun.run(experiment);
        var there = ExperimentRun.run(experiment.withCompute(Compute.on(device())));
        assertThat(here.backend()).isEqualTo("simd");
        assertThat(there.backend()).isEqualTo(device().name());
        double[] expected = here.series().get("loss").values();
        double[] actual = there.series().get("loss").values();
        assertThat(expected[79]).isLessThan(expected[0] - 0.3);
        for (int update = 0; update < 80; update++) {
            assertThat(actual[update]).isCloseTo(expected[update], within(2e-3));
        }
        var again = ExperimentRun.run(experiment.withCompute(Compute.on(device())));
        assertThat(again.series().get("loss").values()).isEqualTo(actual);
    }
}
