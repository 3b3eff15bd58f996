package rewardscope.course;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Sets a damaged file aside under a name that nothing has yet: `learner.json` becomes `learner-damaged.json`, a second one
/// `learner-damaged-2.json`.
final class Aside {
    private static final int MOST = 1000;

    private Aside() {}

    /// @return where the file lies now
    /// @throws IOException if it cannot be moved; it is then where it was
    static Path move(Path file) throws IOException {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        for (int n = 1; n <= MOST; n++) {
            Path to = file.resolveSibling(name.substring(0, dot) + "-damaged" + (n == 1 ? "" : "-" + n) + name.substring(dot));
            try {
                return Files.move(file, to);
            } catch (FileAlreadyExistsException e) {
                // an earlier one
            }
        }
        throw new FileAlreadyExistsException(file.toString());
    }
}
