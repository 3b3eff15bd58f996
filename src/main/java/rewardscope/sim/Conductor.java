package rewardscope.sim;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import rewardscope.compute.Compute;
import rewardscope.compute.ComputeFailure;

/// What happens to a run: obeys commands, goes on for a few milliseconds at a time, and stands again after a failure.
/// All of it on one thread, the [Runner]'s.
final class Conductor {
    private static final long LOOK_UP_NANOS = 4_000_000;
    private static final long BREATH_NANOS = 300_000;
    private static final long EXPLAIN_ACTS = 300_000;

    private final Pace pace = new Pace();
    private volatile Experiment experiment; // the only thing that other threads ask for
    private Branches branches; // from the thread's first moment on, its own
    private Goal goal; // likewise
    private Frame.Status status = new Frame.Status.Paused();
    private Frame.Speed speed;
    private boolean sideBySide;
    private Set<Look> watched = Set.of();
    private Optional<Explanation> explanation = Optional.empty();
    private Optional<Return> returning = Optional.empty();

    Conductor(Experiment experiment, Frame.Speed speed) {
        this.experiment = experiment;
        this.speed = speed;
    }

    /// Makes the world and the agent, which may take seconds. Nothing else may be asked for before.
    void begin() {
        branches = new Branches(experiment);
        goal = Goal.none(experiment.stop(), counts());
    }

    void close() {
        branches.close();
    }

    Experiment experiment() {
        return experiment;
    }

    boolean running() {
        return status instanceof Frame.Status.Running;
    }

    Frame frame(long number) {
        return new Frame(
                number,
                experiment,
                branches.views(sideBySide, running()),
                branches.activeIndex(),
                status,
                speed,
                sideBySide,
                explanation,
                running() ? pace.rate() : 0);
    }

    // ---- failures

    /// After a failure in the middle of an act: everything stands again where it stood before that act, or, if the
    /// device is gone, at the last keyframe, on the processor.
    void recover(Throwable failure) {
        returning = Optional.empty();
        boolean deviceGone = failure instanceof ComputeFailure && experiment.compute().chosen().isPresent();
        fail(deviceGone ? moveToProcessor(failure) : standBeforeFailure(failure));
    }

    void fail(String sentence) {
        status = new Frame.Status.Failed(sentence);
    }

    private String standBeforeFailure(Throwable failure) {
        branches.all().forEach(timeline -> timeline.seek(timeline.now()));
        return Failures.said(failure) + " Step back to look at what came before.";
    }

    private String moveToProcessor(Throwable failure) {
        experiment = experiment.withCompute(Compute.STANDARD);
        branches.moveTo(experiment);
        return Failures.said(failure) + " It stands at act " + branches.active().now()
                + ", its last keyframe, and goes on from there on " + experiment.refuge() + ".";
    }

    // ---- commands

    void obey(Command command) {
        switch (command) {
            case Command.SetSpeed _, Command.Watch _, Command.Inspect _, Command.Explain _ -> {}
            default -> returning = Optional.empty();
        }
        switch (command) {
            case Command.Run() -> start();
            case Command.Pause() -> pause();
            case Command.Toggle() when running() -> pause();
            case Command.Toggle() -> start();
            case Command.SetSpeed(Frame.Speed wanted) -> {
                speed = wanted;
                pace.change();
            }
            case Command.Step(Command.Unit wanted, int count) -> step(wanted, count);
            case Command.RunTo(Stop stop) -> runTo(stop);
            case Command.Restart() -> load(experiment);
            case Command.Seek(long act) -> seek(act);
            case Command.SeekBy(long acts) -> seek(branches.active().now() + acts);
            case Command.Intervene(Intervention intervention) -> intervene(intervention);
            case Command.Fork() -> branches.fork();
            case Command.SelectBranch(int branch) -> branches.select(branch);
            case Command.SideBySide(boolean together) -> sideBySide = together;
            case Command.Reseed(long seed) -> load(experiment.withSeed(seed));
            case Command.Load(Experiment other) -> load(other);
            case Command.TakeUp wanted -> takeUp(wanted);
            case Command.Explain(var at) -> explanation = Optional.of(branches.active().explain(at, EXPLAIN_ACTS));
            case Command.Watch(var looks) -> {
                watched = looks;
                branches.watch(looks);
            }
            case Command.Inspect(var inspector) -> inspector.accept(branches.active(), experiment);
        }
    }

    private void pause() {
        status = new Frame.Status.Paused();
    }

