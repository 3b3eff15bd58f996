package rewardscope.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rewardscope.agent.Schedule;
import rewardscope.math.Snapshot;

/// A run whose numbers become infinite stays on the screen, says at which step, and can be scrubbed back.
class DivergedRunTest {
    private static final Pattern SENTENCE =
            Pattern.compile("The run stopped: it diverged at environment step (\\d+): .+ no longer finite \\(.+\\)\\.");

    /// Runs that diverge by themselves, or once somebody has pulled the step size to where nobody should.
    enum Run {
        /// Baird's counterexample, with all three legs.
        BAIRD(
                """
                environment: {preset: baird}
                agent:
                  type: linear-td
                  alpha: 1
                  gamma: 0.99
                  policy: solid
                  behaviour: {dashed: 0.8571428571428571, solid: 0.14285714285714285}
                  features: [[2,0,0,0,0,0,0,1], [0,2,0,0,0,0,0,1], [0,0,2,0,0,0,0,1], [0,0,0,2,0,0,0,1],
                    [0,0,0,0,2,0,0,1], [0,0,0,0,0,2,0,1], [0,0,0,0,0,0,1,2]]
                  weights: [1, 1, 1, 1, 1, 1, 10, 1]
                """,
                0),

        /// A ratio of 7 times a step size of 1: each update goes six times as far beyond its target as it was before it.
        OFF_POLICY(
                """
                environment: {preset: baird}
                agent: {type: off-policy-td, alpha: 1, gamma: 0.5, initial: 1, policy: solid,
                  behaviour: {dashed: 0.8571428571428571, solid: 0.14285714285714285}}
                """,
                0),

        /// Traces that pile up: what is visited again and again moves by many times α.
        TRACES(
                """
                environment: {preset: random-walk-19}
                agent: {type: td-lambda, alpha: 1, gamma: 1, lambda: 1, initial: 1, traces: accumulating}
                """,
                0),

        LINEAR_Q("environment: {type: cart-pole}\nagent: {type: linear-q, gamma: 0.99}\n", 300),

        DQN("environment: {type: cart-pole}\nagent: {type: dqn, warm-up: 50, batch: 16, hidden: [16]}\n", 300),

        PPO("environment: {type: cart-pole}\nagent: {type: ppo, horizon: 64, minibatches: 2, hidden: [16]}\n", 300),

        PPO_PENALTY(
                "environment: {type: cart-pole}\nagent: {type: ppo-penalty, horizon: 64, minibatches: 2, hidden: [16]}\n",
                300),

        TRPO("environment: {type: cart-pole}\nagent: {type: trpo, horizon: 64, minibatches: 2, hidden: [16]}\n", 300),

        ACTOR_CRITIC("environment: {type: cart-pole}\nagent: {type: actor-critic, hidden: [16]}\n", 300),

        REINFORCE("environment: {type: cart-pole}\nagent: {type: reinforce, hidden: [16]}\n", 300);

        final Experiment experiment;

        /// The act after which the step size becomes 10^308; 0: never.
        final int pulledAt;

        Run(String yaml, int pulledAt) {
            var checked = ExperimentReader.read(Path.of("test.yaml"), yaml);
            experiment = checked.experiment().orElseThrow(() -> new AssertionError(checked.problems()));
            this.pulledAt = pulledAt;
        }
    }

    private static Frame settled(Runner runner) throws InterruptedException {
        var frame = new AtomicReference<Frame>();
        runner.settle(frame::set);
        return frame.get();
    }

    private static Snapshot state(Runner runner) throws InterruptedException {
        var state = new AtomicReference<Snapshot>();
        runner.send(new Command.Inspect((timeline, _) -> state.set(Snapshot.of(timeline.present()))));
        settled(runner);
        return state.get();
    }

    private static String sentence(Frame frame) {
        return frame.status() instanceof Frame.Status.Failed(String said) ? said : "";
    }

    @ParameterizedTest
    @EnumSource
    void staysSaysWhereAndCanBeScrubbedBack(Run run) throws InterruptedException {
        try (var runner = new Runner(run.experiment, Frame.Speed.FASTEST)) {
            runner.send(new Command.Watch(EnumSet.allOf(Look.class)));
            if (run.pulledAt > 0) {
                runner.send(new Command.Step(Command.Unit.ACT, run.pulledAt));
                settled(runner);
                runner.send(new Command.Intervene(
                        new Intervention.ParameterChange("alpha", new Schedule.Constant(1e308))));
            }
            runner.send(new Command.Step(Command.Unit.ACT, 200_000));
            Frame end = settled(runner);

            // It stays, and says at which step.
            var said = SENTENCE.matcher(sentence(end).replace(" Step back to look at what came before.", ""));
            assertThat(said.matches()).as("said: %s", sentence(end)).isTrue();
            assertThat(end.views()).hasSize(1);
            long acts = end.view().counts().acts();
            assertThat(acts).isGreaterThan(10).isLessThan(200_000);
            assertThat(Long.parseLong(said.group(1)))
                    .isBetween(end.view().counts().steps(), end.view().counts().steps() + 1);
            assertThat(end.view().event()).isPresent();
            assertThat(end.view().head()).isEqualTo(acts);

            // One back, and on again: the same act, the same end.
            Snapshot before = state(runner);
            runner.send(new Command.SeekBy(-1));
            Frame back = settled(runner);
            assertThat(sentence(back)).isEmpty();
            assertThat(back.view().counts().acts()).isEqualTo(acts - 1);
            runner.send(new Command.Step(Command.Unit.ACT, 1));
            assertThat(settled(runner).view().event().orElseThrow().toString())
                    .isEqualTo(end.view().event().orElseThrow().toString());
            assertThat(state(runner)).isEqualTo(before);
            runner.send(new Command.Step(Command.Unit.ACT, 1));
            assertThat(sentence(settled(runner))).isEqualTo(sentence(end));
            assertThat(state(runner)).isEqualTo(before);

            // Anywhere back shows what stood there.
            long middle = acts / 2;
            runner.send(new Command.Seek(middle));
            assertThat(settled(runner).view().counts().acts()).isEqualTo(middle);
            assertThat(state(runner)).isEqualTo(straight(run, middle));

            // A smaller step size from there is another future, and a sound one; the diverged one is kept beside it.
            runner.send(new Command.Intervene(
                    new Intervention.ParameterChange("alpha", new Schedule.Constant(1e-9))));
            runner.send(new Command.Step(Command.Unit.ACT, 200));
            Frame cured = settled(runner);
            assertThat(cured.views()).hasSize(2);
            assertThat(cured.view().counts().acts()).isGreaterThan(middle);
        }
    }

    private static Snapshot straight(Run run, long acts) {
        var timeline = new Timeline(run.experiment);
        while (timeline.now() < acts) {
            if (run.pulledAt > 0 && timeline.now() == run.pulledAt) {
                timeline.intervene(new Intervention.ParameterChange("alpha", new Schedule.Constant(1e308)));
            }
            timeline.advance();
        }
        return Snapshot.of(timeline.present());
    }
}
