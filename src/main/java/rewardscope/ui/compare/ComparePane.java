package rewardscope.ui.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import rewardscope.agent.AgentType;
import rewardscope.sim.Experiment;
import rewardscope.sim.Frame;
import rewardscope.sim.comparison.Comparison;
import rewardscope.sim.comparison.Comparison.Learner;
import rewardscope.sim.comparison.Comparison.Plan;
import rewardscope.sim.comparison.Comparison.Progress;
import rewardscope.sim.comparison.Measure;
import rewardscope.ui.Pane;
import rewardscope.ui.Scrolls;
import rewardscope.ui.theme.Palette;
import rewardscope.ui.theme.Sheets;

/// Agents in the world of the stage on the same seeds: who takes part, on how many seeds, the learning curves with their
/// intervals, and what can be said of the differences when all runs are over.
public final class ComparePane implements Pane {
    private static final List<Integer> SEEDS = List.of(3, 5, 10, 20, 30);
    private static final List<Long> STEPS = List.of(1_000L, 5_000L, 20_000L, 50_000L, 150_000L);
    private static final List<Long> PULLS = List.of(200L, 500L, 1_000L, 5_000L);
    private static final String PURPOSE = "Each agent runs in this world on the same seeds. Add one, or the same with"
            + " other settings; what can be said of the difference will stand here.";

    private final BorderPane root = new BorderPane();
    private final ContestantList contestants = new ContestantList();
    private final ComboBox<Measure> measure = new ComboBox<>();
    private final ComboBox<Integer> seeds = new ComboBox<>();
    private final ComboBox<Long> steps = new ComboBox<>();
    private final Button start = new Button("Compare");
    private final Button copy = new Button("", new FontIcon(Material2AL.CONTENT_COPY));
    private final ProgressBar bar = new ProgressBar(0);
    private final Label verdict = new Label(PURPOSE);
    private final FiguresBox figures = new FiguresBox();
    private final Label empty = new Label("Agents that act and learn are compared here by their returns. This one does not.");
    private Optional<Experiment> experiment = Optional.empty();
    private Optional<Comparison> latest = Optional.empty();
    private boolean running;
    private long began;

    public ComparePane() {
        measure.setConverter(words(Measure::brief));
        measure.setPrefWidth(104);
        seeds.setPrefWidth(86);
        steps.setPrefWidth(112);
        measure.setId("compare-measure");
        measure.setAccessibleText("What the agents are compared by");
        seeds.getItems().addAll(SEEDS);
        seeds.setValue(10);
        seeds.setConverter(words(n -> n + " seeds"));
        seeds.setId("compare-seeds");
        seeds.setAccessibleText("How many seeds");
        steps.setConverter(words(n -> String.format(Locale.ROOT, "%,d steps", n)));
        steps.setId("compare-steps");
        steps.setAccessibleText("Environment steps of each run");
        start.setId("compare-start");
        start.setDefaultButton(false);
        start.getStyleClass().add("accent");
        start.setTooltip(new Tooltip("Runs in the background; the run on the stage is left alone"));
        start.setOnAction(_ -> toggle());
        copy.setId("compare-copy");
        copy.setTooltip(new Tooltip("Copy every run's curve and end as a table (CSV)"));
        copy.setAccessibleText("Copy every run as a table");
        copy.setOnAction(_ -> copy());
        copy.setDisable(true);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinHeight(3);
        bar.setPrefHeight(3);
        bar.setAccessibleText("Runs that are done");
        bar.setVisible(false);
        var form = new FlowPane(6, 4, measure, seeds, steps, start, copy);
        form.setAlignment(Pos.CENTER_LEFT);
        form.getStyleClass().addAll("chart-choice", "compare-form");
        verdict.setWrapText(true);
        verdict.setMinHeight(VBox.USE_PREF_SIZE);
        verdict.setId("compare-verdict");
        verdict.getStyleClass().add("compare-verdict");
        VBox.setVgrow(figures, Priority.ALWAYS);
        var right = new VBox(form, figures, bar, verdict);
        right.setMinWidth(0);
        contestants.setMinHeight(0);
        right.setPrefWidth(320); // not as wide as the verdict on one line
        contestants.setMinWidth(190);
        contestants.setPrefWidth(232);
        contestants.setMaxWidth(320);
        var scrolled = Scrolls.around(right); // in a low window the verdict is a turn of the wheel away
        scrolled.setFitToWidth(true);
        scrolled.setFitToHeight(true);
        scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scrolled.setFocusTraversable(false);
        scrolled.setMinSize(0, 0);
        scrolled.setPrefWidth(320);
        HBox.setHgrow(scrolled, Priority.ALWAYS);
        var both = new HBox(contestants, scrolled);
        empty.getStyleClass().add("empty-note");
        empty.setWrapText(true);
        empty.visibleProperty().bind(both.visibleProperty().not());
        both.setVisible(false);
        root.getStyleClass().add("chart-pane");
        Sheets.need(root, "chart");
        root.setCenter(new StackPane(both, empty));
        root.setMinSize(160, 100);
        contestants.visibleProperty().bind(both.visibleProperty());
    }

    private static <T> StringConverter<T> words(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        };
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void show(Frame frame) {
        Experiment shown = frame.experiment();
        if (experiment.filter(old -> sameBarSeed(old, shown)).isEmpty()) {
            enter(shown);
        }
        experiment = Optional.of(shown);
    }

