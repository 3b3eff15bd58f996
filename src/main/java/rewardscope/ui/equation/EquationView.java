package rewardscope.ui.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.FadeTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.util.Duration;
import rewardscope.agent.Components;
import rewardscope.agent.Equation;
import rewardscope.agent.StepEvent;
import rewardscope.agent.StepEvent.Place;
import rewardscope.ui.equation.EquationReader.Part;
import rewardscope.ui.formula.FormulaNode;
import rewardscope.ui.formula.Formulas;
import rewardscope.ui.theme.Palette;

/// One equation in the scene: every term a column, its symbol above, this act's number below. Made once for an
/// equation; [#show] only changes numbers. Lines that are too long first shrink a little, then break before operators.
final class EquationView extends Region implements Leaves.Workshop {
    /// The size of the symbols' type; the numbers' in shares of it.
    static final double SIZE = 28;

    static final double NUMBERS = 0.82;
    private static final double UNBOUNDED = 1e5;
    private static final Duration FADE = Duration.millis(900);

    private final Formulas formulas;
    private final Group page = new Group();
    private final Scale scale = new Scale(1, 1, 0, 0);
    private final List<Box.Row> lines = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final BiConsumer<Cell, Boolean> whenPointed;
    private final double zoom;
    private final Arrangement arrangement;
    private final TermWalk walk;

    private Palette palette;
    private Optional<Place> changed = Optional.empty();
    private final Rectangle pulse = new Rectangle();
    private final FadeTransition fade = new FadeTransition(FADE, pulse);
    private double room = UNBOUNDED;
    private double measuredFor = -1;
    private double neededHeight;
    private boolean stale = true;
    private Optional<Cell> lastWritten = Optional.empty();
    private Optional<StepEvent> shown = Optional.empty();

    /// @param tdError a line to be added below
    /// @param zoom 1, or more for a presentation
    /// @param whenPointed told when the pointer enters (true) and leaves (false) a term's number
    EquationView(
            Equation equation,
            Optional<TdErrorLine> tdError,
            Formulas formulas,
            Palette palette,
            double zoom,
            BiConsumer<Cell, Boolean> whenPointed) {
        this.formulas = formulas;
        this.palette = palette;
        this.zoom = zoom;
        this.whenPointed = whenPointed;
        page.setManaged(false);
        page.getTransforms().add(scale);
        getChildren().add(page);
        for (List<Part> line : EquationReader.read(equation)) {
            if (!line.isEmpty()) {
                lines.add(row(line, SIZE));
            }
        }
        tdError.ifPresent(line -> lines.add(line.row(this, SIZE)));
        arrangement = new Arrangement(lines, zoom);
        walk = new TermWalk(this, () -> this.palette, whenPointed);
        pulse.setManaged(false);
        pulse.setMouseTransparent(true);
        pulse.setOpacity(0);
        pulse.setArcWidth(12);
        pulse.setArcHeight(12);
        page.getChildren().addFirst(pulse);
        fade.setFromValue(0.75);
        fade.setToValue(0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        use(palette);
    }

    // The workshop: nodes for boxes.

    @Override
    public FormulaNode formula(String latex, double size) {
        var node = new FormulaNode(formulas.layOut(latex, Formulas.Style.DISPLAY), size);
        node.setManaged(false);
        node.setMouseTransparent(true);
        page.getChildren().add(node);
        return node;
    }

    @Override
    public void add(Node node) {
        page.getChildren().add(node);
    }

    @Override
    public Cell cell(String component, double size) {
        var cell = new Cell(component, Meaning.of(component), size);
        page.getChildren().addFirst(cell.ground);
        page.getChildren().addAll(cell.bar, cell.number);
        cell.ground.setOnMouseEntered(_ -> whenPointed.accept(cell, true));
        cell.ground.setOnMouseExited(_ -> whenPointed.accept(cell, false));
        cell.ground.setOnMousePressed(_ -> walk.goTo(cell));
        if (palette != null) {
            cell.paint(palette);
        }
        cells.add(cell);
        return cell;
    }

    private Box.Row row(List<Part> parts, double size) {
        return new RowBuilder(this, size, this::opened).row(parts);
    }

    private void opened() {
        shown.ifPresent(event -> {
            stale = true;
            show(event, changed);
        });
    }

    // Showing an act.

    /// Puts the numbers of an act under the symbols.
    ///
    /// @param written the entry that the act wrote, to be marked
    void show(StepEvent event, Optional<Place> written) {
        shown = Optional.of(event);
        changed = written;
        var source = new Box.Source(Components.of((Record) event), event::place);
        boolean grown = stale;
        for (Box.Row line : lines) {
            grown |= line.fill(0, source);
        }
        markChanged();
        if (grown) {
            stale = false;
            measuredFor = -1;
            requestLayout();
        }
    }

    /// Marks what the act wrote, where the last line that begins with it begins.
    private void markChanged() {
        Optional<Cell> written = Optional.empty();
        for (Box.Row line : lines) {
            Optional<Cell> first = line.firstCell();
            if (changed.isPresent() && first.filter(cell -> cell.place().equals(changed)).isPresent()) {
                written = first;
            }
        }
        if (!written.equals(lastWritten)) {
            lastWritten.ifPresent(cell -> cell.markChanged(false, palette));
            written.ifPresent(cell -> cell.markChanged(true, palette));
            lastWritten = written;
        }
    }

    /// Lets the number that the act wrote flash and fade.
    void pulse() {
        lastWritten.ifPresent(cell -> {
            if (measuredFor < 0) {
                arrange(getWidth());
            }
            pulse.setX(cell.ground.getLayoutX());
            pulse.setY(cell.ground.getLayoutY());
            pulse.setWidth(cell.ground.getWidth());
            pulse.setHeight(cell.ground.getHeight());
            pulse.setFill(cell.meaning.mark(palette));
            fade.playFromStart();
        });
    }

    /// The number that the keyboard is on.
    Optional<Cell> focusedCell() {
        return walk.focusedCell();
    }

    /// All numbers by name, for a screen reader.
    String spoken() {
        var words = new StringBuilder();
        for (Cell cell : cells) {
            if (cell.number.isVisible()) {
                words.append(words.isEmpty() ? "" : ", ")
                        .append(Names.component(cell.component))
                        .append(' ')
                        .append(cell.number.getText());
            }
        }
        return words.toString();
    }

    List<Cell> cells() {
        return List.copyOf(cells);
    }

    void eachCell(Consumer<Cell> visitor) {
        cells.forEach(visitor);
    }

    void use(Palette other) {
        palette = other;
        lines.forEach(line -> line.use(other));
        cells.forEach(cell -> cell.paint(other));
    }

    // Layout.

    @Override
    protected double computePrefWidth(double height) {
        return lines.stream().mapToDouble(line -> line.width).max().orElse(0) * zoom;
    }

    @Override
    protected double computePrefHeight(double width) {
        arrange(width >= 0 ? width : getWidth() > 0 ? getWidth() : UNBOUNDED);
        return neededHeight;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        arrange(getWidth());
    }

    /// Says how high the equation may become: where there is room its type grows, where there is not it shrinks.
    void setRoom(double height) {
        double rounded = Math.floor(height);
        if (rounded != room && rounded > 0) {
            room = rounded;
            measuredFor = -1;
            requestLayout();
        }
    }

    private void arrange(double width) {
        if (width == measuredFor || width <= 0) {
            return;
        }
        measuredFor = width;
        var fitted = arrangement.fit(width, room);
        scale.setX(fitted.factor());
        scale.setY(fitted.factor());
        neededHeight = fitted.height();
    }
}
