package rewardscope.ui.equation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.FadeTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
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
    private static final double SMALLEST_SCALE = 0.74;
    private static final double SMALLEST_OF_ALL = 0.5;
    private static final double BETWEEN_ROWS = 8;
    private static final double BETWEEN_LINES = 20;
    private static final double INDENT = 32;
    private static final double UNBOUNDED = 1e5;
    /// How much larger than usual the type may be where there is room for it.
    private static final double LARGEST_SCALE = 1.4;
    private static final Duration FADE = Duration.millis(900);

    private final Formulas formulas;
    private final Group page = new Group();
    private final Scale scale = new Scale(1, 1, 0, 0);
    private final List<Box.Row> lines = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final BiConsumer<Cell, Boolean> whenPointed;
    private final double zoom;

    private Palette palette;
    private Optional<Place> changed = Optional.empty();
    private final Rectangle pulse = new Rectangle();
    private final FadeTransition fade = new FadeTransition(FADE, pulse);
    private double room = UNBOUNDED;
    private int focused;
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
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().addListener((_, _, on) -> focus(focused, on));
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
        cell.ground.setOnMousePressed(_ -> {
            focus(focused, false);
            focused = Math.max(0, shownCells().indexOf(cell));
            requestFocus();
            focus(focused, true);
        });
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

    // The keyboard: one stop of the Tab key, the arrows go from term to term.

    private List<Cell> shownCells() {
        return cells.stream()
                .filter(Cell::visible)
                .sorted(Comparator.<Cell>comparingDouble(cell -> cell.number.getY())
                        .thenComparingDouble(cell -> cell.ground.getLayoutX()))
                .toList();
    }

    private void key(KeyEvent event) {
        int last = shownCells().size() - 1;
        int next =
                switch (event.getCode()) {
                    case LEFT, UP -> Math.max(0, focused - 1);
                    case RIGHT, DOWN -> Math.min(last, focused + 1);
                    case HOME -> 0;
                    case END -> last;
                    default -> -1;
                };
        if (next >= 0 && !event.isShortcutDown() && !event.isAltDown()) {
            focus(focused, false);
            focused = next;
            focus(focused, true);
            event.consume();
        }
    }

    private void focus(int index, boolean on) {
        List<Cell> shown = shownCells();
        if (!shown.isEmpty()) {
            Cell cell = shown.get(Math.min(index, shown.size() - 1));
            cell.markFocused(on, palette);
            whenPointed.accept(cell, on);
        }
    }

    private boolean hasFocus() {
        return getScene() != null && getScene().getFocusOwner() == this;
    }

    /// The number that the keyboard is on.
    Optional<Cell> focusedCell() {
        List<Cell> shown = shownCells();
        return hasFocus() && !shown.isEmpty()
                ? Optional.of(shown.get(Math.min(focused, shown.size() - 1)))
                : Optional.empty();
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
        double widest = 1;
        for (Box.Row line : lines) {
            line.measure();
            widest = Math.max(widest, line.width);
        }
        double fit = width / widest;
        double smallest = SMALLEST_SCALE * zoom;
        double byWidth = Math.min(LARGEST_SCALE * zoom, Math.max(fit, smallest));
        double factor = Math.max(Math.min(byWidth, smallest), Math.min(byWidth, room / wholeHeight()));
        double longest = longestPart(width / factor);
        if (longest > width / factor) { // a part without a place to break in
            factor = Math.max(SMALLEST_OF_ALL * zoom, width / longest);
        }
        scale.setX(factor);
        scale.setY(factor);
        double y = 0;
        for (Box.Row line : lines) {
            for (List<Box> part : broken(line, width / factor)) {
                y = place(part, indent(part, line), y);
            }
        }
        neededHeight = Math.ceil(Math.max(0, y - BETWEEN_LINES) * factor);
    }

    /// The height at scale 1 with every line unbroken.
    private double wholeHeight() {
        double y = 0;
        for (Box.Row line : lines) {
            y = place(line.boxes, 0, y);
        }
        return Math.max(1, y - BETWEEN_LINES);
    }

    private static double indent(List<Box> part, Box.Row line) {
        return part.getFirst() == line.boxes.getFirst() ? 0 : INDENT;
    }

    private double longestPart(double width) {
        double longest = 0;
        for (Box.Row line : lines) {
            for (List<Box> part : broken(line, width)) {
                double sum = indent(part, line);
                for (Box box : part) {
                    sum += box.width;
                }
                longest = Math.max(longest, sum);
            }
        }
        return longest;
    }

    private double place(List<Box> boxes, double x, double y) {
        var row = new Box.Row(boxes);
        row.measure();
        double symbols = y + row.symbolAscent;
        double numbers = symbols + row.symbolDepth + BETWEEN_ROWS + row.numberAscent;
        row.placeSymbols(x, symbols);
        row.placeNumbers(x, numbers, 0);
        double drop = 0;
        double bottom = 0;
        for (Box box : boxes) {
            drop += box.drop(0);
            bottom = Math.max(bottom, drop + box.numberDepth);
        }
        return numbers + bottom + BETWEEN_LINES;
    }

    /// Breaks a line before operators, wherever the next operator would stand beyond the edge.
    private static List<List<Box>> broken(Box.Row line, double width) {
        if (line.width <= width) {
            return List.of(line.boxes);
        }
        var result = new ArrayList<List<Box>>();
        var current = new ArrayList<Box>();
        double x = 0;
        List<Box> boxes = line.boxes;
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            boolean mayBreak = box instanceof Leaves.Ink ink && ink.breakable() || box instanceof ListBox;
            if (mayBreak && !current.isEmpty() && x + widthToNextBreak(boxes, i) > width) {
                result.add(current);
                current = new ArrayList<>();
                x = INDENT;
            }
            current.add(box);
            x += box.width;
        }
        result.add(current);
        return result;
    }

    private static double widthToNextBreak(List<Box> boxes, int from) {
        double width = boxes.get(from).width;
        for (int i = from + 1; i < boxes.size(); i++) {
            if (boxes.get(i) instanceof Leaves.Ink ink && ink.breakable() || boxes.get(i) instanceof ListBox) {
                break;
            }
            width += boxes.get(i).width;
        }
        return width;
    }
}
