package rewardscope.ui.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import rewardscope.agent.AgentCatalogue;
import rewardscope.agent.AgentType;
import rewardscope.sim.Comparison;
import rewardscope.sim.Comparison.Progress;
import rewardscope.sim.Experiment;
import rewardscope.sim.ExperimentReader;
import rewardscope.sim.ExperimentWriter;
import rewardscope.sim.Frame;
import rewardscope.ui.Pane;
import rewardscope.ui.theme.Palette;

/// The experiment on the stage over several seeds, alone or beside another agent in the same world: learning curves
/// with their intervals, and what can be said of the difference.
public final class ComparePane implements Pane {
    private static final Path UNSAVED = Path.of("comparison.yaml");
    private static final List<Integer> SEEDS = List.of(3, 5, 10, 20, 30);
    private static final List<Long> STEPS = List.of(1_000L, 5_000L, 20_000L, 50_000L, 150_000L);

    private final BorderPane root = new BorderPane();
    private final ComboBox<Optional<AgentType>> other = new ComboBox<>();
    private final ComboBox<Integer> seeds = new ComboBox<>();
    private final ComboBox<Long> steps = new ComboBox<>();
    private final Button start = new Button("Compare");
    private final ProgressBar bar = new ProgressBar(0);
    private final Label verdict = new Label("Run this experiment on several seeds, alone or beside another agent. What"
            + " can be said of the difference will stand here.");
    private final CurvesFigure figure = new CurvesFigure();
    private Optional<Experiment> experiment = Optional.empty();
    private Optional<Comparison> running = Optional.empty();

    public ComparePane() {
        other.setConverter(new Names());
        other.setId("compare-with");
        other.setAccessibleText("The agent to compare with");
        seeds.getItems().addAll(SEEDS);
        seeds.setValue(10);
        seeds.setId("compare-seeds");
        seeds.setAccessibleText("How many seeds");
        steps.getItems().addAll(STEPS);
        steps.setValue(20_000L);
        steps.setId("compare-steps");
        steps.setAccessibleText("Environment steps of each run");
        start.setId("compare-start");
        start.setTooltip(new Tooltip("Runs in the background; the run on the stage is left alone"));
        start.setOnAction(_ -> toggle());
        bar.setPrefWidth(120);
        bar.setVisible(false);
        bar.setAccessibleText("Runs that are done");
        var form = new FlowPane(8, 4);
        form.setAlignment(Pos.CENTER_LEFT);
        form.getChildren()
                .addAll(new Label("This agent and"), other, new Label("seeds"), seeds, new Label("steps"), steps, start, bar);
        form.getStyleClass().add("chart-choice");
        verdict.setWrapText(true);
        verdict.setId("compare-verdict");
        verdict.getStyleClass().add("compare-verdict");
        root.getStyleClass().add("chart-pane");
        root.getStylesheets().add(ComparePane.class.getResource("/rewardscope/ui/chart.css").toExternalForm());
        root.setTop(form);
        root.setCenter(figure);
        root.setBottom(verdict);
        root.setMinSize(160, 100);
        root.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                cancel();
            }
        });
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void show(Frame frame) {
        Experiment shown = frame.experiment();
        if (experiment.filter(old -> old.source().equals(shown.source())).isEmpty()) {
            offer(shown);
        }
        experiment = Optional.of(shown);
    }

    /// Which agents can stand beside this one: those that work in its world.
    private void offer(Experiment shown) {
        var there = new ArrayList<Optional<AgentType>>();
        there.add(Optional.empty());
        for (AgentType type : AgentCatalogue.all()) {
            if (type != shown.agentType() && beside(shown, type).isPresent()) {
                there.add(Optional.of(type));
            }
        }
        other.getItems().setAll(there);
        other.setValue(Optional.empty());
    }

    /// The same world and discount with another agent at its defaults; empty if it cannot work there.
    static Optional<Experiment> beside(Experiment shown, AgentType type) {
        Map<String, Object> source = new LinkedHashMap<>(shown.source());
        var agent = new LinkedHashMap<String, Object>();
        agent.put("type", type.name());
        if (shown.source().get("agent") instanceof Map<?, ?> was && was.containsKey("gamma") && type.parameter("gamma").isPresent()) {
            agent.put("gamma", was.get("gamma"));
        }
        source.put("agent", agent);
        source.put("seed", shown.seed());
        return ExperimentReader.read(UNSAVED, ExperimentWriter.yaml(source)).experiment();
    }

    private void toggle() {
        if (running.isPresent()) {
            cancel();
            verdict.setText("Called off. " + verdict.getText());
        } else {
            begin();
        }
    }

    private void begin() {
        if (experiment.isEmpty()) {
            return;
        }
        var all = new ArrayList<Experiment>();
        all.add(experiment.get());
        other.getValue().flatMap(type -> beside(experiment.get(), type)).ifPresent(all::add);
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        start.setText("Cancel");
        bar.setProgress(0);
        bar.setVisible(true);
        verdict.setText("Running …");
        running = Optional.of(Comparison.start(
                all, seeds.getValue(), steps.getValue(), threads, progress -> Platform.runLater(() -> show(progress))));
    }

    private void show(Progress progress) {
        if (running.isEmpty()) {
            return;
        }
        bar.setProgress((double) progress.done() / progress.of());
        figure.show(progress, running.get().names());
        verdict.setText(progress.verdict().isEmpty() ? alone(progress) : progress.verdict());
        if (progress.complete()) {
            cancel();
        }
    }

    private static String alone(Progress progress) {
        var last = progress.learners().getFirst().last();
        return last.n() < 2
                ? "Nothing can be said from one seed."
                : String.format(
                        java.util.Locale.ROOT,
                        "At the end: mean return %.4g, 95 %% interval %.4g to %.4g over %d seeds.",
                        last.mean(),
                        last.low(),
                        last.high(),
                        last.n());
    }

    /// Stops the runs; what is drawn stays.
    private void cancel() {
        running.ifPresent(Comparison::close);
        running = Optional.empty();
        start.setText("Compare");
        bar.setVisible(false);
    }

    @Override
    public void use(Palette palette) {
        figure.use(palette);
    }

    String verdict() {
        return verdict.getText();
    }

    void choose(String agent, int wantedSeeds, long wantedSteps) {
        other.setValue(AgentCatalogue.named(agent));
        seeds.setValue(wantedSeeds);
        steps.setValue(wantedSteps);
    }

    List<Optional<AgentType>> choices() {
        return List.copyOf(other.getItems());
    }

    Button start() {
        return start;
    }

    private static final class Names extends StringConverter<Optional<AgentType>> {
        @Override
        public String toString(Optional<AgentType> type) {
            return type == null || type.isEmpty() ? "none other" : type.get().name();
        }

        @Override
        public Optional<AgentType> fromString(String text) {
            return AgentCatalogue.named(text);
        }
    }
}
