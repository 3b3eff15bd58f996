package rewardscope.course;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import rewardscope.lesson.Variant;
import rewardscope.store.DiskTrouble;

/// One learner's work on this machine: who they are, and everything they did. What can be asked is answered from memory,
/// from one thread; what is kept is written on another, in its order. A disk that refuses costs one sentence: the work
/// goes on, and what could not be written is written with the next act that can.
public final class Study implements AutoCloseable {
    private static final String ANSWERS = "progress.jsonl";

    private final Optional<Path> folder;
    private final Optional<ProgressFile> file;
    private final Optional<String> trouble;
    private final Optional<String> notice;
    private final List<Act> acts;
    private final Progress progress;
    private final List<Act> unwritten = new ArrayList<>();
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("progress").factory());
    private Learner learner;
    private boolean complained;

    private Study(
            Optional<Path> folder,
            Learner learner,
            Optional<ProgressFile> file,
            List<Act> acts,
            Optional<String> trouble,
            Optional<String> notice) {
        this.folder = folder;
        this.learner = learner;
        this.file = file;
        this.trouble = trouble;
        this.notice = notice;
        this.acts = new ArrayList<>(acts);
        progress = Progress.of(acts);
    }

    /// Nobody in particular: the author's own numbers, and nothing is kept.
    public static Study ofNobody() {
        return new Study(Optional.empty(), LearnerFile.NOBODY, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    /// The work that is kept in a folder, which is made if it is not there. A file that is there and cannot be read is
    /// never written over: then nothing is kept, and a sentence says so.
    public static Study open(Path folder) {
        try {
            var learner = LearnerFile.readOrDraw(folder);
            var file = ProgressFile.open(folder.resolve(ANSWERS));
            var told = Stream.concat(learner.notice().stream(), damaged(file, folder).stream()).toList();
            return new Study(
                    Optional.of(folder),
                    learner.learner(),
                    Optional.of(file),
                    file.actsBefore(),
                    Optional.empty(),
                    told.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", told)));
        } catch (IOException | RuntimeException e) {
            String sentence = "Answers are not kept this time, nor where you are: " + refused(folder, e)
                    + " Hand in before you close the window.";
            return new Study(
                    Optional.empty(),
                    LearnerFile.draw(),
                    Optional.empty(),
                    List.of(),
                    Optional.of(sentence),
                    Optional.of(sentence));
        }
    }

    private static Optional<String> damaged(ProgressFile file, Path folder) {
        int lines = file.damagedLines();
        return lines == 0
                ? Optional.empty()
                : Optional.of((lines == 1 ? "One line" : lines + " lines") + " of " + folder.resolve(ANSWERS)
                        + " could not be understood and " + (lines == 1 ? "is" : "are")
                        + " left as found; all other answers are there.");
    }

    /// What is in the way: one of the files, where the system names it, or the folder.
    private static String refused(Path folder, Exception e) {
        Path file = e instanceof FileSystemException named && named.getFile() != null
                ? Path.of(named.getFile())
                : folder;
        boolean unreadable = Files.isRegularFile(file) && !Files.isReadable(file);
        if (unreadable) {
            return file + " cannot be read.";
        }
        return e instanceof IOException io ? DiskTrouble.what(folder, io) : folder + " cannot be written.";
    }

    /// Why nothing can be kept, as a sentence, if nothing can.
    public Optional<String> trouble() {
        return trouble;
    }

    /// What has to be said once to whoever opens the window, if anything has: that nothing can be kept, or that a file was
    /// damaged.
    public Optional<String> notice() {
        return notice;
    }

    /// Where the work is kept, if it is.
    public Optional<Path> folder() {
        return folder;
    }

    public Learner learner() {
        return learner;
    }

    /// Which of a lesson's numbers the learner sees.
    public Variant variant() {
        return learner.equals(LearnerFile.NOBODY) ? Variant.AUTHORS : new Variant.Learner(learner.seed());
    }

    public Progress progress() {
        return progress;
    }

    /// Everything that was done, in order.
    public List<Act> acts() {
        return List.copyOf(acts);
    }

    /// Takes an act down.
    ///
    /// @return complete when it is on the disk, or cannot be; with a sentence the first time that the disk refuses
    public CompletableFuture<Optional<String>> add(Act act) {
        acts.add(act);
        progress.add(act);
        return file.map(kept -> CompletableFuture.supplyAsync(() -> write(kept, act), writer))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    private Optional<String> write(ProgressFile kept, Act act) {
        unwritten.add(act);
        return writeWhatWaits(kept);
    }

    private Optional<String> writeWhatWaits(ProgressFile kept) {
        try {
            while (!unwritten.isEmpty()) {
                kept.add(unwritten.getFirst());
                unwritten.removeFirst();
            }
            return Optional.empty();
        } catch (IOException e) {
            boolean first = !complained;
            complained = true;
            return first
                    ? Optional.of("Your answer could not be written to the disk; it is kept until the window closes. "
                            + "Make room there, and the next answer takes it along.")
                    : Optional.empty();
        }
    }

    /// Changes who learns here.
    ///
    /// @return complete when it is kept; with a sentence if it cannot be
    public CompletableFuture<Optional<String>> rename(Learner to) {
        learner = to;
        return folder.map(kept -> CompletableFuture.supplyAsync(() -> write(kept, to), writer))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    private static Optional<String> write(Path folder, Learner learner) {
        try {
            LearnerFile.write(folder, learner);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("The name could not be written to " + folder + "; it holds until the window closes.");
        }
    }

    /// Waits for what is being written, and tries once more what the disk refused.
    @Override
    public void close() {
        file.ifPresent(kept -> writer.execute(() -> writeWhatWaits(kept)));
        writer.shutdown();
        try {
            writer.awaitTermination(5, TimeUnit.SECONDS);
            if (file.isPresent()) {
                file.get().close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // every line that could be written is on the disk already
        }
    }
}