    private void start() {
        start(Goal.none(experiment.stop(), counts()));
    }

    private void start(Goal wanted) {
        goal = wanted;
        pace.start();
        branches.all().forEach(Timeline::resumeClock);
        status = new Frame.Status.Running();
    }

    private Counts counts() {
        return branches.active().present().counts();
    }

    /// A single act is done here and now; longer stretches run at full speed and pause at their end.
    private void step(Command.Unit wanted, int count) {
        explanation = Optional.empty();
        if (wanted == Command.Unit.ACT && count == 1) {
            pause();
            advanceAll();
            noteTrails();
        } else {
            start(Goal.units(wanted, count, experiment.stop(), counts()));
        }
    }

    private void runTo(Stop stop) {
        start(Goal.to(stop, experiment.stop(), counts()));
        if (stop.isEmpty() || stop.met(counts())) {
            pause();
        }
    }

    private void load(Experiment other) {
        pause();
        var before = branches;
        branches = new Branches(other);
        experiment = other;
        before.close();
        branches.watch(watched);
        sideBySide = false;
        explanation = Optional.empty();
    }

    private void takeUp(Command.TakeUp wanted) {
        load(wanted.experiment());
        sideBySide = wanted.together();
        start();
        var way = new Return(branches, wanted.ways(), wanted.active());
        returning = Optional.of(way);
        status = new Frame.Status.Running(way.target());
    }

    private void seek(long act) {
        pause();
        explanation = Optional.empty();
        branches.forgetTrails();
        if (sideBySide) {
            for (int i = 0; i < branches.count(); i++) {
                branches.seek(i, act);
            }
        } else {
            branches.seek(branches.activeIndex(), act);
        }
        noteTrails();
    }

    /// In the past another way begins; a changed parameter is compared with what came of the old one, act by act.
    private void intervene(Intervention intervention) {
        if (branches.active().now() < branches.active().head()) {
            branches.fork();
            sideBySide |= intervention instanceof Intervention.ParameterChange;
        }
        branches.active().intervene(intervention);
    }

    // ---- going on

    /// How long nothing is to be done, at most a few milliseconds at a time.
    long nanosToNextAct() {
        boolean waits = running() && returning.isEmpty() && !atFullSpeed();
        return waits ? Math.min(LOOK_UP_NANOS, pace.nanosToNext(speed)) : 0;
    }

    private boolean atFullSpeed() {
        return speed.flatOut() || goal.atFullSpeed();
    }

    /// Runs for a few milliseconds.
    void goOn() {
        if (returning.isPresent()) {
            goBack(returning.get());
        } else if (atFullSpeed()) {
            actAtFullSpeed();
        } else {
            actAsDue();
        }
        pace.measure();
    }

    private void goBack(Return way) {
        pace.acted(way.advanceFor(LOOK_UP_NANOS));
        if (way.over()) {
            returning = Optional.empty();
            pause();
            branches.forgetTrails();
            noteTrails();
        } else {
            status = new Frame.Status.Running(way.target());
        }
    }

    private void actAsDue() {
        long begun = System.nanoTime();
        pace.earn(speed);
        while (running() && System.nanoTime() - begun < LOOK_UP_NANOS && pace.spend()) {
            act();
            noteTrails();
        }
    }

    private void actAtFullSpeed() {
        long begun = System.nanoTime();
        int burst = 1;
        while (running()) {
            for (int i = 0; i < burst && running(); i++) {
                act();
            }
            long spent = System.nanoTime() - begun;
            if (spent > LOOK_UP_NANOS) {
                break;
            }
            burst = spent < LOOK_UP_NANOS / 4 ? Math.min(burst * 2, 4096) : burst;
        }
        branches.forgetTrails();
        noteTrails();
        LockSupport.parkNanos(BREATH_NANOS); // on two cores the window must come to its turn
        pace.skip();
    }

    private void act() {
        int marks = advanceAll();
        pace.acted(1);
        var reached = goal.after(marks, branches.active().present());
        if (reached.isPresent()) {
            status = reached.get();
        }
    }

    private int advanceAll() {
        if (sideBySide) {
            for (int i = 0; i < branches.count(); i++) {
                if (i != branches.activeIndex()) {
                    branches.advance(i);
                }
            }
        }
        return branches.advance(branches.activeIndex());
    }

    private void noteTrails() {
        for (int i = 0; i < branches.count(); i++) {
            branches.noteTrail(i);
        }
    }
}
