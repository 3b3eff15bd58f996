package rewardscope.sim;

import java.util.Optional;
import rewardscope.agent.Mark;

/// How far a run goes before it stands still: so many units, a stop that was asked for, or the experiment's own.
final class Goal {
    private static final int EVER = Integer.MAX_VALUE;

    private final Command.Unit unit;
    private int unitsLeft;
    private final Stop target;
    private final Stop own;
    private final boolean hasTarget;
    private final boolean hasOwn;
    private final boolean beyondOwn;

    private Goal(Command.Unit unit, int count, Stop target, Stop own, Counts now) {
        this.unit = unit;
        unitsLeft = count;
        this.target = target;
        this.own = own;
        hasTarget = !target.isEmpty();
        hasOwn = !own.isEmpty();
        beyondOwn = own.met(now); // whoever runs on wants to go on
    }

    /// To where the experiment stops by itself.
    ///
    /// @param own the experiment's stop
    /// @param now where the run stands
    static Goal none(Stop own, Counts now) {
        return new Goal(Command.Unit.ACT, EVER, Stop.NEVER, own, now);
    }

    static Goal units(Command.Unit unit, int count, Stop own, Counts now) {
        return new Goal(unit, count, Stop.NEVER, own, now);
    }

    static Goal to(Stop target, Stop own, Counts now) {
        return new Goal(Command.Unit.ACT, EVER, target, own, now);
    }

    /// Whether one wants to be there rather than to watch the way: such a run takes no notice of the speed.
    boolean atFullSpeed() {
        return unitsLeft != EVER || hasTarget;
    }

    /// What becomes of the run after an act; empty if it goes on.
    ///
    /// @param marks what the act completed
    Optional<Frame.Status> after(int marks, Simulation present) {
        if (unitsLeft != EVER && Branches.completes(unit, marks) && --unitsLeft <= 0) {
            return Optional.of(new Frame.Status.Paused());
        }
        if (hasTarget && worthAsking(target, marks) && target.met(present.counts())) {
            return Optional.of(new Frame.Status.Paused());
        }
        if (!hasOwn && present.agent().finished()) {
            return Optional.of(new Frame.Status.Finished("The values no longer change."));
        }
        if (hasOwn && !beyondOwn && worthAsking(own, marks) && own.met(present.counts())) {
            return Optional.of(new Frame.Status.Finished("The experiment's stop was reached."));
        }
        return Optional.empty();
    }

    /// Counting costs more than an act: only an act that completed something can meet a stop.
    private static boolean worthAsking(Stop stop, int marks) {
        return (marks & ~Mark.STEP) != 0 || ((marks & Mark.STEP) != 0 && stop.steps().isPresent());
    }
}
