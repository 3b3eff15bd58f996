package rewardscope.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rewardscope.agent.StepEvent;
import rewardscope.agent.gradient.Ppo;
import rewardscope.env.Scene;
import rewardscope.math.Snapshot;

/// What panes ask for besides, and the hand that pushes.
class LookingTest {
    private static final String PPO_ON = "agent: {type: ppo, horizon: 64, minibatches: 2, epochs: 2, hidden: [8]}\nenvironment: ";

    private static Experiment experiment(String yaml) {
        var checked = ExperimentReader.read(Path.of("test.yaml"), yaml);
        return checked.experiment().orElseThrow(() -> new AssertionError(checked.problems().toString()));
    }

    private static Frame settled(Runner runner) throws InterruptedException {
        var frame = new AtomicReference<Frame>();
        runner.settle(frame::set);
        return frame.get();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        PPO_ON + "{type: cart-pole}",
        PPO_ON + "{type: pendulum}",
        "agent: {type: dqn, warm-up: 20, batch: 8, hidden: [8]}\nenvironment: {type: cart-pole}",
        "agent: {type: reinforce, hidden: [8]}\nenvironment: {type: linear-track, continuous: true, max-steps: 40}"
    })
    void lookingAtEverythingChangesNothing(String yaml) {
        var unseen = new Timeline(experiment(yaml));
        var branches = new Branches(experiment(yaml));
        branches.watch(EnumSet.allOf(Look.class));
        for (int i = 0; i < 400; i++) {
            unseen.advance();
            branches.advance(0);
            if (i % 7 == 0) {
                branches.views(true, false);
            }
        }
        assertThat(Snapshot.of(branches.active().present())).isEqualTo(Snapshot.of(unseen.present()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cart-pole", "inverted-pendulum", "pendulum"})
    void aPushIsDoneAgainWhenTheRunIsReplayed(String world) {
        var timeline = new Timeline(experiment(PPO_ON + "{type: " + world + "}"));
        for (int i = 0; i < 150; i++) {
            if (i == 40) {
                timeline.intervene(new Intervention.Push(1.5, true));
            }
            if (i == 60) {
                timeline.intervene(new Intervention.Push(0, true));
                timeline.intervene(new Intervention.Push(-3, false));
            }
            timeline.advance();
        }
        var end = Snapshot.of(timeline.present());
        for (long act : new long[] {0, 45, 61, 149}) {
            timeline.seek(act);
            while (timeline.now() < 150) {
                timeline.advance();
            }
            assertThat(Snapshot.of(timeline.present())).isEqualTo(end);
        }
        var untouched = new Timeline(experiment(PPO_ON + "{type: " + world + "}"));
        for (int i = 0; i < 150; i++) {
            untouched.advance();
        }
        assertThat(Snapshot.of(untouched.present())).isNotEqualTo(end);
    }

    @Test
    void aHandPushesUntilItLetsGoAndANudgeForOneStep() throws InterruptedException {
        try (var runner = new Runner(
                experiment("environment: {type: cart-pole}\nagent: {type: random}"), Frame.Speed.FASTEST)) {
            runner.send(new Command.Intervene(new Intervention.Push(20, true)));
            assertThat(cart(settled(runner)).hand()).isEqualTo(20);
            runner.send(new Command.Step(Command.Unit.ACT, 1));
            assertThat(Math.abs(cart(settled(runner)).force() - 20)).isCloseTo(10, within(1e-12));
            assertThat(cart(settled(runner)).hand()).isEqualTo(20);
            runner.send(new Command.Intervene(new Intervention.Push(0, true)));
            runner.send(new Command.Intervene(new Intervention.Push(7, false)));
            runner.send(new Command.Step(Command.Unit.ACT, 1));
            assertThat(Math.abs(cart(settled(runner)).force() - 7)).isCloseTo(10, within(1e-12));
            assertThat(cart(settled(runner)).hand()).isZero();
        }
    }

    private static Scene.Cart cart(Frame frame) {
        return (Scene.Cart) ((View.World.Vector) frame.view().world()).scene();
    }

    @Test
    void aPortraitIsWhatTheAgentAnswers() throws InterruptedException {
        try (var runner = new Runner(experiment(PPO_ON + "{type: pendulum}"), Frame.Speed.FASTEST)) {
            assertThat(settled(runner).view().looks().portrait()).isEmpty();
            runner.send(new Command.Watch(EnumSet.of(Look.VALUES, Look.POLICY)));
            runner.send(new Command.Step(Command.Unit.ACT, 10));
            var portrait = settled(runner).view().looks().portrait().orElseThrow();
            var asked = new AtomicReference<double[]>();
            runner.send(new Command.Inspect((timeline, _) -> {
                var agent = (Ppo) timeline.present().agent();
                double angle = portrait.across().middle(5, portrait.columns());
                double[] seen = {Math.cos(angle), Math.sin(angle), portrait.up().middle(3, portrait.rows())};
                asked.set(new double[] {agent.value(seen), agent.policyAt(seen)[0]});
            }));
            settled(runner);
            int i = 3 * portrait.columns() + 5;
            assertThat(portrait.values().orElseThrow()[i]).isEqualTo(asked.get()[0]);
            assertThat(portrait.policy().orElseThrow()[i][0]).isEqualTo(asked.get()[1]);
        }
    }

    @Test
    void theLastMinibatchAndTheLastAdvantagesAreKeptWhileStepsGoOn() throws InterruptedException {
        try (var runner = new Runner(experiment(PPO_ON + "{type: cart-pole}"), Frame.Speed.FASTEST)) {
            runner.send(new Command.Watch(EnumSet.of(Look.RATIOS)));
            runner.send(new Command.Step(Command.Unit.UPDATE, 1));
            settled(runner);
            runner.send(new Command.Step(Command.Unit.ACT, 9));
            Looks looks = settled(runner).view().looks();
            var last = looks.last(Ppo.Optimisation.class).orElseThrow();
            assertThat(last.epoch()).isEqualTo(1);
            assertThat(last.minibatch()).isEqualTo(1);
            assertThat(last.samples()).hasSize(32);
            assertThat(looks.last(Ppo.AdvantageEstimation.class).orElseThrow().estimates()).hasSize(64);
        }
    }

    /// Whoever scrubs back sees the update that stands there, whatever the jump: the same as when the run came by.
    @ParameterizedTest
    @ValueSource(strings = {
        PPO_ON + "{type: cart-pole}",
        "agent: {type: trpo, horizon: 64, minibatches: 2, epochs: 2, hidden: [8]}\nenvironment: {type: cart-pole}",
        "agent: {type: ppo-penalty, horizon: 64, minibatches: 2, epochs: 2, hidden: [8]}\nenvironment: {type: cart-pole}",
        "agent: {type: reinforce-baseline, hidden: [8]}\nenvironment: {type: cart-pole}",
        "agent: {type: actor-critic, hidden: [8]}\nenvironment: {type: cart-pole}",
        "agent: {type: dqn, warm-up: 20, batch: 8, hidden: [8]}\nenvironment: {type: cart-pole}"
    })
    void theLastUpdateIsThereAfterAJumpAsWhenTheRunCameBy(String yaml) {
        var live = new Branches(experiment(yaml));
        live.watch(EnumSet.allOf(Look.class));
        var jumping = new Branches(experiment(yaml));
        jumping.watch(EnumSet.allOf(Look.class));
        for (int i = 0; i < 3000; i++) {
            jumping.advance(0);
        }
        for (int act : new int[] {700, 701, 1999, 2600}) {
            while (live.active().now() < act) {
                live.advance(0);
            }
            for (int from : new int[] {0, 3000, act - 1, act + 1}) {
                jumping.seek(0, from);
                jumping.seek(0, act);
                Looks wanted = live.views(false, false).getFirst().looks();
                Looks found = jumping.views(false, false).getFirst().looks();
                assertThat(lastOfEachKind(found)).as("act %d from %d", act, from).isEqualTo(lastOfEachKind(wanted));
                assertThat(found.sequence()).isEqualTo(wanted.sequence());
            }
        }
    }

    /// Without records that belong to another look: an adaptation of the penalty, say, may lie a batch further back.
    private static Set<String> lastOfEachKind(Looks looks) {
        return looks.offered().stream()
                .flatMap(look -> look.record().stream())
                .flatMap(kind -> looks.last(kind).stream())
                .map(StepEvent::toString)
                .collect(Collectors.toSet());
    }

    @Test
    void aPolicyIsComparedWithTheOneBeforeTheUpdate() throws InterruptedException {
        try (var runner = new Runner(experiment(PPO_ON + "{type: cart-pole}"), Frame.Speed.FASTEST)) {
            runner.send(new Command.Watch(EnumSet.of(Look.POLICY_SHIFT)));
            runner.send(new Command.Step(Command.Unit.ACT, 64));
            PolicyShift still = settled(runner).view().looks().policyShift().orElseThrow();
            assertThat(still.after()).containsExactly(still.before());
            assertThat(still.kl()).isZero();
            runner.send(new Command.Step(Command.Unit.UPDATE, 1));
            PolicyShift moved = settled(runner).view().looks().policyShift().orElseThrow();
            assertThat(moved.kl()).isPositive();
            assertThat(moved.before()).containsExactly(still.before());
        }
    }

    @Test
    void klDivergencesAreThoseOfTheBook() {
        assertThat(PolicyShift.klOfChoices(new double[] {0.5, 0.5}, new double[] {0.25, 0.75}))
                .isCloseTo(0.5 * Math.log(2) + 0.5 * Math.log(2.0 / 3), within(1e-15));
        // N(1, 1) against N(0, 2²): ln 2 + (1 + 1) / 8 − 1/2
        assertThat(PolicyShift.klOfForces(new double[] {1, 1}, new double[] {0, 2}))
                .isCloseTo(Math.log(2) + 0.25 - 0.5, within(1e-15));
    }
}
