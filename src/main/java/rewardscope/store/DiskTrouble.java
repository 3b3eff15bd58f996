package rewardscope.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Locale;

/// What a refused file comes down to, in words for somebody who does not know the system's own.
public final class DiskTrouble {
    private DiskTrouble() {}

    /// Two sentences: what cannot be written and why, as far as the system told, and what helps.
    public static String sentence(Path file, IOException refused) {
        return what(file, refused) + (full(refused) ? " Make room there, or choose another folder." : " Choose another folder.");
    }

    /// The first of the two, for files whose folder nobody chooses.
    public static String what(Path file, IOException refused) {
        if (full(refused)) {
            return file + " cannot be written: the disk is full.";
        }
        if (refused instanceof AccessDeniedException || said(refused).contains("read-only file system")) {
            return file + " cannot be written: the folder may only be read.";
        }
        return file + " cannot be written.";
    }

    /// Linux and macOS, a quota, and Windows; where the system speaks another language nobody knows.
    private static boolean full(IOException refused) {
        String said = said(refused);
        return said.contains("no space left") || said.contains("quota exceeded") || said.contains("not enough space");
    }

    private static String said(IOException refused) {
        return String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT);
    }
}
