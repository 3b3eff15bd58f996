package rewardscope.sim;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Runs an experiment on a thread of its own: commands in, the latest frame out. The simulation never waits for
/// pixels: a frame is made only when the last one was taken ([#takeFrame]), or after a command.
public final class Runner implements AutoCloseable {
    private final LinkedBlockingQueue<Command> commands = new LinkedBlockingQueue<>();
    private final AtomicReference<Optional<Frame>> latest = new AtomicReference<>(Optional.empty());
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final Conductor conductor;
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean taken;
    private long frames;
    private long nextFrame = System.nanoTime();

    /// Returns at once: a world or a network may take seconds to make, and is made on the run's own thread.
    public Runner(Experiment experiment, Frame.Speed speed) {
        conductor = new Conductor(experiment, speed);
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
        return conductor.experiment();
    }

    /// Why the run could not be made, as a sentence; empty if it was, or is still being made.
    public Optional<String> trouble() {
        return begun.isCompletedExceptionally() ? Optional.of(Failures.said(begun.exceptionNow())) : Optional.empty();
    }

    private void awaitBeginning() {
        try {
            begun.join();
        } catch (CompletionException e) {
            throw new IllegalStateException(Failures.said(e.getCause()), e);
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
            conductor.close();
        }
    }

    private void begin() {
        try {
            conductor.begin();
            latest.set(Optional.of(frame()));
        } catch (RuntimeException | Error e) {
            begun.completeExceptionally(e);
            return;
        }
        begun.complete(null);
        loop();
    }

    private void loop() {
        while (!closed) {
            try {
                Command command = conductor.running()
                        ? commands.poll(conductor.nanosToNextAct(), TimeUnit.NANOSECONDS)
                        : commands.take();
                if (command != null) {
                    conductor.obey(command);
                    while ((command = commands.poll()) != null) {
                        conductor.obey(command);
                    }
                    publish();
                } else {
                    conductor.goOn();
                    if (!conductor.running() || (taken && System.nanoTime() - nextFrame > 0)) {
                        publish();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                recover(e);
            }
        }
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
        return conductor.frame(++frames);
    }

    /// A failure is shown as well as it can be; failing again on the way, it is at least told.
    private void recover(Throwable failure) {
        try {
            conductor.recover(failure);
            publish();
        } catch (RuntimeException | Error again) {
            conductor.fail(Failures.said(again));
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
                    standing.complete(conductor.running() ? Optional.empty() : Optional.of(frame()));
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
