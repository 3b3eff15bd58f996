package rewardscope.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Where the lines of a sweep go: each whole, or not at all.
interface SweepLines extends AutoCloseable {
    /// @param line without its end
    /// @throws IOException if the disk refuses it; no part of it is left then
    void add(String line) throws IOException;

    @Override
    void close() throws IOException;

    /// To a stream, which is not closed.
    static SweepLines to(PrintStream out) {
        return new SweepLines() {
            @Override
            public synchronized void add(String line) {
                byte[] bytes = bytes(line);
                out.write(bytes, 0, bytes.length);
                out.flush();
            }

            @Override
            public void close() {
                out.flush();
            }
        };
    }

    /// To the end of a file, made if it is not there.
    static SweepLines to(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return new SweepLines() {
            @Override
            public synchronized void add(String line) throws IOException {
                long end = channel.size();
                channel.position(end);
                var bytes = ByteBuffer.wrap(bytes(line));
                try {
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                } catch (IOException e) {
                    channel.truncate(end);
                    throw e;
                }
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    private static byte[] bytes(String line) {
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
