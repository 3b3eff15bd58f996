package rewardscope.ui.share;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.util.Duration;
import rewardscope.sim.share.Session;
import rewardscope.store.DiskTrouble;

/// Writes the session down whenever it has changed, more often than once a second, so that whatever happens to the
/// process costs less than that. What the disk refuses is tried again until there is room.
public final class SessionKeeper implements AutoCloseable {
    private static final Duration OFTEN = Duration.millis(400);

    private final SessionFile file;
    private final Supplier<Session> present;
    private final Consumer<String> notice;
    private final Timeline clock = new Timeline(new KeyFrame(OFTEN, _ -> look()));
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("session").factory());
    private final AtomicReference<Optional<Session>> waiting = new AtomicReference<>(Optional.empty());
    private Optional<Session> last = Optional.empty();
    private volatile boolean refused;
    private boolean complained;

    /// @param present the session as it is now; asked on the JavaFX thread
    /// @param notice takes a sentence if nothing can be written
    public SessionKeeper(SessionFile file, Supplier<Session> present, Consumer<String> notice) {
        this.file = file;
        this.present = present;
        this.notice = notice;
        clock.setCycleCount(Animation.INDEFINITE);
    }

    public void start() {
        clock.play();
    }

    /// Takes down what has changed.
    public void look() {
        Session now = present.get();
        if (refused || last.filter(now::equals).isEmpty()) {
            last = Optional.of(now);
            if (waiting.getAndSet(last).isEmpty()) {
                writer.execute(this::write);
            }
        }
    }

    private void write() {
        waiting.getAndSet(Optional.empty()).ifPresent(session -> {
            try {
                file.write(session);
                refused = false;
            } catch (IOException e) {
                complain(DiskTrouble.what(file.path(), e));
            } catch (RuntimeException e) {
                complain(file.path() + " cannot be written.");
            }
        });
    }

    private void complain(String why) {
        refused = true;
        if (!complained) {
            complained = true;
            Platform.runLater(() -> notice.accept("Where you are cannot be kept for the next start: " + why
                    + " Lessons and runs go on."));
        }
    }

    /// Takes the last down and waits until it is written.
    @Override
    public void close() {
        clock.stop();
        look();
        writer.shutdown();
        try {
            writer.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
