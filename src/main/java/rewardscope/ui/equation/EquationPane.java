package rewardscope.ui.equation;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import rewardscope.agent.Equation;
import rewardscope.agent.StepEvent;
import rewardscope.agent.StepEvent.Place;
import rewardscope.sim.Frame;
import rewardscope.sim.Timeline.Explanation;
import rewardscope.sim.View;
import rewardscope.ui.Pane;
import rewardscope.ui.Pointing;
import rewardscope.ui.formula.Formulas;
import rewardscope.ui.theme.Palette;

/// The equation of the last act, its symbols over its numbers, under a sentence that says what happened; or, when
/// someone asked why an entry has its value, the act that changed it last.
///
/// Pointing at a number lights up its entry everywhere, and an entry pointed at elsewhere lights up its numbers here.
public final class EquationPane implements Pane {
    private static final String EMPTY = "Press step (→) to see the first update with its numbers. "
            + "Each term will stand over the value that it had.";
    private static final int KEPT_VIEWS = 12;

    private final Formulas formulas;
    private final Pointing pointing;
    private final Executor typesetter;

    private final VBox root = new VBox(10);
    private final HBox heading = new HBox(8);
    private final Label why = new Label();
    private final Button close = new Button("", new FontIcon(Material2AL.CLOSE));
    private final Label sentence = new Label(EMPTY);
    private final ScrollPane scroll = new ScrollPane();
    private final Tooltip tooltip = new Tooltip();
    private final Map<Equation, EquationView> views = new LinkedHashMap<>();
    private final Set<Equation> building = new HashSet<>();

    private Palette palette = Palette.LIGHT;
    private double zoom = 1;
    private Optional<Frame> frame = Optional.empty();
    private Optional<Explanation> dismissed = Optional.empty();
    private Optional<Cell> pointedHere = Optional.empty();
    private Optional<StepEvent> shown = Optional.empty();

    public EquationPane(Formulas formulas, Pointing pointing) {
        this(formulas, pointing, work -> Thread.ofVirtual().name("typesetter").start(work));
    }

    /// @param typesetter where equations are laid out the first time they are seen: away from the JavaFX thread
    public EquationPane(Formulas formulas, Pointing pointing, Executor typesetter) {
        this.formulas = formulas;
        this.pointing = pointing;
        this.typesetter = typesetter;
        root.getStyleClass().add("equation-pane");
        root.setPadding(new Insets(8, 8, 4, 8));
        root.setMinHeight(0);
        close.getStyleClass().addAll("button-icon", "flat");
        close.setTooltip(new Tooltip("Back to the last act"));
        close.setAccessibleText("Back to the last act");
        close.setOnAction(_ -> dismiss());
        heading.getChildren().addAll(why, close);
        heading.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setStyle("-fx-background-color: transparent; -fx-background: transparent; -fx-padding: 0");
        scroll.setAccessibleRole(AccessibleRole.TEXT);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().setAll(sentence);
        tooltip.setShowDelay(javafx.util.Duration.millis(250));
        tooltip.setStyle("-fx-font-size: 14px");
        pointing.place().addListener((_, _, _) -> light());
        pointing.pinned().addListener((_, _, pinned) -> {
            if (pinned.isEmpty()) {
                dismissed = frame.flatMap(Frame::explanation);
                redraw();
            }
        });
        use(palette);
    }

    @Override
    public Node node() {
        return root;
    }

    /// Whether no equation is waiting to be laid out.
    public boolean isTypeset() {
        return building.isEmpty();
    }

    /// Shows everything larger, for a presentation.
    public void setZoom(double zoom) {
        if (zoom != this.zoom) {
            this.zoom = zoom;
            views.clear();
            use(palette);
            shown = Optional.empty();
            redraw();
        }
    }

    @Override
    public void use(Palette palette) {
        this.palette = palette;
        String ink = "-fx-text-fill: " + Palette.css(palette.ink());
        String size = String.format(Locale.ROOT, "; -fx-font-size: %.1fpx", 16 * zoom);
        why.setStyle(ink + size + "; -fx-font-weight: bold");
        Color words = shown.isPresent() ? palette.ink() : palette.faintInk();
        sentence.setStyle("-fx-text-fill: " + Palette.css(words) + size);
        close.setStyle(ink);
        views.values().forEach(view -> view.use(palette));
    }

    @Override
    public void show(Frame frame) {
        this.frame = Optional.of(frame);
        redraw();
    }

    private void redraw() {
        frame.ifPresent(now -> {
            View view = now.view();
            Optional<Explanation> explanation =
                    now.explanation().filter(e -> dismissed.filter(d -> d == e).isEmpty());
            Optional<StepEvent> event = explanation.map(Explanation::event).or(view::event);
            String heading = explanation
                    .map(e -> Names.place(e.place(), view.world()) + " last changed at " + unit(view) + " " + e.act())
                    .orElse("");
            if (event.isPresent()) {
                show(event.get(), heading, view.world());
            } else {
                showNothing();
            }
        });
    }

