package rewardscope.ui.equation;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import rewardscope.agent.Components;
import rewardscope.agent.Equation;
import rewardscope.agent.StepEvent;
import rewardscope.agent.StepEvent.Place;
import rewardscope.sim.Command;
import rewardscope.sim.Explanation;
import rewardscope.sim.Frame;
import rewardscope.sim.View;
import rewardscope.ui.Pane;
import rewardscope.ui.Pointing;
import rewardscope.ui.Scrolls;
import rewardscope.ui.formula.Formulas;
import rewardscope.ui.theme.Palette;

/// The equation of the last act, its symbols over its numbers, under a sentence that says what happened; or, when
/// someone asked why an entry has its value, the act that changed it last.
///
/// Pointing at a number lights up its entry everywhere, and an entry pointed at elsewhere lights up its numbers here.
public final class EquationPane implements Pane {
    private static final String EMPTY = "Press step (→) to see the first update with its numbers. "
            + "Each term will stand over the value that it had.";
    private static final double FASTEST_PULSED = 4;

    private final Formulas formulas;
    private final Pointing pointing;
    private final VBox root = new VBox(10);
    private final HBox heading = new HBox(8);
    private final Label why = new Label();
    private final Button close = new Button("", new FontIcon(Material2AL.CLOSE));
    private final Label sentence = new Label(EMPTY);
    private final ScrollPane scroll = new ScrollPane();
    private final Tooltip tooltip = new Tooltip();
    private final EquationShelf shelf;

    private Palette palette = Palette.LIGHT;
    private double zoom = 1;
    private Optional<Frame> frame = Optional.empty();
    private Optional<Cell> pointedHere = Optional.empty();
    private Optional<StepEvent> shown = Optional.empty();
    private final Why explaining;
    private boolean reducedMotion;
    private Consumer<Equation.Term> asked = _ -> {};

    /// @param commands takes the question why an entry has its value
    public EquationPane(Formulas formulas, Pointing pointing, Consumer<Command> commands) {
        this(formulas, pointing, commands, work -> Thread.ofVirtual().name("typesetter").start(work));
    }

    /// @param typesetter where equations are laid out the first time they are seen: away from the JavaFX thread
    public EquationPane(Formulas formulas, Pointing pointing, Consumer<Command> commands, Executor typesetter) {
        this.formulas = formulas;
        this.pointing = pointing;
        shelf = new EquationShelf(typesetter, this::made, this::welcome, this::showAgain);
        root.getStyleClass().add("equation-pane");
        root.setPadding(new Insets(8, 8, 4, 8));
        root.setMinHeight(0);
        close.getStyleClass().addAll("button-icon", "flat");
        close.setTooltip(new Tooltip("Back to the last act"));
        close.setAccessibleText("Back to the last act");
        explaining = new Why(pointing, commands, this::redraw);
        close.setOnAction(_ -> explaining.dismiss());
        why.setWrapText(true);
        heading.getChildren().addAll(why, close);
        heading.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setStyle("-fx-background-color: transparent; -fx-background: transparent; -fx-padding: 0");
        scroll.setFocusTraversable(false);
        Scrolls.paintOnlyWhatChanges(scroll);
        scroll.viewportBoundsProperty()
                .addListener((_, _, _) -> equationView().ifPresent(view -> view.setRoom(roomFor())));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().setAll(sentence);
        tooltip.setShowDelay(javafx.util.Duration.millis(250));
        tooltip.setStyle("-fx-font-size: 14px");
        pointing.place().addListener((_, _, _) -> light());
        use(palette);
    }

    @Override
    public Node node() {
        return root;
    }

    /// Whether no equation is waiting to be laid out.
    public boolean isTypeset() {
        return shelf.isTypeset();
    }

    /// Shows everything larger, for a presentation.
    public void setZoom(double zoom) {
        if (zoom != this.zoom) {
            this.zoom = zoom;
            shelf.zoom(zoom);
            use(palette);
            showAgain();
        }
    }

    @Override
    public int mostPerSecond() {
        return 10;
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
        shelf.views().forEach(view -> view.use(palette));
    }

    @Override
    public void show(Frame frame) {
        this.frame = Optional.of(frame);
        explaining.show(frame);
        redraw();
    }

