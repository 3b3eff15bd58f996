package rewardscope.lesson;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// Keeps a lesson inside its own folder tree.
public final class LessonPaths {
    private LessonPaths() {}

    /// Whether a relative path, as written in a lesson, stays below the lesson's folder.
    static boolean staysBelow(String path) {
        if (path.isEmpty() || path.contains(":") || path.contains("\\") || path.startsWith("/")) {
            return false;
        }
        try {
            return !Path.of(path).isAbsolute() && !Path.of(path).normalize().startsWith("..");
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /// The file of a picture, if it is really there, in the lesson's folder or below, symbolic links followed.
    public static Optional<Path> picture(Path lesson, Inline.Picture picture) {
        try {
            Path folder = lesson.toAbsolutePath().getParent();
            if (folder == null || !staysBelow(picture.path())) {
                return Optional.empty();
            }
            Path file = folder.resolve(picture.path()).toRealPath();
            return file.startsWith(folder.toRealPath()) ? Optional.of(file) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
