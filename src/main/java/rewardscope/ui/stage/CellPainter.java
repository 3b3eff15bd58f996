package rewardscope.ui.stage;

import java.util.Optional;
import javafx.scene.paint.Color;
import rewardscope.env.FiniteMdp;
import rewardscope.env.Layout;
import rewardscope.ui.theme.Palette;

/// What one cell of a grid shows, by layer.
final class CellPainter {
    /// The fewest characters that a number is given room for, so that sizes stay put while numbers grow.
    private static final int CHARACTERS = 6;

    /// How much of its colour a value keeps where it is not what is looked at.
    private static final double FAINT = 0.55;

    private final Brush brush;
    private final Picture picture;
    private final Palette palette;
    private final FiniteMdp model;
    private final Direction[] directions;
    private final Optional<double[][]> q;
    private final Optional<double[][]> policy;
    private final ValueScale scale;
    private final double largestTrace;

    private final WedgeTiles tiles;

    /// @param tiles kept from drawing to drawing
    CellPainter(Brush brush, Picture picture, FiniteMdp model, Direction[] directions, WedgeTiles tiles) {
        this.tiles = tiles;
        this.brush = brush;
        this.picture = picture;
        this.model = model;
        this.directions = directions;
        palette = picture.palette();
        q = picture.view().learned().q();
        policy = picture.view().learned().policy();
        scale = scale(picture, model.states());
        largestTrace = picture.view().learned().traces().map(Values::largest).orElse(0.0);
    }

    /// The colours of what a picture shows.
    static ValueScale scale(Picture picture, int states) {
        var learned = picture.view().learned();
        return picture.layer() == Layer.ACTION_VALUES && learned.q().isPresent()
                ? ValueScale.of(picture.palette(), learned.q().get())
                : ValueScale.of(picture.palette(), Values.all(learned, states));
    }

    /// Whether a state's actions are drawn as wedges.
    static boolean wedges(Picture picture, FiniteMdp model, Direction[] directions, int s, double cell) {
        if (picture.layer() != Layer.ACTION_VALUES || picture.view().learned().q().isEmpty() || cell < 10) {
            return false;
        }
        return Wedges.needed(model.availableActions(s), directions);
    }

    /// Where the agent stands in a cell: beside the number where there is one, in a corner where there are four.
    static Box agentBox(Box cell, Picture picture, FiniteMdp model, Direction[] directions, int s) {
        boolean beside = picture.layer() == Layer.VALUES || picture.layer() == Layer.TRACES;
        double c = cell.width();
        if (model.terminal(s)) {
            double small = Math.max(6, 0.24 * c);
            return new Box(cell.centerX() - small / 2, cell.atY(0.82) - small / 2, small, small);
        }
        if (wedges(picture, model, directions, s, c) && Wedges.numbered(c, model.availableActions(s), directions)) {
            double small = 0.23 * c;
            return new Box(cell.atX(0.85) - small / 2, cell.atY(0.85) - small / 2, small, small);
        }
        double size = Math.max(6, (beside ? 0.3 : picture.layer() == Layer.ACTION_VALUES ? 0.3 : 0.42) * c);
        double x = beside && c >= 24 ? cell.atX(0.5) : cell.centerX();
        double y = beside && c >= 24 ? cell.atY(0.77) : cell.centerY();
        return new Box(x - size / 2, y - size / 2, size, size);
    }

    void paint(int s, Layout.Cell cell, Box box) {
        boolean end = model.terminal(s);
        if (end) {
            endCell(s, cell, box);
            return;
        }
        switch (picture.layer()) {
            case VALUES -> values(s, box);
            case ACTION_VALUES -> actionValues(s, box);
            case POLICY -> {
                brush.fill(box, faint(picture.value(s)));
                policy.ifPresent(table -> Arrows.policy(brush, box, table[s], directions, palette));
            }
            case TRAIL -> brush.fill(box, palette.paper());
            case TRACES -> traces(s, box);
        }
        marks(s, cell, box);
    }

