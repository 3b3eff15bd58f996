package rewardscope.language.feedback;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// A file of labels, one JSON object a line, that is only ever added to. [#add] returns when the label is on the disk:
/// whatever happens to the program then, it is not lost. A line that was cut short by a crash is put aside when the file
/// is opened again.
public final class LabelStore implements AutoCloseable {
    /// What a file holds.
    ///
    /// @param spoiled lines that could not be read: `line 3: ...`
    public record Contents(List<Feedback> labels, List<String> spoiled) {}

    private final FileChannel channel;

    private LabelStore(FileChannel channel) {
        this.channel = channel;
    }

    /// Opens a file for adding; makes it, and its folder, if they are not there.
    public static LabelStore open(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        boolean fresh = !Files.exists(file);
        var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        long size = channel.size();
        channel.position(size);
        if (size > 0 && lastByte(channel, size) != '\n') {
            write(channel, "\n"); // the crash left half a line: what follows begins on its own
        }
        if (fresh && folder != null) {
            force(folder);
        }
        return new LabelStore(channel);
    }

    private static byte lastByte(FileChannel channel, long size) throws IOException {
        var one = ByteBuffer.allocate(1);
        channel.read(one, size - 1);
        return one.get(0);
    }

    /// The name of a new file is part of its folder; not every system can force a folder to disk.
    private static void force(Path folder) {
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            return;
        }
    }

    /// Adds one label; it is on the disk when this returns.
    public synchronized void add(Feedback feedback) throws IOException {
        append(LabelFormat.write(feedback) + "\n");
    }

    /// Takes back the last label that still stands; on the disk when this returns. The file keeps both lines.
    public synchronized void takeBack() throws IOException {
        append(LabelFormat.UNDO + "\n");
    }

    /// Half a line that a full disk took is cut off again, or the next label would stand on it.
    private void append(String line) throws IOException {
        long end = channel.position();
        try {
            write(channel, line);
            channel.force(true);
        } catch (IOException e) {
            channel.truncate(end);
            throw e;
        }
    }

    private static void write(FileChannel channel, String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /// All labels of a file that still stand, in the order in which they were given.
    public static Contents read(Path file) throws IOException {
        return read(Files.readAllBytes(file));
    }

    /// The same of a file's bytes.
    public static Contents read(byte[] bytes) {
        var labels = new ArrayList<Feedback>();
        var spoiled = new ArrayList<String>();
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n");
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isBlank()) {
                continue;
            }
            if (lines[i].equals(LabelFormat.UNDO)) {
                if (!labels.isEmpty()) {
                    labels.removeLast();
                }
                continue;
            }
            try {
                labels.add(LabelFormat.read(lines[i]));
            } catch (IOException e) {
                spoiled.add("line " + (i + 1) + ": " + e.getMessage());
            }
        }
        return new Contents(List.copyOf(labels), List.copyOf(spoiled));
    }

    /// Writes a whole set into a new file, all or nothing.
    public static void save(Path file, List<Feedback> labels) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(beside);
        try (var store = open(beside)) {
            for (Feedback label : labels) {
                write(store.channel, LabelFormat.write(label) + "\n");
            }
            store.channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }
}
