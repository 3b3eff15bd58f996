package rewardscope.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/// A small disk of its own, in memory, that a test can fill. Only an administrator of a Linux system can have one; for
/// others the test is passed over.
public final class FullDisk implements AutoCloseable {
    private final Path folder;

    private FullDisk(Path folder) {
        this.folder = folder;
    }

    /// @param folder an empty one, where the disk is hung in
    public static FullDisk at(Path folder, int kilobytes) throws IOException, InterruptedException {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        assumeTrue("root".equals(System.getProperty("user.name")));
        assumeTrue(done("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", folder.toString()));
        return new FullDisk(folder);
    }

    private static boolean done(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    public Path folder() {
        return folder;
    }

    /// Takes all the room that is left, to the last byte.
    public void fill() throws IOException {
        try (var file = FileChannel.open(stone(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int size = 4096; size >= 1; size /= 2) {
                try {
                    while (true) {
                        file.write(java.nio.ByteBuffer.allocate(size));
                    }
                } catch (IOException e) {
                    continue; // a smaller piece may still fit
                }
            }
        }
    }

    public void makeRoom() throws IOException {
        Files.delete(stone());
    }

    private Path stone() {
        return folder.resolve("stone");
    }

    @Override
    public void close() throws IOException {
        try {
            done("umount", "-l", folder.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