    /// A grid of cells too small for anything but a colour; those that pay something, or end, are marked.
    void paintAll(Mosaic mosaic, Layout.Grid grid, GridGeometry geometry) {
        var values = new double[model.states()];
        for (int s = 0; s < values.length; s++) {
            values[s] = switch (picture.layer()) {
                case TRAIL -> Double.NaN;
                case ACTION_VALUES -> q.isPresent() ? largest(q.get()[s]) : Double.NaN;
                case VALUES, POLICY, TRACES -> picture.value(s);
            };
        }
        boolean faint = picture.layer() == Layer.POLICY || picture.layer() == Layer.TRACES;
        mosaic.paint(brush, geometry, grid, values, scale, faint ? FAINT : 1);
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                int s = grid.stateAt()[row][column];
                Layout.Cell cell = grid.cells().get(row).get(column);
                if (s < 0) {
                    continue;
                }
                if (model.terminal(s) || cell.terminal() || cell.reward() != 0 || cell.start()) {
                    paint(s, cell, geometry.cellAt(row, column));
                } else if (picture.layer() == Layer.TRACES) {
                    trace(s, geometry.cellAt(row, column));
                }
            }
        }
    }

    private static double largest(double[] row) {
        int best = Values.best(row);
        return best < 0 ? Double.NaN : row[best];
    }

    private void values(int s, Box box) {
        double value = picture.value(s);
        Color background = scale.color(value);
        brush.fill(box, background);
        if (Double.isNaN(value)) {
            return;
        }
        Color ink = ValueScale.inkOn(background);
        policy.ifPresent(table -> Arrows.edges(brush, box, table[s], directions, ink));
        number(value, box, ink);
        sign(value, box);
    }

    private void actionValues(int s, Box box) {
        if (q.isEmpty()) {
            brush.fill(box, palette.paper());
            return;
        }
        double[] row = q.get()[s];
        int best = Values.best(row);
        if (!wedges(picture, model, directions, s, box.width())) {
            double value = best < 0 ? Double.NaN : row[best];
            Color background = scale.color(value);
            brush.fill(box, background);
            if (best >= 0) {
                Color ink = ValueScale.inkOn(background);
                number(value, box, ink);
            }
            return;
        }
        Wedges.paint(tiles, brush, s, box, row, model.availableActions(s), directions, scale, palette);
    }

    private void traces(int s, Box box) {
        brush.fill(box, faint(picture.value(s)));
        trace(s, box);
    }

    private void trace(int s, Box box) {
        double trace = picture.view().learned().traces().map(t -> t[s]).orElse(0.0);
        if (trace > 1e-4 && largestTrace > 0) {
            double radius = 0.44 * box.width() * Math.sqrt(Math.min(1, trace / Math.max(1, largestTrace)));
            brush.ring(box.centerX(), box.centerY(), radius, Math.clamp(box.width() * 0.05, 1.5, 5), palette.tdError());
            number(trace, box, palette.ink());
        }
    }

    /// A cell after which nothing comes: what it pays, as large as fits.
    private void endCell(int s, Layout.Cell cell, Box box) {
        brush.fill(box, palette.desk());
        double c = box.width();
        Color color = tone(cell.reward());
        brush.frame(box.inset(Math.max(2, c * 0.06)), Math.clamp(c * 0.03, 1, 4), color);
        if (cell.reward() != 0) {
            String text = Numbers.signed(cell.reward());
            double size = Math.min(c * 0.34, c * 0.74 / (Brush.DIGIT * text.length()));
            if (size >= Brush.SMALLEST_TEXT) {
                brush.number(text, box.centerX(), box.atY(0.5), size, true, palette.ink());
                Marks.signOf(brush, cell.reward(), box.centerX(), box.atY(0.22), Math.max(6, c * 0.14), color);
            } else {
                Marks.signOf(brush, cell.reward(), box.centerX(), box.centerY(), c * 0.5, color);
            }
        } else if (c >= 34) {
            brush.word("end", box.centerX(), box.centerY(), Math.min(22, c * 0.24), false, palette.faintInk());
        }
    }

    private void marks(int s, Layout.Cell cell, Box box) {
        double c = box.width();
        if (cell.terminal()) {
            brush.frame(box.inset(Math.max(1.5, c * 0.04)), Math.clamp(c * 0.03, 1, 4), tone(cell.reward()));
        }
        if (cell.reward() != 0) {
            Marks.reward(brush, cell.reward(), box, palette);
        }
        boolean start = cell.start();
        if (start && c >= 30) {
            boolean room = c >= 64 && !wedges(picture, model, directions, s, c);
            Marks.start(brush, box, room, ValueScale.inkOn(background(s)));
        }
    }

    private Color background(int s) {
        return switch (picture.layer()) {
            case VALUES -> scale.color(picture.value(s));
            case ACTION_VALUES -> scale.color(picture.value(s));
            default -> faint(picture.value(s));
        };
    }

    private Color tone(double reward) {
        return reward > 0 ? palette.reward() : reward < 0 ? palette.punishment() : palette.faintInk();
    }

    private Color faint(double value) {
        return palette.paper().interpolate(scale.color(value), FAINT);
    }

    private void sign(double value, Box box) {
        if (value != 0 && box.width() >= 44) {
            double size = Math.clamp(box.width() * 0.09, 6, 14);
            Color color = value > 0 ? palette.positive() : palette.negative();
            double x = box.right() - 0.12 * box.width();
            Marks.signOf(brush, value, x, box.atY(0.12), size, color);
        }
    }

    /// In the middle of a cell, between the arrows at its edges where there are any.
    private void number(double value, Box box, Color ink) {
        boolean arrows = picture.layer() == Layer.VALUES && policy.isPresent();
        double room = box.width() * (arrows ? 0.62 : 0.8);
        double size = fit(room, box.height() * 0.4);
        if (size >= Brush.SMALLEST_TEXT) {
            brush.number(Numbers.brief(value), box.centerX(), box.centerY(), size, room, false, ink);
        }
    }

    /// The size at which a number of the usual length fits.
    static double fit(double width, double height) {
        return Math.min(height, width / (Brush.DIGIT * CHARACTERS));
    }
}
