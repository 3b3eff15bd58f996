package rewardscope.ui.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import rewardscope.env.preset.Presets;
import rewardscope.sim.ExperimentReader;

/// Where environment and agent are chosen freely, and grids are painted.
final class Playground {
    private static final Path UNSAVED = Path.of("playground.yaml");

    private final Desk desk;
    private final PlaygroundPane pane;

    Playground(Desk desk, PaneSet panes) {
        this.desk = desk;
        pane = new PlaygroundPane(
                Presets.names(),
                yaml -> {
                    var checked = ExperimentReader.read(UNSAVED, yaml);
                    return new ExperimentText.Result(checked.experiment(), checked.problems());
                },
                desk::play,
                this::toggleEditor,
                this::save);
    }

    Node node() {
        return pane.node();
    }

    void start() {
        pane.start();
    }

    /// Shows the text of an experiment and plays it.
    void open(String yaml) {
        pane.open(yaml);
    }

    void toggleEditor() {}

    /// Saves what is written in the playground as a file.
    void save() {
        var chooser = new FileChooser();
        chooser.setTitle("Save the experiment");
        chooser.setInitialFileName("experiment.yaml");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Experiments", List.of("*.yaml", "*.yml")));
        var file = chooser.showSaveDialog(desk.scene().getWindow());
        if (file != null) {
            saveTo(file.toPath());
        }
    }

    /// Writes the experiment, or says in a sentence why that cannot be done.
    void saveTo(Path file) {
        try {
            Files.writeString(file, pane.text(), StandardCharsets.UTF_8);
            desk.notice("");
        } catch (IOException e) {
            desk.notice("The experiment could not be saved as " + file + ": choose a folder that can be written to.");
        }
    }
}
