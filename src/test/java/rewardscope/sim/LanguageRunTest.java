package rewardscope.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import rewardscope.agent.Schedule;
import rewardscope.ui.RealRuns;

/// What happens when the training of a language model meets numbers that are not finite.
class LanguageRunTest {
    private static final String TINY = """
            environment: {type: language, corpus: "the rat ran up the track and the cat sat on the mat. "}
            agent: {type: next-token, width: 8, layers: 1, context: 8, batch: 2}
            stop: {updates: 40}
            """;
    private static final Schedule ENDLESS = new Schedule.Constant(Double.POSITIVE_INFINITY);

    private static Frame settled(Runner runner) throws InterruptedException {
        var frame = new AtomicReference<Frame>();
        runner.settle(frame::set);
        return frame.get();
    }

    private static View.World.Language world(Frame frame) {
        return (View.World.Language) frame.view().world();
    }

    @Test
    void theWindowSaysAtWhichStepAndTensorItStoppedAndTheStatesBeforeCanBeScrubbed() throws Exception {
        try (var runner = new Runner(RealRuns.experiment(TINY), Frame.Speed.FASTEST)) {
            runner.send(new Command.Step(Command.Unit.ACT, 5));
            String fifth = settled(runner).view().event().orElseThrow().toString();
            runner.send(new Command.Intervene(new Intervention.ParameterChange("learning-rate", ENDLESS)));
            runner.send(new Command.Step(Command.Unit.ACT, 3));
            var stopped = settled(runner);
            assertThat(stopped.status()).isEqualTo(new Frame.Status.Failed("Step 7 stopped: the loss is not a finite"
                    + " number. The first tensor concerned is wte. Try a smaller learning rate."
                    + " Step back to look at what came before."));
            assertThat(stopped.view().counts().updates()).isEqualTo(6);
            assertThat(world(stopped).look().trouble()).isPresent();

            runner.send(new Command.SeekBy(-1));
            var before = settled(runner);
            assertThat(before.view().counts().updates()).isEqualTo(5);
            assertThat(before.view().event().orElseThrow()).hasToString(fifth);
            assertThat(world(before).look().trouble()).isEmpty();

            runner.send(new Command.Step(Command.Unit.ACT, 4));
            assertThat(settled(runner).status()).isEqualTo(stopped.status());
        }
    }

    @Test
    void aRunWithoutAWindowKeepsWhatItHadAndSaysWhyItStopped() {
        var experiment = RealRuns.experiment(TINY);
        var values = new HashMap<>(experiment.agentValues());
        values.put("learning-rate", ENDLESS);
        var results = ExperimentRun.run(new Experiment(
                experiment.environment(), experiment.agentType(), values, 1, experiment.stop(), experiment.source()));
        assertThat(results.diverged()).isTrue();
        assertThat(results.reached()).isFalse();
        assertThat(results.stopped()).contains(
                "Step 2 stopped: the loss is not a finite number."
                + " The first tensor concerned is wte. Try a smaller learning rate.");
        assertThat(results.series().get("loss").values()).hasSize(1);
    }
}
