package rewardscope.sim;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import rewardscope.agent.Mark;
import rewardscope.compute.Compute;
import rewardscope.compute.ComputeFailure;

/// Runs an experiment on a thread of its own: commands in, the latest frame out. The simulation never waits for
/// pixels: a frame is made only when the last one was taken ([#takeFrame]), or after a command.
public final class Runner implements AutoCloseable {
    private static final long LOOK_UP_NANOS = 4_000_000;
    private static final long BREATH_NANOS = 300_000;
    private static final long EXPLAIN_ACTS = 300_000;

    private final LinkedBlockingQueue<Command> commands = new LinkedBlockingQueue<>();
    private final AtomicReference<Optional<Frame>> latest = new AtomicReference<>(Optional.empty());
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean taken;

    private volatile Experiment experiment;
    private Branches branches; // from the thread's first moment on, its own
    private Frame.Status status = new Frame.Status.Paused();
    private Frame.Speed speed;
    private boolean sideBySide;
    private Set<Look> watched = Set.of();
    private Optional<Explanation> explanation = Optional.empty();
    private Command.Unit unit = Command.Unit.ACT;
    private int unitsLeft;
    private Stop target = Stop.NEVER;
    private boolean hasTarget;
    private boolean hasStop;
    private boolean beyondStop;
    private Optional<Return> returning = Optional.empty();
    private double credit;
    private long lastTick;
    private long frames;
    private long nextFrame = System.nanoTime();
    private double rate;
    private long rateActs;
    private long rateSince;

    /// Returns at once: a world or a network may take seconds to make, and is made on the run's own thread.
    public Runner(Experiment experiment, Frame.Speed speed) {
        this.experiment = experiment;
        this.speed = speed;
        thread = Thread.ofPlatform().daemon().name("runner").unstarted(this::begin);
        thread.start();
    }

    /// Hands a command over; returns at once.
    public void send(Command command) {
        commands.add(command);
    }

    /// The latest frame; empty while the run is being made. Taking it asks for the next one.
    public Optional<Frame> glance() {
        taken = true;
        return latest.get();
    }

    /// The latest frame, waited for while the run is being made: not for the window.
    ///
    /// @throws IllegalStateException if the run could not be made
    public Frame takeFrame() {
        awaitBeginning();
        return glance().orElseThrow();
    }

    /// What is run, even while it is being made.
    public Experiment experiment() {
        return experiment;
    }

    /// Why the run could not be made, as a sentence; empty if it was, or is still being made.
    public Optional<String> trouble() {
        return begun.isCompletedExceptionally() ? Optional.of(said(begun.exceptionNow())) : Optional.empty();
    }

    private void awaitBeginning() {
        try {
            begun.join();
        } catch (CompletionException e) {
            throw new IllegalStateException(said(e.getCause()), e);
        }
    }