    private void redraw() {
        frame.ifPresent(now -> {
            View view = now.view();
            Optional<Explanation> answer = explaining.answer();
            String heading = answer.map(e -> Why.words(e, view)).orElse("");
            Optional<StepEvent> event =
                    switch (answer.orElse(null)) {
                        case null -> view.event();
                        case Explanation.Changed changed -> Optional.of(changed.event());
                        default -> Optional.empty();
                    };
            if (event.isPresent()) {
                show(event.get(), heading, view.world());
            } else {
                showWords(heading);
            }
        });
    }

    /// An answer without an equation, or what to do to get one.
    private void showWords(String answer) {
        shown = Optional.empty();
        why.setText(answer);
        sentence.setText(EMPTY);
        root.getChildren().setAll(answer.isEmpty() ? sentence : heading);
        use(palette);
    }

    /// Whether numbers may flash.
    public void setReducedMotion(boolean reduced) {
        reducedMotion = reduced;
    }

    /// A run that is as fast as this would only flicker.
    private boolean slow(Frame now) {
        return !(now.status() instanceof Frame.Status.Running) || now.speed().actsPerSecond() <= FASTEST_PULSED;
    }

    /// Whether the act wrote another number than was there.
    private static boolean changed(StepEvent event) {
        var values = Components.of((Record) event);
        Object before = values.getOrDefault("qOld", values.get("vOld"));
        Object after = values.getOrDefault("qNew", values.get("vNew"));
        return before == null || !before.equals(after);
    }

    private double roomFor() {
        return scroll.getViewportBounds().getHeight();
    }

    private void show(StepEvent event, String why, View.World world) {
        if (shown.filter(last -> last == event).isPresent() && why.equals(this.why.getText())) {
            return;
        }
        boolean first = shown.isEmpty();
        boolean other = shown.filter(event::equals).isEmpty();
        shown = Optional.of(event);
        this.why.setText(why);
        String words = Sentence.of(event, world);
        if (!words.equals(sentence.getText())) {
            sentence.setText(words);
        }
        if (first) {
            use(palette);
        }
        Optional<EquationView> there = shelf.view(event);
        if (there.isEmpty()) {
            return; // it is shown as soon as it has been laid out
        }
        EquationView view = there.get();
        view.show(event, event.changed());
        view.setAccessibleText(view.spoken());
        put(view, !why.isEmpty());
        view.setRoom(roomFor());
        if (!reducedMotion && !first && other && why.isEmpty() && changed(event) && frame.filter(this::slow).isPresent()) {
            view.pulse();
        }
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

    private EquationView made(StepEvent event, double atZoom) {
        return new EquationView(event.equation(), TdErrorLine.of(event), formulas, palette, atZoom, this::pointed);
    }

    private void welcome(Equation equation, EquationView view) {
        view.use(palette);
        view.eachCell(cell -> {
            Tooltip.install(cell.ground, tooltip);
            cell.ground.setOnMouseClicked(_ -> ask(equation, cell));
        });
        view.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                view.focusedCell().ifPresent(cell -> ask(equation, cell));
            }
        });
    }

    private void showAgain() {
        shown = Optional.empty();
        redraw();
    }

    /// Tells who wants to know that the meaning of a term was asked for, by a click or by Enter.
    ///
    /// @param asked takes the term: its component and its symbol
    public void whenAsked(Consumer<Equation.Term> asked) {
        this.asked = asked;
    }

    private void ask(Equation equation, Cell cell) {
        equation.terms().stream()
                .filter(term -> term.component().equals(cell.component))
                .findFirst()
                .ifPresent(asked);
    }

    // Pointing.

    private void pointed(Cell cell, boolean entered) {
        pointedHere = entered ? Optional.of(cell) : Optional.empty();
        if (entered) {
            tooltip.setText(about(cell));
        }
        pointing.place().set(entered ? cell.place() : Optional.empty());
        light();
        byKeyboard(cell, entered);
    }

    /// What the pointer would be told, for whoever goes through the terms by the arrow keys.
    private void byKeyboard(Cell cell, boolean entered) {
        boolean focused = equationView().flatMap(EquationView::focusedCell).filter(cell::equals).isPresent();
        if (entered && focused) {
            cell.ground.setAccessibleText(tooltip.getText());
            var below = cell.ground.localToScreen(0, cell.ground.getHeight() + 6);
            if (below != null && !cell.ground.isHover()) {
                tooltip.show(cell.ground, below.getX(), below.getY());
            }
        } else if (!entered) {
            tooltip.hide();
        }
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
        return Origin.words(cell, frame.map(Frame::view));
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
