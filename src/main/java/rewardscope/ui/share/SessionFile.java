package rewardscope.ui.share;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import rewardscope.sim.share.Session;
import rewardscope.sim.share.SessionTree;
import rewardscope.store.WholeFile;

/// The session on the disk. Whatever is wrong with the file, there is a fresh start and a sentence that says why.
public final class SessionFile {
    private static final String NAME = "session.yaml";
    private static final String ASIDE = "session-not-read.yaml";

    private final Path file;

    /// @param folder where the user's work is kept
    public SessionFile(Path folder) {
        file = folder.resolve(NAME);
    }

    /// What was read at the start.
    ///
    /// @param trouble a sentence if there was a session that cannot be taken up; else empty
    public record Found(Optional<Session> session, String trouble) {
        public static final Found NOTHING = new Found(Optional.empty(), "");
    }

    public Found read() {
        if (!Files.exists(file)) {
            return Found.NOTHING;
        }
        try {
            var read = SessionTree.read(Files.readString(file));
            if (read.session().isPresent()) {
                return new Found(read.session(), "");
            }
            return aside(read.trouble());
        } catch (IOException | RuntimeException e) {
            return aside("its file cannot be read");
        }
    }

    private Found aside(String why) {
        String kept = "";
        try {
            Files.move(file, file.resolveSibling(ASIDE), StandardCopyOption.REPLACE_EXISTING);
            kept = " The file was kept as " + file.resolveSibling(ASIDE) + ".";
        } catch (IOException e) {
            // it will be written over; there is nothing in it that this version can use
        }
        return new Found(
                Optional.empty(), "Last time's work cannot be taken up again: " + why + ". This is a fresh start." + kept);
    }

    /// @throws IOException if the disk refuses; the old session is then as it was
    public void write(Session session) throws IOException {
        WholeFile.writePrivately(file, SessionTree.write(session).getBytes(StandardCharsets.UTF_8));
    }

    Path path() {
        return file;
    }
}
