package rewardscope.ui.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import rewardscope.env.preset.Presets;
import rewardscope.lesson.Problems;
import rewardscope.lesson.YamlReader;
import rewardscope.sim.ExperimentReader;
import rewardscope.sim.ExperimentWriter;
import rewardscope.store.DiskTrouble;
import rewardscope.ui.Choosers;
import rewardscope.ui.stage.GridEditor;
import rewardscope.ui.theme.Palette;

/// Where environment and agent are chosen freely, and grids are painted: what is painted on the left is played on the
/// stage at once.
final class Playground {
    private static final Path UNSAVED = Path.of("playground.yaml");

    private final Desk desk;
    private final PlaygroundPane pane;
    private final GridEditor editor = new GridEditor();
    private final BorderPane slot = new BorderPane();
    private final BorderPane editorPage = new BorderPane();
    private Supplier<Optional<Path>> destination = this::ask;
    private boolean opening;

    Playground(Desk desk) {
        this.desk = desk;
        pane = new PlaygroundPane(
                worlds(),
                yaml -> {
                    var checked = ExperimentReader.read(UNSAVED, yaml);
                    return new ExperimentText.Result(checked.experiment(), checked.problems());
                },
                desk::play,
                this::toggleEditor,
                this::save);
        var title = new Label("Grid editor");
        title.getStyleClass().add("heading");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var done = new Button("Back to the experiment");
        done.setId("editor-done");
        done.setOnAction(_ -> toggleEditor());
        var header = new HBox(12, title, space, done);
        header.getStyleClass().add("editor-header");
        editorPage.setTop(header);
        editorPage.setCenter(editor.node());
        editor.draft().addListener((_, _, _) -> {
            if (!opening) {
                playDraft();
            }
        });
        slot.setCenter(pane.node());
    }

    /// The ready-made worlds, and those that a type alone makes.
    private static Map<String, Map<String, String>> worlds() {
        var worlds = new LinkedHashMap<String, Map<String, String>>();
        Presets.names().forEach(name -> worlds.put(name, Map.of("preset", name)));
        for (String type : List.of("cart-pole", "pendulum", "inverted-pendulum")) {
            worlds.put(type, Map.of("type", type));
        }
        return worlds;
    }

    Node node() {
        return slot;
    }

    void use(Palette palette) {
        editor.use(palette);
    }

    void start() {
        pane.start();
    }

    GridEditor editor() {
        return editor;
    }

    /// The experiment as it is written now.
    String text() {
        return pane.text();
    }

    /// Shows the text of an experiment and plays it.
    void open(String yaml) {
        pane.open(yaml);
    }

    boolean editing() {
        return slot.getCenter() == editorPage;
    }

    /// Opens the grid of the experiment in the editor, or goes back to the experiment.
    void toggleEditor() {
        if (editing()) {
            slot.setCenter(pane.node());
            desk.bench().root().requestFocus();
            return;
        }
        opening = true;
        boolean hasGrid = editor.open(written());
        opening = false;
        if (!hasGrid) {
            playDraft(); // no grid yet: begin with the editor's own
        }
        slot.setCenter(editorPage);
        editor.takeFocus();
    }

    /// The experiment as plain maps; empty while it cannot be read.
    private Map<String, Object> written() {
        return YamlReader.read(pane.text(), new Problems(UNSAVED))
                .filter(rewardscope.lesson.Node.Mapping.class::isInstance)
                .map(node -> ((rewardscope.lesson.Node.Mapping) node).plain())
                .orElse(Map.of());
    }

    private void playDraft() {
        var changed = new LinkedHashMap<>(written());
        changed.put("environment", editor.environment());
        changed.putIfAbsent("agent", Map.of("type", "q-learning"));
        pane.open(ExperimentWriter.yaml(changed));
    }

    /// Saves what is written in the playground as a file, where the user says.
    void save() {
        destination.get().ifPresent(this::saveTo);
    }

    private Optional<Path> ask() {
        var chooser = new FileChooser();
        chooser.setTitle("Save the experiment");
        chooser.setInitialFileName("experiment.yaml");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Experiments", List.of("*.yaml", "*.yml")));
        return Choosers.save(chooser, desk.scene().getRoot());
    }

    /// Where experiments are saved from now on, in place of asking: the system's own dialogue takes no test's keys.
    void saveWhere(Supplier<Optional<Path>> told) {
        destination = told;
    }

    /// Writes the experiment, or says in a sentence why that cannot be done.
    void saveTo(Path file) {
        try {
            Files.writeString(file, pane.text(), StandardCharsets.UTF_8);
            desk.inform("Saved: " + file + ".");
        } catch (IOException e) {
            desk.notice("The experiment could not be saved: " + DiskTrouble.sentence(file, e));
        }
    }
}
