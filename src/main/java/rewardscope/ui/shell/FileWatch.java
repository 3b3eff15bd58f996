package rewardscope.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;

/// Notices when a file has been saved, by looking at it twice a second: unlike the system's own notices this works on
/// network drives, too, and with editors that replace the file. Also notices when the file stays away.
final class FileWatch implements AutoCloseable {
    private final Path file;
    private final Runnable saved;
    private final Runnable gone;
    private final Thread thread;
    private volatile boolean closed;

    /// @param saved called on the watching thread
    /// @param gone called there when the file has been missed twice in a row; an editor that replaces it is quicker
    FileWatch(Path file, Runnable saved, Runnable gone) {
        this.file = file;
        this.saved = saved;
        this.gone = gone;
        thread = Thread.ofVirtual().name("watch " + file.getFileName()).start(this::look);
    }

    private void look() {
        FileTime seen = time();
        int missed = 0;
        while (!closed) {
            try {
                TimeUnit.MILLISECONDS.sleep(500);
            } catch (InterruptedException e) {
                return;
            }
            FileTime now = time();
            missed = now.toMillis() > 0 ? 0 : missed + 1;
            if (missed == 2 && !closed) {
                gone.run();
            }
            if (!now.equals(seen)) {
                seen = now;
                if (!closed && now.toMillis() > 0) {
                    saved.run();
                }
            }
        }
    }

    private FileTime time() {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0); // gone for the moment
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
