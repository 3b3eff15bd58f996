package rewardscope.language.feedback;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The labels that are given in one sitting, and the file that each goes to at once. The first label makes the file:
/// `village-1.jsonl`, or the next number that is free, so that two windows never write into one.
///
/// For one thread at a time.
public final class LabelBook implements AutoCloseable {
    private static final String END = ".jsonl";

    private final Path folder;
    private final String name;
    private final List<Feedback> labels = new ArrayList<>();
    private Optional<Path> file = Optional.empty();
    private Optional<LabelStore> store = Optional.empty();

    /// @param folder where the sets lie; made with the first label
    /// @param world the title of the world that is spoken about
    public LabelBook(Path folder, String world) {
        this.folder = folder;
        name = world.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /// Adds a label; it is on the disk when this returns.
    public void give(Feedback label) throws IOException {
        open().add(label);
        labels.add(label);
    }

    /// Takes the last label back; that it was is on the disk when this returns.
    public Optional<Feedback> takeBack() throws IOException {
        if (labels.isEmpty()) {
            return Optional.empty();
        }
        open().takeBack();
        return Optional.of(labels.removeLast());
    }

    /// Those that stand, in the order in which they were given.
    public List<Feedback> labels() {
        return List.copyOf(labels);
    }

    /// Where the sets lie.
    public Path folder() {
        return folder;
    }

    /// Where they lie, once there is one.
    public Optional<Path> file() {
        return file;
    }

    /// The newest earlier set about this world that has labels in it.
    public Optional<Path> earlier() throws IOException {
        for (int n = numbers(); n > 0; n--) {
            Path set = folder.resolve(name + "-" + n + END);
            if (!file.equals(Optional.of(set)) && Files.isRegularFile(set)
                    && !LabelStore.read(set).labels().isEmpty()) {
                return Optional.of(set);
            }
        }
        return Optional.empty();
    }

    /// Adds the labels of another file to this set, and returns them.
    ///
    /// @throws IOException in one sentence, if there are none in it
    public List<Feedback> take(Path set) throws IOException {
        var found = LabelStore.read(set).labels();
        if (found.isEmpty()) {
            throw new IOException("There are no labels in " + set + ".");
        }
        for (Feedback label : found) {
            give(label);
        }
        return found;
    }

    /// Writes all of them into another file.
    public void copyTo(Path set) throws IOException {
        LabelStore.save(set, labels);
    }

    private LabelStore open() throws IOException {
        if (store.isEmpty()) {
            Files.createDirectories(folder);
            Path fresh = reserve();
            store = Optional.of(LabelStore.open(fresh));
            file = Optional.of(fresh);
        }
        return store.get();
    }

    private Path reserve() throws IOException {
        for (int n = numbers() + 1; ; n++) {
            try {
                return Files.createFile(folder.resolve(name + "-" + n + END));
            } catch (FileAlreadyExistsException e) {
                continue; // another window was faster
            }
        }
    }

    /// The largest number that a set has.
    private int numbers() throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(set -> set.matches(name + "-\\d{1,6}\\" + END))
                    .mapToInt(set -> Integer.parseInt(set.substring(name.length() + 1, set.length() - END.length())))
                    .max()
                    .orElse(0);
        }
    }

    @Override
    public void close() throws IOException {
        if (store.isPresent()) {
            store.get().close();
        }
    }
}
