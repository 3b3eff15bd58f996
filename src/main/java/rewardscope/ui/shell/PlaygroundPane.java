package rewardscope.ui.shell;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import rewardscope.agent.AgentType;
import rewardscope.sim.Catalogue;
import rewardscope.sim.Experiment;
import rewardscope.ui.Leaving;
import rewardscope.ui.Scrolls;

/// Any environment with any agent. The experiment stands below as the text that a file or a lesson would hold: choosing
/// writes the text, and editing the text is choosing, too. Mistakes are listed while one types; what runs is the last
/// version without any.
final class PlaygroundPane {
    private final Map<String, Map<String, String>> worlds;
    private final ExperimentText reader;
    private final Consumer<Experiment> play;
    private final ComboBox<String> environments = new ComboBox<>();
    private final ComboBox<AgentType> agents = new ComboBox<>();
    private final TextArea text = new TextArea();
    private final Label verdict = new Label();
    private final ScrollPane scroll;
    private final PauseTransition afterTyping = new PauseTransition(Duration.millis(350));
    private String environmentText = "environment: {preset: cliff-walking}";
    private boolean writing;

    /// @param worlds what an experiment says for each world that can be chosen, by name
    /// @param play told an experiment without mistakes
    PlaygroundPane(
            Map<String, Map<String, String>> worlds, ExperimentText reader, Consumer<Experiment> play, Runnable editGrid, Runnable save) {
        this.worlds = worlds;
        this.reader = reader;
        this.play = play;
        var heading = new Label("Playground");
        heading.getStyleClass().add("heading");
        var intro = new Label("Choose a world and an agent, or write the experiment yourself.");
        intro.setWrapText(true);
        intro.getStyleClass().add("why");

        environments.getItems().addAll(worlds.keySet());
        environments.setPromptText("your own");
        environments.setVisibleRowCount(16);
        environments.setValue("cliff-walking");
        environments.setMaxWidth(Double.MAX_VALUE);
        environments.setId("environment");
        environments.setOnAction(_ -> {
            if (!writing && environments.getValue() != null) {
                environmentText = "environment: "
                        + worlds.get(environments.getValue()).entrySet().stream()
                                .map(key -> key.getKey() + ": " + key.getValue())
                                .collect(Collectors.joining(", ", "{", "}"));
                write();
            }
        });
        agents.getItems().addAll(Catalogue.all());
        agents.setConverter(new AgentNames());
        agents.setValue(Catalogue.named("q-learning").orElseThrow());
        agents.setMaxWidth(Double.MAX_VALUE);
        agents.setVisibleRowCount(16);
        agents.setId("agent");
        agents.setOnAction(_ -> {
            if (!writing) {
                write();
            }
        });
        var form = new GridPane(12, 8);
        form.addRow(0, rowLabel("World", environments), environments);
        form.addRow(1, rowLabel("Agent", agents), agents);
        GridPane.setHgrow(environments, Priority.ALWAYS);
        GridPane.setHgrow(agents, Priority.ALWAYS);

        Scrolls.paintOnlyWhatChanges(text);
        Leaving.byTab(text);
        text.getStyleClass().add("experiment-text");
        text.setStyle("-fx-font-family: \"JetBrains Mono\";");
        text.setPrefRowCount(14);
        text.setId("experiment-text");
        text.setAccessibleText("The experiment as text");
        text.textProperty().addListener((_, _, _) -> {
            if (!writing) {
                afterTyping.playFromStart();
            }
        });
        afterTyping.setOnFinished(_ -> read());
        verdict.setWrapText(true);
        verdict.setId("verdict");

        var edit = new Button("Edit the grid", new FontIcon(Material2AL.GRID_ON));
        edit.setTooltip(new Tooltip("Paint walls, rewards and starts (G)"));
        edit.setOnAction(_ -> editGrid.run());
        edit.setId("edit-grid");
        var saveAs = new Button("Save the experiment…", new FontIcon(Material2MZ.SAVE));
        saveAs.setTooltip(new Tooltip("As a file that the command line and lessons can run (Ctrl+S)"));
        saveAs.setOnAction(_ -> save.run());
        saveAs.setId("save-experiment");
        var actions = new HBox(8, edit, saveAs);
        actions.setAlignment(Pos.CENTER_LEFT);

        var box = new VBox(heading, intro, form, actions, text, verdict);
        box.getStyleClass().add("playground");
        scroll = Scrolls.around(box);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("paper");
    }

    private static Label rowLabel(String words, Node field) {
        var label = new Label(words);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(field);
        return label;
    }

    Node node() {
        return scroll;
    }

    /// The experiment as it is written now.
    String text() {
        return text.getText();
    }

    /// Shows the text of an experiment and plays it.
    void open(String yaml) {
        writing = true;
        text.setText(yaml);
        writing = false;
        read();
    }

    /// Plays what is chosen.
    void start() {
        if (text.getText().isBlank()) {
            write();
        } else {
            read();
        }
    }

    private void write() {
        AgentType agent = agents.getValue();
        open(environmentText + "\nagent: {type: " + agent.name() + "}\nseed: 1\n");
    }

    private void read() {
        afterTyping.stop();
        var result = reader.read(text.getText());
        verdict.getStyleClass().setAll("label", result.problems().isEmpty() ? "why" : "wrong");
        if (result.experiment().isPresent()) {
            var experiment = result.experiment().get();
            verdict.setText("✓ " + experiment.agentType().title() + " is ready. Press step (→) or run (space).");
            choose(experiment);
            play.accept(experiment);
        } else {
            verdict.setText(result.problems().stream()
                    .map(p -> "line " + p.line() + ", column " + p.column() + ": " + p.sentence())
                    .collect(Collectors.joining("\n", "⚠ ", "")));
        }
    }

    /// Lets the two choices say what the text says.
    private void choose(Experiment experiment) {
        writing = true;
        agents.setValue(experiment.agentType());
        var written = experiment.source().get("environment");
        environments.setValue(worlds.entrySet().stream()
                .filter(world -> world.getValue().equals(written))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null));
        writing = false;
    }

    private static final class AgentNames extends StringConverter<AgentType> {
        @Override
        public String toString(AgentType type) {
            return type == null ? "" : type.title() + "  (" + type.family().title() + ")";
        }

        @Override
        public AgentType fromString(String text) {
            return Catalogue.all().getFirst();
        }
    }
}