    @Override
    public void close() {
        closed = true;
        commands.add(new Command.Pause());
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!thread.isAlive() && trouble().isEmpty()) {
            branches.close();
        }
    }

    private void begin() {
        try {
            branches = new Branches(experiment);
            latest.set(Optional.of(frame()));
        } catch (RuntimeException | OutOfMemoryError e) {
            begun.completeExceptionally(e);
            return;
        }
        begun.complete(null);
        loop();
    }

    private void loop() {
        while (!closed) {
            try {
                boolean busy = status instanceof Frame.Status.Running;
                Command command = busy ? commands.poll() : commands.take();
                if (command != null) {
                    obey(command);
                    while ((command = commands.poll()) != null) {
                        obey(command);
                    }
                    publish();
                } else {
                    tick();
                    boolean running = status instanceof Frame.Status.Running;
                    if (!running || (taken && System.nanoTime() - nextFrame > 0)) {
                        publish();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | OutOfMemoryError e) {
                recover(e);
            }
        }
    }

    /// After a failure in the middle of an act: everything stands again where it stood before that act, or, if the device
    /// is gone, at the last keyframe, on the processor.
    private void recover(Throwable failure) {
        returning = Optional.empty();
        try {
            String sentence = failure instanceof ComputeFailure device && !standard(experiment)
                    ? moveToProcessor(device)
                    : standBeforeFailure(failure);
            status = new Frame.Status.Failed(sentence);
            publish();
        } catch (RuntimeException | OutOfMemoryError again) {
            status = new Frame.Status.Failed(said(again));
        }
    }

    private static boolean standard(Experiment experiment) {
        return experiment.compute().chosen().isEmpty();
    }

    private String standBeforeFailure(Throwable failure) {
        branches.all().forEach(timeline -> timeline.seek(timeline.now()));
        return said(failure) + " Step back to look at what came before.";
    }

    private String moveToProcessor(ComputeFailure failure) {
        experiment = experiment.withCompute(Compute.STANDARD);
        branches.moveTo(experiment);
        return said(failure) + " It stands at act " + branches.active().now()
                + ", its last keyframe, and goes on from there on " + Compute.STANDARD.device().name() + ".";
    }

    private static String said(Throwable e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.endsWith(".") ? message : "The run stopped: " + message + ".";
    }

    /// A frame may take long to make (a model writes, on a slow device): at most a third of the time goes into frames.
    private void publish() {
        taken = false;
        long begun = System.nanoTime();
        latest.set(Optional.of(frame()));
        long made = System.nanoTime();
        nextFrame = made + 2 * (made - begun);
    }

    private Frame frame() {
        return new Frame(
                ++frames,
                experiment,
                branches.views(sideBySide, status instanceof Frame.Status.Running),
                branches.activeIndex(),
                status,
                speed,
                sideBySide,
                explanation,
                status instanceof Frame.Status.Running ? rate : 0);
    }

    private void obey(Command command) {
        switch (command) {
            case Command.SetSpeed _, Command.Watch _, Command.Inspect _, Command.Explain _ -> {}
            default -> returning = Optional.empty();
        }
        switch (command) {
            case Command.Run() -> start(Command.Unit.ACT, Integer.MAX_VALUE);
            case Command.Pause() -> pause();
            case Command.Toggle() -> {
                if (status instanceof Frame.Status.Running) {
                    pause();
                } else {
                    start(Command.Unit.ACT, Integer.MAX_VALUE);
                }
            }
            case Command.SetSpeed(Frame.Speed wanted) -> {
                speed = wanted;
                credit = 0;
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
            case Command.Explain(var place) -> explanation = Optional.of(branches.active().explain(place, EXPLAIN_ACTS));
            case Command.Watch(var looks) -> {
                watched = looks;
                branches.watch(looks);
            }
            case Command.Inspect(var inspector) -> inspector.accept(branches.active(), experiment);
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
        start(Command.Unit.ACT, Integer.MAX_VALUE);
        var way = new Return(branches, wanted.ways(), wanted.active());
        returning = Optional.of(way);
        status = new Frame.Status.Running(way.target());
    }

    private void goBack(Return way) {
        rateActs += way.advanceFor(LOOK_UP_NANOS);
        if (way.over()) {
            returning = Optional.empty();
            pause();
            branches.forgetTrails();
            noteTrails();
        } else {
            status = new Frame.Status.Running(way.target());
        }
    }

    private void pause() {
        status = new Frame.Status.Paused();
        unitsLeft = 0;
        target = Stop.NEVER;
    }

    private void start(Command.Unit wanted, int count) {
        unit = wanted;
        unitsLeft = count;
        target = Stop.NEVER;
        credit = 1; // the first act comes at once
        lastTick = System.nanoTime();
        rateSince = lastTick;
        rateActs = 0;
        rate = 0;
        branches.all().forEach(Timeline::resumeClock);
        hasTarget = false;
        hasStop = !experiment.stop().isEmpty();
        beyondStop = experiment.stop().met(branches.active().present().counts()); // whoever runs on wants to go on
        status = new Frame.Status.Running();
    }

    /// A single act is done here and now; longer stretches run at full speed and pause at their end.
    private void step(Command.Unit wanted, int count) {
        explanation = Optional.empty();
        if (wanted == Command.Unit.ACT && count == 1) {
            pause();
            advanceAll();
            noteTrails();
        } else {
            start(wanted, count);
        }
    }

    private void runTo(Stop stop) {
        start(Command.Unit.ACT, Integer.MAX_VALUE);
        target = stop;
        hasTarget = !stop.isEmpty();
        if (stop.isEmpty() || stop.met(branches.active().present().counts())) {
            pause();
        }
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

    /// Runs for a few milliseconds, or waits until the next act is due.
    private void tick() throws InterruptedException {
        if (returning.isPresent()) {
            goBack(returning.get());
            measure();
            return;
        }
        long now = System.nanoTime();
        boolean unitsAtFullSpeed = unitsLeft != Integer.MAX_VALUE || !target.isEmpty();
        if (speed.flatOut() || unitsAtFullSpeed) {
            runFor(now);
        } else {
            credit = Math.min(credit + (now - lastTick) * 1e-9 * speed.actsPerSecond(), 1 + speed.actsPerSecond() * 0.1);
            if (credit < 1) {
                Command next = commands.poll(
                        Math.min(4_000_000L, (long) ((1 - credit) / speed.actsPerSecond() * 1e9)), TimeUnit.NANOSECONDS);
                if (next != null) {
                    obey(next);
                    publish();
                }
            }
            while (credit >= 1 && status instanceof Frame.Status.Running && System.nanoTime() - now < LOOK_UP_NANOS) {
                credit--;
                act();
                noteTrails();
            }
        }
        lastTick = now;
        measure();
    }

    private void runFor(long since) {
        int burst = 1;
        while (status instanceof Frame.Status.Running) {
            for (int i = 0; i < burst && status instanceof Frame.Status.Running; i++) {
                act();
            }
            long spent = System.nanoTime() - since;
            if (spent > LOOK_UP_NANOS) {
                break;
            }
            burst = spent < LOOK_UP_NANOS / 4 ? Math.min(burst * 2, 4096) : burst;
        }
        branches.forgetTrails();
        noteTrails();
        LockSupport.parkNanos(BREATH_NANOS); // on two cores the window must come to its turn
    }

    private void act() {
        int marks = advanceAll();
        rateActs++;
        if (unitsLeft != Integer.MAX_VALUE && Branches.completes(unit, marks) && --unitsLeft <= 0) {
            pause();
            return;
        }
        Simulation present = branches.active().present();
        if (hasTarget && worthAsking(target, marks) && target.met(present.counts())) {
            pause();
            return;
        }
        if (hasStop) {
            if (!beyondStop && worthAsking(experiment.stop(), marks) && experiment.stop().met(present.counts())) {
                status = new Frame.Status.Finished("The experiment's stop was reached.");
            }
        } else if (present.agent().finished()) {
            status = new Frame.Status.Finished("The values no longer change.");
        }
    }

    /// Counting costs more than an act: only an act that completed something can meet a stop.
    private static boolean worthAsking(Stop stop, int marks) {
        return (marks & ~Mark.STEP) != 0 || ((marks & Mark.STEP) != 0 && stop.steps().isPresent());
    }

    private void measure() {
        long now = System.nanoTime();
        if (now - rateSince > 250_000_000L) {
            rate = rateActs * 1e9 / (now - rateSince);
            rateActs = 0;
            rateSince = now;
        }
    }

    /// Waits until every command sent so far has been obeyed and the run stands still, then hands over a frame. For
    /// pictures and tests, never for the window.
    ///
    /// @throws IllegalStateException if the run could not be made
    public void settle(Consumer<Frame> consumer) throws InterruptedException {
        awaitBeginning();
        while (true) {
            var standing = new CompletableFuture<Optional<Frame>>();
            // On the runner's own thread, after all earlier commands.
            send(new Command.Inspect((_, _) -> {
                try {
                    standing.complete(
                            status instanceof Frame.Status.Running ? Optional.empty() : Optional.of(frame()));
                } finally {
                    standing.complete(Optional.empty()); // drawing it failed: look again after that
                }
            }));
            var frame = standing.join();
            if (frame.isPresent()) {
                consumer.accept(frame.get());
                return;
            }
            Thread.sleep(2);
        }
    }
}
