package rewardscope.sim.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Java, memory, the lessons and the folders that are written to.
final class PlaceChecks {
    private static final int OLDEST_JAVA = 25;
    private static final long LEAST_MEMORY_MIB = 512;
    private static final List<String> FONTS = List.of("Inter-Regular.otf", "JetBrainsMono-Regular.ttf");
    private static final long MIB = 1 << 20;

    private PlaceChecks() {}

    static Finding java(int version) {
        String which = version + " (" + System.getProperty("java.vm.vendor", "?") + ", "
                + System.getProperty("java.vm.version", "?") + ") on " + System.getProperty("os.name", "?") + " "
                + System.getProperty("os.version", "?") + " " + System.getProperty("os.arch", "?");
        return version >= OLDEST_JAVA
                ? Finding.well("Java", which + ".")
                : Finding.wrong("Java", which + ": install version " + OLDEST_JAVA + " or newer.");
    }

    /// @param bytes that this process may use
    static Finding memory(long bytes) {
        long mib = bytes / MIB;
        return mib >= LEAST_MEMORY_MIB
                ? Finding.well("memory", mib + " MiB at most.")
                : Finding.wrong("memory", mib + " MiB at most: at least " + LEAST_MEMORY_MIB
                        + " are needed. Close other programs, or give -Xmx1g in JDK_JAVA_OPTIONS.");
    }

    static Finding lessons(Path home) throws IOException {
        Path folder = home.resolve("lessons");
        if (!Files.isDirectory(folder)) {
            return Finding.wrong("lessons", "there is no folder " + folder + ": unpack the application again.");
        }
        try (var files = Files.walk(folder, 3)) {
            long count = files.filter(f -> f.toString().endsWith(".md") && !f.endsWith("README.md")).count();
            return count > 0
                    ? Finding.well("lessons", count + " in " + folder + ".")
                    : Finding.wrong("lessons", "none in " + folder + ": unpack the application again.");
        }
    }

    /// Writes a file there and takes it away again.
    static Finding writable(Path folder) {
        String subject = "folder " + folder;
        try {
            Files.createDirectories(folder);
            Path trial = Files.createTempFile(folder, "trial", ".tmp");
            try {
                Files.write(trial, new byte[1 << 16]);
            } finally {
                Files.deleteIfExists(trial);
            }
            return Finding.well(subject, "can be written.");
        } catch (IOException | RuntimeException e) {
            return Finding.wrong(subject, "cannot be written (" + e.getClass().getSimpleName()
                    + "): free space, or allow writing there. Until then nothing is kept between two starts.");
        }
    }

    static Finding fonts() throws IOException {
        int found = 0;
        for (String font : FONTS) {
            try (var in = PlaceChecks.class.getResourceAsStream("/assets/fonts/" + font)) {
                found += in != null && in.readAllBytes().length > 10_000 ? 1 : 0;
            }
        }
        return found == FONTS.size()
                ? Finding.well("fonts", "the bundled ones are there.")
                : Finding.wrong("fonts", "a bundled one is missing: unpack the application again.");
    }
}