    private static boolean sameBarSeed(Experiment a, Experiment b) {
        return withoutSeed(a).equals(withoutSeed(b));
    }

    private static Map<String, Object> withoutSeed(Experiment experiment) {
        var source = new LinkedHashMap<>(experiment.source());
        source.remove("seed");
        return source;
    }

    /// Another experiment is on the stage: what was compared before is of another world, or of another agent.
    private void enter(Experiment shown) {
        stop();
        latest = Optional.empty();
        copy.setDisable(true);
        figures.clear();
        verdict.setText(PURPOSE);
        boolean acts = Contestant.acts(shown.agentType());
        contestants.getParent().setVisible(acts);
        if (!acts) {
            return;
        }
        contestants.enter(shown);
        List<Measure> measures = Measure.of(shown);
        measure.getItems().setAll(measures);
        measure.setValue(measures.getFirst());
        boolean bandit = measures.contains(Measure.REWARD);
        steps.getItems().setAll(bandit ? PULLS : STEPS);
        steps.setValue(bandit ? 1_000L : 20_000L);
    }

    private void toggle() {
        if (running) {
            Progress reached = latest.orElseThrow().progress();
            stop();
            verdict.setText("Called off after " + reached.done() + " of " + reached.of()
                    + " runs. No verdict: it would hang on when somebody stopped.");
        } else {
            begin();
        }
    }

    private void begin() {
        Optional<List<Experiment>> all = experiment.flatMap(_ -> contestants.experiments());
        if (all.isEmpty()) {
            verdict.setText("A setting is wrong: see the agents at the left.");
            return;
        }
        long seed = experiment.orElseThrow().seed();
        var onSeed = all.get().stream().map(each -> each.withSeed(seed)).toList();
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        start.setText("Cancel");
        bar.setProgress(0);
        bar.setVisible(true);
        copy.setDisable(true);
        figures.clear();
        running = true;
        began = System.nanoTime();
        var plan = new Plan(measure.getValue(), seeds.getValue(), steps.getValue());
        verdict.setText(howFar(0, onSeed.size() * plan.seeds()));
        var comparison = new Comparison[1];
        comparison[0] = Comparison.start(onSeed, plan, threads, progress -> Platform.runLater(() -> {
            if (running && latest.filter(now -> now == comparison[0]).isPresent()) {
                show(progress);
            }
        }));
        latest = Optional.of(comparison[0]);
    }

    private void show(Progress progress) {
        bar.setProgress((double) progress.done() / progress.of());
        figures.show(progress);
        copy.setDisable(false);
        if (progress.complete()) {
            stop();
            verdict.setText(sentence(progress));
        } else {
            verdict.setText(howFar(progress.done(), progress.of()));
        }
    }

    private String howFar(int done, int of) {
        double seconds = done == 0 ? 0 : (System.nanoTime() - began) / 1e9 / done * (of - done);
        String left = seconds >= 2 ? String.format(Locale.ROOT, ", about %.0f s to go", seconds) : "";
        return done + " of " + of + " runs" + left + ". The verdict comes when all are over.";
    }

    private static String sentence(Progress progress) {
        String of = progress.verdict().orElseThrow().sentence();
        String trouble = progress.learners().stream()
                .filter(learner -> learner.diverged() + learner.failed() > 0)
                .map(ComparePane::trouble)
                .collect(Collectors.joining());
        return (of.isEmpty() ? alone(progress) : of) + trouble;
    }

    private static String trouble(Learner learner) {
        String diverged = learner.diverged() == 0
                ? ""
                : " " + learner.diverged() + " of " + learner.seeds() + " runs of " + learner.name()
                        + " diverged and count with what they got until then.";
        String failed = learner.failed() == 0
                ? ""
                : " " + learner.failed() + " of " + learner.seeds() + " runs of " + learner.name()
                        + " could not be run and are left out: " + learner.why();
        return diverged + failed;
    }

    private static String alone(Progress progress) {
        var end = progress.learners().getFirst().end();
        return end.n() < 2
                ? "Nothing can be said from one seed."
                : String.format(
                        Locale.ROOT,
                        "Over the %s: mean %s %.4g, 95 %% interval %.4g to %.4g over %d seeds.",
                        progress.plan().measure().end(),
                        progress.plan().measure().title(),
                        end.mean(),
                        end.low(),
                        end.high(),
                        end.n());
    }

    /// Stops the runs; what is drawn stays.
    private void stop() {
        running = false;
        latest.ifPresent(Comparison::close);
        start.setText("Compare");
        bar.setVisible(false);
    }

    private void copy() {
        table().ifPresent(table -> {
            var content = new ClipboardContent();
            content.putString(table);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    /// Every run of the last comparison that is over, as a table (CSV); empty before there is one.
    public Optional<String> table() {
        return copy.isDisabled() ? Optional.empty() : latest.map(Comparison::csv);
    }

    @Override
    public void use(Palette palette) {
        figures.use(palette);
        contestants.use(palette);
    }

    String verdict() {
        return verdict.getText();
    }

    /// Sets what is to be run, for tests and pictures.
    void choose(int wantedSeeds, long wantedSteps) {
        seeds.setValue(wantedSeeds);
        steps.setValue(wantedSteps);
    }

    void add(AgentType type) {
        contestants.add(Contestant.usual(type, experiment.orElseThrow()));
    }

    ContestantList contestants() {
        return contestants;
    }

    Button start() {
        return start;
    }

    Optional<Comparison> latest() {
        return latest;
    }
}
