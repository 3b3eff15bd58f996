package rewardscope.ui.share;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import rewardscope.sim.Frame;
import rewardscope.store.DiskTrouble;
import rewardscope.store.WholeFile;
import rewardscope.ui.Choosers;

/// Pictures of panes and tables of curves, each stamped with the experiment, its seed and the act.
public final class Exports {
    private static final double PIXELS = 2;

    private final ShareHost host;
    private Optional<FilmPage> filming = Optional.empty();

    public Exports(ShareHost host) {
        this.host = host;
    }

    /// Asks for the name of a file and draws a part of the window into it: vectors if it ends in `.svg`, pixels otherwise.
    public void picture(String name, Node pane) {
        frame().ifPresent(_ -> ask("Save the picture", name.toLowerCase(Locale.ROOT) + ".png",
                        new FileChooser.ExtensionFilter("PNG pictures", "*.png"),
                        new FileChooser.ExtensionFilter("SVG drawings", "*.svg"))
                .ifPresent(file -> picture(pane, file)));
    }

    /// Draws a part of the window into a file.
    public void picture(Node pane, Path file) {
        frame().ifPresent(frame -> {
            var stamp = Stamp.of(host.title(), frame);
            var palette = host.palette();
            if (file.toString().endsWith(".svg")) {
                String svg = SceneSvg.of(pane, palette.paper(), stamp, palette.faintInk());
                write(file, () -> svg.getBytes(StandardCharsets.UTF_8));
            } else {
                var picture = NodePicture.of(pane, palette, stamp, PIXELS);
                write(file, () -> NodePicture.png(picture, stamp));
            }
        });
    }

    /// Asks for the name of a file and writes the curves of all branches into it.
    public void curves() {
        frame().ifPresent(_ -> ask("Save the curves", "curves.csv", new FileChooser.ExtensionFilter("Tables", "*.csv"))
                .ifPresent(this::curves));
    }

    public void curves(Path file) {
        frame().ifPresent(frame -> write(
                file, () -> CurveTable.of(frame, Stamp.of(host.title(), frame)).getBytes(StandardCharsets.UTF_8)));
    }

    /// Asks for the name of a file and writes every run of the last comparison into it.
    public void comparison() {
        if (host.comparison().isEmpty()) {
            host.notice("Nothing has been compared yet: start a comparison under Compare first.");
            return;
        }
        ask("Save the comparison", "comparison.csv", new FileChooser.ExtensionFilter("Tables", "*.csv"))
                .ifPresent(this::comparison);
    }

    public void comparison(Path file) {
        host.comparison().ifPresent(table -> write(file, () -> table.getBytes(StandardCharsets.UTF_8)));
    }

    /// Shows the page on which a moving picture is made.
    public void film() {
        frame().ifPresent(frame -> {
            var page = new FilmPage(host, frame);
            filming = Optional.of(page);
            host.page("A moving picture of the run", page.node(), page.first());
        });
    }

    /// Films into a file what the page says.
    public void filmInto(Path file) {
        filming.ifPresent(page -> page.make(file));
    }

    private Optional<Frame> frame() {
        var frame = host.runner().map(runner -> runner.takeFrame());
        if (frame.isEmpty()) {
            host.notice("Nothing is on the stage yet.");
        }
        return frame;
    }

    private Optional<Path> ask(String title, String name, FileChooser.ExtensionFilter... kinds) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().addAll(kinds);
        return Choosers.save(chooser, host.scene().getRoot());
    }

    private void write(Path file, Supplier<byte[]> bytes) {
        CompletableFuture.supplyAsync(() -> {
            try {
                WholeFile.write(file, bytes.get());
                return "";
            } catch (IOException e) {
                return "Nothing was saved: " + DiskTrouble.sentence(file, e);
            }
        }).thenAcceptAsync(trouble -> {
            if (trouble.isEmpty()) {
                host.inform("Saved: " + file + ".");
            } else {
                host.notice(trouble);
            }
        }, Platform::runLater);
    }
}
