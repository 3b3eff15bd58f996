package rewardscope.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import rewardscope.lesson.LessonReader;
import rewardscope.lesson.Variant;
import rewardscope.sim.LessonChecker;

/// Which lesson is open. It is read and checked off the JavaFX thread; what is on the desk stays until the new is there,
/// and a saved file is read again at once.
final class LessonSlot {
    /// What happens around an opened lesson.
    interface Room {
        /// Before anything is changed.
        ///
        /// @param again whether it is the lesson that is open already
        void opening(Path file, boolean again);

        /// A lesson with mistakes that must not replace the open one, or must, where another one was open.
        void mistakes(LessonChecker.Checked lesson, boolean again);

        /// The file of the open lesson is not there any more; what is on the desk stays.
        void gone(Path file);

        /// Complete when its first words are there.
        CompletableFuture<Void> opened(LessonChecker.Checked lesson, boolean again);
    }

    private final Supplier<Variant> variant;
    private final Room room;
    private Optional<LessonChecker.Checked> lesson = Optional.empty();
    private Optional<Path> file = Optional.empty();
    private Optional<FileWatch> watch = Optional.empty();
    private boolean closed;

    /// @param variant whose numbers a lesson is read with
    LessonSlot(Supplier<Variant> variant, Room room) {
        this.variant = variant;
        this.room = room;
    }

    /// The lesson that is open, if one is.
    Optional<LessonChecker.Checked> lesson() {
        return lesson;
    }

    /// The file that is open: a lesson that can be worked with, or one with mistakes.
    Optional<Path> file() {
        return file;
    }

    /// Opens a lesson; complete when it is on the desk, its first words with it.
    CompletableFuture<Void> load(Path wanted) {
        return show(CompletableFuture.supplyAsync(() -> LessonChecker.check(LessonReader.read(wanted, variant.get()))));
    }

    /// Shows a lesson as soon as it has been read.
    CompletableFuture<Void> show(CompletableFuture<LessonChecker.Checked> read) {
        return read.thenComposeAsync(this::put, Platform::runLater);
    }

    /// Reads the open lesson anew, if its numbers differ from learner to learner.
    void reload() {
        lesson.filter(open -> open.lesson().header().variantCount() > 1)
                .ifPresent(open -> load(open.lesson().file()));
    }

    private CompletableFuture<Void> put(LessonChecker.Checked loaded) {
        if (closed) {
            return CompletableFuture.completedFuture(null);
        }
        Path wanted = loaded.lesson().file();
        boolean again = lesson.isPresent() && lesson.get().lesson().file().equals(wanted);
        file = Optional.of(wanted);
        watch(wanted);
        room.opening(wanted, again);
        if (!loaded.problems().isEmpty()) {
            if (!again) {
                lesson = Optional.empty();
            }
            room.mistakes(loaded, again);
            return CompletableFuture.completedFuture(null);
        }
        lesson = Optional.of(loaded);
        return room.opened(loaded, again);
    }

    private void watch(Path wanted) {
        if (watch.isEmpty() || lesson.isEmpty() || !lesson.get().lesson().file().equals(wanted)) {
            watch.ifPresent(FileWatch::close);
            watch = Optional.of(new FileWatch(wanted, () -> load(wanted), () -> Platform.runLater(() -> gone(wanted))));
        }
    }

    private void gone(Path missing) {
        if (!closed && lesson.filter(open -> open.lesson().file().equals(missing)).isPresent()) {
            room.gone(missing);
        }
    }

    /// Nothing is open any more.
    void empty() {
        lesson = Optional.empty();
        file = Optional.empty();
        watch.ifPresent(FileWatch::close);
        watch = Optional.empty();
    }

    void close() {
        closed = true;
        watch.ifPresent(FileWatch::close);
    }
}
