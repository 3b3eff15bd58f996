package rewardscope.ui.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import rewardscope.language.feedback.Feedback;
import rewardscope.language.feedback.LabelBook;
import rewardscope.language.feedback.Tally;
import rewardscope.language.world.World;
import rewardscope.sim.Failures;
import rewardscope.store.DiskTrouble;

/// The labels of this sitting as they lie on the disk. Everything is written on the disk's own thread, and is told on the
/// window's thread only when it is there. What the disk refuses waits for the next label, and goes there before it.
final class KeptLabels {
    private final LabelBook book;
    private final World world;
    private final Executor disk;
    private final Executor window;
    private final Deque<Feedback> waiting = new ArrayDeque<>(); // the disk's
    private List<Feedback> labels = List.of();
    private Tally tally;
    private Optional<Path> file = Optional.empty();
    private Optional<Path> earlier = Optional.empty();
    private String trouble = "";
    private Runnable changed = () -> {};
    private Runnable refused = () -> {};
    private Consumer<Feedback> arrived = _ -> {};

    KeptLabels(LabelBook book, World world, Executor disk, Executor window) {
        this.book = book;
        this.world = world;
        this.disk = disk;
        this.window = window;
        tally = Tally.of(labels, world);
    }

    /// Looks for a set of an earlier sitting.
    ///
    /// @param changed called after everything that the disk has done, or refused to do
    /// @param refused called before that, if it refused
    /// @param arrived called with each label that is on the disk now
    void begin(Runnable changed, Runnable refused, Consumer<Feedback> arrived) {
        this.arrived = arrived;
        this.changed = changed;
        this.refused = refused;
        onDisk(() -> {
            var found = book.earlier();
            return () -> earlier = found;
        });
    }

    /// @param then called when the disk has it, or has refused it
    void give(Feedback label, Runnable then) {
        onDisk(() -> {
            waiting.addLast(label);
            return keepWaiting();
        }, then);
    }

    /// Tries once more what the disk refused.
    void keepWhatWaits() {
        onDisk(this::keepWaiting);
    }

    /// Writes what waits, the oldest first. What could be written has arrived, whatever becomes of the rest.
    private Runnable keepWaiting() throws IOException {
        while (!waiting.isEmpty()) {
            Feedback label = waiting.getFirst();
            book.give(label);
            waiting.removeFirst();
            window.execute(() -> arrived.accept(label));
        }
        return () -> {};
    }

    /// @param then called with what was taken back; not called if there is nothing to take back
    /// @param never called instead if the last label had never come onto the disk
    void takeBack(Consumer<Feedback> then, Runnable never) {
        onDisk(() -> {
            if (!waiting.isEmpty()) {
                waiting.removeLast();
                return never;
            }
            var taken = book.takeBack();
            return () -> taken.ifPresent(then);
        });
    }

    /// Adds the labels of another file to this set.
    void take(Path set, Consumer<List<Feedback>> then) {
        onDisk(() -> {
            var taken = book.take(set);
            return () -> {
                earlier = Optional.empty();
                then.accept(taken);
            };
        });
    }

    void copyTo(Path set) {
        onDisk(() -> {
            book.copyTo(set);
            return () -> {};
        });
    }

    /// Those that stand.
    List<Feedback> labels() {
        return labels;
    }

    Tally tally() {
        return tally;
    }

    Optional<Path> file() {
        return file;
    }

    /// The newest set of an earlier sitting, to go on with.
    Optional<Path> earlier() {
        return labels.isEmpty() ? earlier : Optional.empty();
    }

    /// What went wrong with the disk, as a sentence; empty if nothing did.
    String trouble() {
        return trouble;
    }

    private interface Work {
        Runnable onDisk() throws IOException;
    }

    private void onDisk(Work work) {
        onDisk(work, () -> {});
    }

    /// @param always called in the window at the end, whether the disk did it or not
    private void onDisk(Work work, Runnable always) {
        disk.execute(() -> {
            Runnable then;
            try {
                then = work.onDisk();
            } catch (IOException | RuntimeException e) {
                String sentence = sentence(e);
                window.execute(() -> {
                    trouble = sentence;
                    refused.run();
                    always.run();
                    changed.run();
                });
                return;
            }
            var now = book.labels();
            var where = book.file();
            window.execute(() -> {
                boolean news = now.size() != labels.size() || !now.equals(labels);
                trouble = "";
                labels = now;
                file = where;
                tally = news ? Tally.of(now, world) : tally;
                then.run();
                always.run();
                changed.run();
            });
        });
    }

    private String sentence(Exception e) {
        String why = e instanceof IOException io && io.getMessage() != null && !io.getMessage().endsWith(".")
                ? DiskTrouble.what(book.file().orElse(book.folder()), io)
                : Failures.reason(e);
        String end = why.endsWith(".") ? "" : ".";
        return switch (waiting.size()) {
            case 0 -> "The disk refused that: " + why + end;
            case 1 -> "This label is not kept yet: " + why + end + " The next one takes it along.";
            default -> waiting.size() + " labels are not kept yet: " + why + end + " The next one takes them along.";
        };
    }
}
