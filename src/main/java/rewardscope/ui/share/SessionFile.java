package rewardscope.ui.share;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import rewardscope.sim.share.ModelShelf;
import rewardscope.sim.share.Session;
import rewardscope.sim.share.SessionTree;
import rewardscope.store.WholeFile;

/// The session on the disk. Whatever is wrong with the file, there is a fresh start and a sentence that says why.
public final class SessionFile {
    private static final String NAME = "session.yaml";
    private static final String ASIDE = "session-not-read.yaml";

    private static final String MODELS = "models";

    private final Path file;
    private final ModelShelf shelf;

    /// @param folder where the user's work is kept
    public SessionFile(Path folder) {
        file = folder.resolve(NAME);
        shelf = new ModelShelf(Optional.of(folder.resolve(MODELS)));
    }

    /// What was read at the start.
    ///
    /// @param trouble a sentence if there was a session that cannot be taken up, or not all of it; else empty
    public record Found(Optional<Session> session, String trouble) {
        public static final Found NOTHING = new Found(Optional.empty(), "");
    }

    public Found read() {
        if (!Files.exists(file)) {
            return Found.NOTHING;
        }
        try {
            var read = SessionTree.read(Files.readString(file), shelf);
            if (read.session().isPresent()) {
                return new Found(read.session(), String.join(" ", read.left()));
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
        shelf.keep(session);
        WholeFile.writePrivately(file, SessionTree.write(session).getBytes(StandardCharsets.UTF_8));
    }

    Path path() {
        return file;
    }
}
