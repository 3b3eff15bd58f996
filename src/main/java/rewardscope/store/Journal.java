package rewardscope.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// A file of lines that only grows. A line is on the disk when [#append] returns; a process that is killed in the middle
/// of one leaves a torn end, which the next opening cuts off, so that every line that is read was written whole.
///
/// May be used from several threads. Two processes may append to the same file: each line is written in one piece.
public final class Journal implements AutoCloseable {
    private final FileChannel channel;
    private final List<String> before;

    private Journal(FileChannel channel, List<String> before) {
        this.channel = channel;
        this.before = before;
    }

    /// Opens a file, made with its folders if it is not there.
    ///
    /// @throws IOException if it can be neither read nor written
    public static Journal open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        // one channel to read and cut, one that always writes at the end
        try (var whole = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var _ = whole.lock()) {
            byte[] bytes = Files.readAllBytes(file);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            if (end < bytes.length) {
                whole.truncate(end);
            }
            return new Journal(
                    FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND), lines(bytes, end));
        }
    }

    private static List<String> lines(byte[] bytes, int end) {
        var lines = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i < end; i++) {
            if (bytes[i] == '\n') {
                lines.add(new String(bytes, start, i - start, StandardCharsets.UTF_8));
                start = i + 1;
            }
        }
        return List.copyOf(lines);
    }

    /// What was in the file when it was opened.
    public List<String> linesBefore() {
        return before;
    }

    /// Adds a line and waits until it is on the disk.
    ///
    /// @param line without a line break
    /// @throws IOException if the disk refuses it; a part that was written is cut off again
    /// @throws IllegalArgumentException if there is a line break in it
    public synchronized void append(String line) throws IOException {
        if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("A journal's line has no line break: " + line);
        }
        var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        try (var _ = channel.lock()) {
            long end = channel.size();
            try {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(false);
            } catch (IOException e) {
                channel.truncate(end);
                throw e;
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