    /// On a run that only takes steps, the act is the step.
    private static String unit(View view) {
        return view.counts().acts() == view.counts().steps() ? "step" : "act";
    }

    private void showNothing() {
        shown = Optional.empty();
        sentence.setText(EMPTY);
        root.getChildren().setAll(sentence);
        use(palette);
    }

    private void show(StepEvent event, String why, View.World world) {
        if (shown.filter(last -> last == event).isPresent() && why.equals(this.why.getText())) {
            return;
        }
        boolean first = shown.isEmpty();
        shown = Optional.of(event);
        this.why.setText(why);
        String words = Sentence.of(event, world);
        if (!words.equals(sentence.getText())) {
            sentence.setText(words);
        }
        if (first) {
            use(palette);
        }
        EquationView view = views.get(event.equation());
        if (view == null) {
            build(event.equation());
            return;
        }
        view.show(event, event.changed());
        scroll.setAccessibleText(view.spoken());
        put(view, !why.isEmpty());
        light();
    }

    private void put(EquationView view, boolean explained) {
        if (scroll.getContent() != view) {
            scroll.setContent(view);
        }
        boolean complete = root.getChildren().contains(scroll) && root.getChildren().contains(heading) == explained;
        if (!complete) {
            if (explained) {
                root.getChildren().setAll(heading, sentence, scroll);
            } else {
                root.getChildren().setAll(sentence, scroll);
            }
        }
    }

    /// Makes the view of an equation that was not seen before, and shows what is then to be shown.
    private void build(Equation equation) {
        if (!building.add(equation)) {
            return; // under way, or it could not be made
        }
        double builtFor = zoom;
        typesetter.execute(() -> {
            var view = new EquationView(equation, formulas, palette, builtFor, this::pointed);
            onFx(() -> {
                building.remove(equation);
                if (builtFor != zoom) {
                    redraw();
                    return;
                }
                if (views.size() >= KEPT_VIEWS) {
                    views.clear();
                }
                view.use(palette);
                views.put(equation, view);
                view.eachCell(cell -> Tooltip.install(cell.ground, tooltip));
                shown = Optional.empty();
                redraw();
            });
        });
    }

    private static void onFx(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }

    private void dismiss() {
        dismissed = frame.flatMap(Frame::explanation);
        pointing.pinned().set(Optional.empty());
        redraw();
    }

    // Pointing.

    private void pointed(Cell cell, boolean entered) {
        pointedHere = entered ? Optional.of(cell) : Optional.empty();
        if (entered) {
            tooltip.setText(about(cell));
        }
        pointing.place().set(entered ? cell.place() : Optional.empty());
        light();
    }

    /// Lights up the number pointed at, and those whose entry is pointed at.
    private void light() {
        if (!(scroll.getContent() instanceof EquationView view)) {
            return;
        }
        Optional<Place> place = pointing.place().get();
        view.eachCell(cell -> {
            boolean same = place.isPresent() && cell.place().equals(place);
            boolean inState = pointedHere.isEmpty()
                    && place.filter(p -> p.action() < 0
                                    && cell.place().filter(q -> q.state() == p.state()).isPresent())
                            .isPresent();
            cell.light(same || inState || pointedHere.filter(p -> p == cell).isPresent(), palette);
        });
    }

    /// Name, exact value and origin of a number, for its tooltip.
    String about(Cell cell) {
        String name = Names.component(cell.component);
        String value = cell.there() ? Figures.exact(cell.value()) : "not in this record";
        return name + " = " + value + "\n" + origin(cell);
    }

    private String origin(Cell cell) {
        Optional<View> view = frame.map(Frame::view);
        Optional<String> hyper = view.flatMap(v -> v.parameters().stream()
                .filter(p -> p.spec().name().equals(cell.component))
                .findFirst()
                .map(p -> p.spec().meaning()));
        if (hyper.isPresent()) {
            return hyper.get();
        }
        Optional<String> entry = cell.place().flatMap(p -> view.map(v -> Names.place(p, v.world())));
        if (cell.meaning == Meaning.REWARD) {
            return entry.map(_ -> "paid for the move into "
                            + Names.state(cell.place().get().state(), view.get().world()))
                    .orElse("paid by the world");
        }
        if (cell.component.equals("probability")) {
            return "from the model of the world";
        }
        return entry.map(name -> "from the table: " + name).orElse("worked out in this act");
    }

    // For tests.

    Optional<EquationView> equationView() {
        return scroll.getContent() instanceof EquationView view ? Optional.of(view) : Optional.empty();
    }

    String words() {
        return sentence.getText();
    }

    String heading() {
        return root.getChildren().contains(heading) ? why.getText() : "";
    }

    Button closeButton() {
        return close;
    }
}
