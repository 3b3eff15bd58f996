package rewardscope.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rewardscope.agent.Schedule;
import rewardscope.agent.StepEvent;

class RunnerTest {
    private final Runner runner = new Runner(Corridor.qLearning(4), Frame.Speed.FASTEST);

    @AfterEach
    void close() {
        runner.close();
    }

    private Frame settled() throws InterruptedException {
        var frame = new AtomicReference<Frame>();
        runner.settle(frame::set);
        return frame.get();
    }

    @Test
    void oneStepIsOneAct() throws InterruptedException {
        runner.send(new Command.Step(Command.Unit.ACT, 1));
        assertThat(settled().view().counts().acts()).isEqualTo(1);
    }

    @Test
    void anEpisodeStepStopsAtTheFood() throws InterruptedException {
        runner.send(new Command.Step(Command.Unit.EPISODE, 1));
        var view = settled().view();
        assertThat(view.counts().episodes()).isEqualTo(1);
        assertThat(((View.World.Finite) view.world()).state()).isEqualTo(Corridor.STATES - 1);
        assertThat(view.episodeReturn()).isEqualTo(1);
    }

    @Test
    void steppingBackGoesBackOneActAndForwardDoesItAgain() throws InterruptedException {
        runner.send(new Command.Step(Command.Unit.ACT, 40));
        String there = settled().view().event().orElseThrow().toString();
        runner.send(new Command.SeekBy(-1));
        assertThat(settled().view().counts().acts()).isEqualTo(39);
        runner.send(new Command.Step(Command.Unit.ACT, 1));
        assertThat(settled().view().event().orElseThrow()).hasToString(there);
    }

    @Test
    void movingASliderInThePastKeepsTheOldFutureAsABranch() throws InterruptedException {
        runner.send(new Command.Step(Command.Unit.ACT, 100));
        settled();
        runner.send(new Command.Seek(60));
        runner.send(new Command.Intervene(new Intervention.ParameterChange("alpha", new Schedule.Constant(0.9))));
        var frame = settled();
        assertThat(frame.views()).hasSize(2);
        assertThat(frame.views().get(0).head()).isEqualTo(100);
        assertThat(frame.view().head()).isEqualTo(60);
        assertThat(frame.view().forkedAt()).isEqualTo(60);
        assertThat(frame.sideBySide()).isTrue();
        assertThat(frame.views()).allMatch(view -> view.counts().acts() == 60);
    }

    @Test
    void sideBySideBothFuturesAdvanceTogether() throws InterruptedException {
        runner.send(new Command.Step(Command.Unit.ACT, 50));
        settled();
        runner.send(new Command.Fork());
        runner.send(new Command.SideBySide(true));
        runner.send(new Command.Step(Command.Unit.ACT, 25));
        var frame = settled();
        assertThat(frame.views()).extracting(view -> view.counts().acts()).containsExactly(75L, 75L);
    }

    @Test
    void anotherSeedStartsOverAndIsShown() throws InterruptedException {
        runner.send(new Command.Step(Command.Unit.ACT, 10));
        settled();
        runner.send(new Command.Reseed(99));
        var frame = settled();
        assertThat(frame.experiment().seed()).isEqualTo(99);
        assertThat(frame.view().counts().acts()).isZero();
    }

    @Test
    void askingWhyNamesTheActThatChangedTheEntryLast() throws InterruptedException {
        runner.send(new Command.Step(Command.Unit.EPISODE, 1));
        long acts = settled().view().counts().acts();
        runner.send(new Command.Explain(new StepEvent.Place(Corridor.STATES - 2, 0)));
        assertThat(((Explanation.Changed) settled().explanation().orElseThrow()).act()).isEqualTo(acts);
    }

    @Test
    void aBrokenRunSaysSoAndCanBeScrubbedBack() throws InterruptedException {
        runner.send(new Command.Step(Command.Unit.ACT, 5));
        settled();
        runner.send(new Command.Inspect((_, _) -> {
            throw new IllegalStateException("the weights became infinite at step 5");
        }));
        assertThat(settled().status()).isInstanceOf(Frame.Status.Failed.class);
        runner.send(new Command.SeekBy(-1));
        assertThat(settled().view().counts().acts()).isEqualTo(4);
    }

    /// A class that cannot be loaded, a stack that overflows: no exception, and still a sentence, not a window that waits.
    @Test
    void anErrorOfTheJavaMachineIsToldLikeAnyOtherFailure() throws InterruptedException {
        runner.send(new Command.Step(Command.Unit.ACT, 5));
        settled();
        runner.send(new Command.Inspect((_, _) -> {
            throw new NoClassDefFoundError("rewardscope/Lost");
        }));
        assertThat(settled().status()).isInstanceOf(Frame.Status.Failed.class);
        runner.send(new Command.Step(Command.Unit.ACT, 1));
        assertThat(settled().view().counts().acts()).isEqualTo(6);
    }
}
