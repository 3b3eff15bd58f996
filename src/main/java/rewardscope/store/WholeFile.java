package rewardscope.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Replaces a file whole or not at all: whoever reads it, at any moment and after any crash, finds the old text or the new
/// one, never half of it.
public final class WholeFile {
    private WholeFile() {}

    /// Writes a file, its folders too if they are not there. Who may read it is what the user usually grants, as for any
    /// file that a program saves.
    ///
    /// @throws IOException if the disk refuses; the file is then as it was
    public static void write(Path file, byte[] bytes) throws IOException {
        Path folder = folder(file);
        String name = file.getFileName() + "." + UUID.randomUUID() + ".new";
        replace(file, bytes, Files.createFile(folder.resolve(name)));
    }

    /// Writes a file that nobody but its user can read, where the system knows such files.
    ///
    /// @throws IOException if the disk refuses; the file is then as it was
    public static void writePrivately(Path file, byte[] bytes) throws IOException {
        Path folder = folder(file);
        replace(file, bytes, Files.createTempFile(folder, file.getFileName().toString(), ".new"));
    }

    private static Path folder(Path file) throws IOException {
        return Files.createDirectories(file.toAbsolutePath().getParent());
    }

    private static void replace(Path file, byte[] bytes, Path fresh) throws IOException {
        try {
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void move(Path fresh, Path file) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
