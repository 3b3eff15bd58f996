package rewardscope.ui.share;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A file that somebody sent, with a shared run in it, perhaps.
///
/// @param text what is in it; empty if it cannot be read
/// @param trouble why it cannot be read, as a sentence; else empty
record RunFile(String text, String trouble) {
    private static final int LARGEST_MEGABYTES = 8;

    static RunFile read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                return refused(file + " is a folder. Choose a file in it.");
            }
            long size = Files.size(file);
            if (size > LARGEST_MEGABYTES * 1_000_000L) {
                return refused(file + " is too large for a shared run: " + Math.ceilDiv(size, 1_000_000) + " MB, where "
                        + LARGEST_MEGABYTES + " MB is the most. It may be another file.");
            }
            String text = Files.readString(file);
            return text.isBlank() ? refused(file + " is empty. Ask for it once more.") : new RunFile(text, "");
        } catch (NoSuchFileException e) {
            return refused(file + " is not there.");
        } catch (AccessDeniedException e) {
            return refused(file + " may not be read by you. Ask its owner for a copy.");
        } catch (CharacterCodingException e) {
            return refused(file + " holds no text, so no shared run. It may be another file.");
        } catch (IOException e) {
            return refused(file + " cannot be read. Copy it to this computer's own disk, and open it there.");
        }
    }

    private static RunFile refused(String why) {
        return new RunFile("", why);
    }
}
