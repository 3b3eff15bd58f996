package rewardscope.sim;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import rewardscope.agent.StepEvent;

/// What a pane may ask of the runner.
public sealed interface Command {
    /// Run until told otherwise.
    record Run() implements Command {}

    record Pause() implements Command {}

    /// Run, or pause if it runs: the runner knows which, whatever frame the asker has seen.
    record Toggle() implements Command {}

    record SetSpeed(Frame.Speed speed) implements Command {}

    /// Run to the end of a number of units, then pause.
    record Step(Unit unit, int count) implements Command {}

    /// Run at full speed to where the counts meet this, then pause; never backwards.
    record RunTo(Stop stop) implements Command {}

    /// Start over on the same seed, with the experiment's own hyper-parameters, and forget all branches.
    record Restart() implements Command {}

    /// What a press of the step button covers.
    enum Unit {
        /// The smallest teachable act.
        ACT,
        /// An action taken in the environment.
        STEP,
        EPISODE,
        SWEEP,
        UPDATE
    }

    /// Stand at an act of the past, or of what was once the future.
    record Seek(long act) implements Command {}

    /// Stand so many acts further on (or back).
    record SeekBy(long acts) implements Command {}

    /// Do something to the run here and now, in the active branch. Below its head the branch is forked first,
    /// and where a hyper-parameter was changed both futures advance together from there.
    record Intervene(Intervention intervention) implements Command {}

    /// Go another way from here, keeping the way it went: a new branch that becomes the active one.
    record Fork() implements Command {}

    record SelectBranch(int branch) implements Command {}

    record SideBySide(boolean together) implements Command {}

    /// Start over on another seed.
    record Reseed(long seed) implements Command {}

    /// Start over with another experiment.
    record Load(Experiment experiment) implements Command {}

    /// Start over with an experiment and go back to where a run of it was, by replay. The frames on the way say how far
    /// it is. Whatever is asked for in the meantime is done where the run stands then; what was still to be done on its
    /// way comes when it goes on.
    ///
    /// @param ways the branches, at least one, each after those that it may have left
    /// @param active the branch to stand on
    record TakeUp(Experiment experiment, List<Way> ways, int active, boolean together) implements Command {
        public TakeUp {
            ways = List.copyOf(ways);
            if (ways.isEmpty() || active < 0 || active >= ways.size()) {
                throw new IllegalArgumentException("branch " + active + " of " + ways.size());
            }
        }
    }

    /// Ask why an entry of a table has its value; the answer comes with a frame.
    record Explain(StepEvent.Place place) implements Command {}

    /// Have this in every frame from now on, and nothing else of the kind: what panes look at now.
    record Watch(Set<Look> looks) implements Command {
        public Watch {
            looks = Set.copyOf(looks);
        }
    }

    /// Look at the active timeline from the runner's own thread, between two acts.
    record Inspect(BiConsumer<Timeline, Experiment> inspector) implements Command {}
}
