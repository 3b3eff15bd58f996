package rewardscope.ui.share;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.sim.Runner;
import rewardscope.sim.Way;
import rewardscope.sim.share.RunText;
import rewardscope.sim.share.SavedRun;
import rewardscope.sim.share.Shared;
import rewardscope.sim.share.StateDigest;
import rewardscope.store.DiskTrouble;
import rewardscope.store.WholeFile;
import rewardscope.ui.Choosers;

/// Gives runs away as text or file, and opens those of others. Whoever opens one is told whether it came to the sender's
/// state, bit for bit.
public final class Sharing {
    /// How the name of a file with a shared run ends.
    public static final String ENDING = ".rewardscope";

    private final ShareHost host;

    public Sharing(ShareHost host) {
        this.host = host;
    }

    /// Copies the run where it stands, with everything that was done to it.
    public void copyRun() {
        withRun(shared -> {
            toClipboard(RunText.write(shared));
            host.inform("Copied: " + described(shared) + ", as a text. Whoever pastes it here, in their window (Ctrl+V),"
                    + " sees the same run at the same step.");
        });
    }

    /// Copies the experiment alone, on the seed of its run.
    public void copyExperiment() {
        host.runner().ifPresentOrElse(runner -> {
            var shared = new Shared(SavedRun.fresh(runner.takeFrame().experiment()), host.title(), Optional.empty());
            toClipboard(RunText.write(shared));
            host.inform("Copied: the experiment of " + host.title() + ", as a text to paste into another window (Ctrl+V).");
        }, this::nothing);
    }

    /// Asks where, and saves the run where it stands.
    public void saveRun() {
        var chooser = chooser("Save the run");
        chooser.setInitialFileName("run" + ENDING);
        Choosers.save(chooser, host.scene().getRoot()).ifPresent(this::saveRun);
    }

    void saveRun(Path file) {
        withRun(shared -> {
            String text = described(shared) + "\n" + RunText.write(shared).replaceAll("(.{100})", "$1\n") + "\n";
            CompletableFuture.supplyAsync(() -> {
                try {
                    WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
                    return "";
                } catch (IOException e) {
                    return "Nothing was saved: " + DiskTrouble.sentence(file, e);
                }
            }).thenAcceptAsync(trouble -> {
                if (trouble.isEmpty()) {
                    host.inform("Saved: " + described(shared) + ", as " + file + ".");
                } else {
                    host.notice(trouble);
                }
            }, Platform::runLater);
        });
    }

    /// Asks for a file and opens it.
    public void openFile() {
        var chooser = chooser("Open a shared run");
        Choosers.open(chooser, host.scene().getRoot()).ifPresent(this::open);
    }

    private static FileChooser chooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Rewardscope runs", "*" + ENDING, "*.txt"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        return chooser;
    }

    /// Opens a file that somebody saved.
    public void open(Path file) {
        CompletableFuture.supplyAsync(() -> RunFile.read(file)).thenAcceptAsync(read -> {
            if (read.trouble().isEmpty()) {
                open(read.text());
            } else {
                host.notice(read.trouble());
            }
        }, Platform::runLater);
    }

    /// Whether something to open is on the clipboard.
    public boolean onClipboard() {
        String text = Clipboard.getSystemClipboard().getString();
        return text != null && RunText.in(text);
    }

    /// Opens what is on the clipboard.
    public void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text == null || text.isBlank()) {
            host.notice("There is no text to paste: copy one that begins with `" + RunText.START + "` first.");
        } else {
            open(text);
        }
    }

    /// Opens a text.
    public void open(String text) {
        CompletableFuture.supplyAsync(() -> RunText.read(text)).thenAcceptAsync(read -> {
            if (read.shared().isEmpty()) {
                host.notice(read.trouble());
            } else {
                open(read.shared().get());
            }
        }, Platform::runLater);
    }

    private void open(Shared shared) {
        host.play(shared.run());
        host.notice("");
        String title = shared.title().isEmpty() ? "a shared run" : shared.title();
        if (shared.proof().isEmpty()) {
            host.inform("Opened: the experiment of " + title + ".");
            return;
        }
        host.runner().ifPresent(runner -> Thread.ofVirtual().name("opened").start(() -> judge(runner, shared, title)));
    }

    /// When it is there, compares its state with the sender's.
    private void judge(Runner runner, Shared shared, String title) {
        try {
            var begun = new CompletableFuture<Boolean>();
            runner.send(new Command.Inspect((_, _) -> begun.complete(true)));
            begun.join();
            do {
                Thread.sleep(50);
            } while (runner.takeFrame().status() instanceof Frame.Status.Running);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        Way way = shared.run().way();
        runner.send(new Command.Inspect((timeline, _) -> {
            if (timeline.now() == way.act()) {
                String sentence = shared.proof().orElseThrow().judge(StateDigest.proof(timeline), title, way);
                Platform.runLater(() -> host.inform(sentence));
            }
        }));
    }

    /// Looks at the run from its own thread, so that step and state belong together, and goes on in the window's.
    private void withRun(Consumer<Shared> use) {
        String title = host.title();
        host.runner().ifPresentOrElse(runner -> runner.send(new Command.Inspect((timeline, _) -> {
            var proof = StateDigest.proof(timeline);
            var shared = new Shared(SavedRun.here(timeline), title, Optional.of(proof));
            Platform.runLater(() -> use.accept(shared));
        })), this::nothing);
    }

    private void nothing() {
        host.notice("Nothing is on the stage yet.");
    }

    /// Such as "Sarsa at the cliff, seed 3, act 120".
    public static String described(Shared shared) {
        return described(shared.title(), shared.run().experiment().seed(), shared.run().way().act());
    }

    /// The same of a frame, for stamps.
    static String described(String title, Frame frame) {
        return described(title, frame.experiment().seed(), frame.view().counts().acts());
    }

    private static String described(String title, long seed, long act) {
        return title + ", seed " + seed + String.format(Locale.ROOT, ", act %,d", act);
    }

    private static void toClipboard(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
