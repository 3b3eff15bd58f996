package rewardscope.ui.stage;

import java.util.Arrays;
import javafx.scene.paint.Color;
import rewardscope.ui.theme.Palette;

/// The values of a state's actions as wedges of its cell: four triangles, or eight sectors and a middle for staying.
final class Wedges {
    private static final double NEAR = (1 - Stencil.SLOPE) / 2;

    /// Width of a cell below which its numbers have two significant digits.
    private static final double ROOM_FOR_THREE_DIGITS = 116;

    private Wedges() {}

    /// Whether actions lead several ways, so that there is something to tell apart.
    static boolean needed(int[] available, Direction[] directions) {
        int pointing = 0;
        for (int a : available) {
            pointing += directions[a].stays() ? 0 : 1;
        }
        return pointing > 1;
    }

    /// Begins a drawing of cells of this size.
    static void begin(
            WedgeTiles tiles, Brush brush, double width, int states, int[] available, Direction[] directions) {
        if (!brush.onScreen()) {
            return;
        }
        boolean middle = false;
        for (int a : available) {
            middle |= directions[a].stays();
        }
        double line = width >= 24 ? brush.density() : 0;
        int pixels = Math.max(1, (int) Math.round(width * brush.density()));
        tiles.begin(states, pixels, four(available, directions), middle, line);
    }

    static void paint(
            WedgeTiles tiles,
            Brush brush,
            int state,
            Box box,
            double[] row,
            int[] available,
            Direction[] directions,
            ValueScale scale,
            Palette palette) {
        double c = box.width();
        boolean four = four(available, directions);
        int best = Values.best(row);
        var colors = new Color[9];
        Arrays.fill(colors, palette.hairline());
        for (int a : available) {
            colors[Stencil.index(directions[a].dx(), directions[a].dy())] = scale.color(row[a]);
        }
        if (brush.onScreen()) {
            tiles.paint(brush, state, box, colors, palette.hairline());
        } else {
            shapes(brush, box, available, directions, colors, palette.hairline());
        }
        double size = size(c, four);
        boolean brief = c < ROOM_FOR_THREE_DIGITS;
        for (int a : available) {
            Direction direction = directions[a];
            boolean greedy = row[a] == row[best] && differ(row, available);
            Color ink = ValueScale.inkOn(colors[Stencil.index(direction.dx(), direction.dy())]);
            double reach = direction.stays() ? 0 : four ? (direction.dx() != 0 ? 0.235 : 0.335) : 0.37;
            double x = box.centerX() + reach * c * direction.dx();
            double y = box.centerY() + reach * c * direction.dy();
            if (size >= Brush.SMALLEST_TEXT) {
                double room = four ? (direction.dx() != 0 ? 0.33 : 0.42) * c : 0.27 * c; // clear of the heads
                String text = brief ? Numbers.briefer(row[a]) : Numbers.brief(row[a]);
                brush.number(text, x, y, size, room, greedy, ink);
            }
            if (greedy && !direction.stays() && c >= 14) {
                double tip = 0.475 * c;
                double head = size >= Brush.SMALLEST_TEXT ? c * 0.055 : c * 0.16;
                double tx = box.centerX() + tip * direction.dx();
                double ty = box.centerY() + tip * direction.dy();
                brush.head(tx, ty, direction.dx(), direction.dy(), head, ink);
            }
        }
    }

    /// The same as the tiles, for a drawing of vectors.
    private static void shapes(
            Brush brush, Box box, int[] available, Direction[] directions, Color[] colors, Color line) {
        boolean four = four(available, directions);
        brush.fill(box, line);
        for (boolean middle : new boolean[] {false, true}) {
            for (int a : available) {
                Color color = colors[Stencil.index(directions[a].dx(), directions[a].dy())];
                if (directions[a].stays() && middle) {
                    brush.disc(box.centerX(), box.centerY(), Stencil.MIDDLE * box.width(), color);
                } else if (!directions[a].stays() && !middle) {
                    brush.polygon(color, shape(box, directions[a], four));
                }
                if (directions[a].stays() == middle) {
                    outline(brush, box, directions[a], 0.75, line);
                }
            }
        }
    }

    private static double size(double cell, boolean four) {
        return four ? cell * (cell < ROOM_FOR_THREE_DIGITS ? 0.132 : 0.11) : cell * 0.085;
    }

    /// Whether a cell has four wedges with a number in each, so that only its corners are free.
    static boolean numbered(double cell, int[] available, Direction[] directions) {
        boolean four = four(available, directions);
        return four && size(cell, true) >= Brush.SMALLEST_TEXT;
    }

    private static boolean differ(double[] row, int[] available) {
        for (int a : available) {
            if (row[a] != row[available[0]]) {
                return true;
            }
        }
        return false;
    }

    private static boolean four(int[] available, Direction[] directions) {
        for (int a : available) {
            if (!directions[a].straight()) {
                return false;
            }
        }
        return true;
    }

    /// The corners of a wedge.
    private static double[] shape(Box b, Direction d, boolean four) {
        double cx = b.centerX();
        double cy = b.centerY();
        double near = four ? 0 : NEAR;
        double far = 1 - near;
        if (d.dx() == 0) {
            double y = d.dy() < 0 ? b.y() : b.bottom();
            return new double[] {cx, cy, b.atX(near), y, b.atX(far), y};
        }
        if (d.dy() == 0) {
            double x = d.dx() < 0 ? b.x() : b.right();
            return new double[] {cx, cy, x, b.atY(near), x, b.atY(far)};
        }
        double x = d.dx() < 0 ? b.x() : b.right();
        double y = d.dy() < 0 ? b.y() : b.bottom();
        return new double[] {cx, cy, d.dx() < 0 ? b.atX(near) : b.atX(far), y, x, y, x, d.dy() < 0 ? b.atY(near) : b.atY(far)};
    }

    static void outline(Brush brush, Box box, Direction direction, double width, Color color) {
        if (direction.stays()) {
            brush.ring(box.centerX(), box.centerY(), Stencil.MIDDLE * box.width(), width, color);
            return;
        }
        double[] xy = shape(box, direction, true);
        if (!direction.straight()) {
            xy = shape(box, direction, false);
        }
        for (int i = 0; i < xy.length; i += 2) {
            int j = (i + 2) % xy.length;
            brush.line(xy[i], xy[i + 1], xy[j], xy[j + 1], width, color);
        }
    }

    /// The action whose wedge a point lies in.
    static int at(Box box, Direction[] directions, int[] available, double x, double y) {
        double px = x - box.centerX();
        double py = y - box.centerY();
        boolean middle = Math.hypot(px, py) < Stencil.MIDDLE * box.width();
        int best = available[0];
        double most = Double.NEGATIVE_INFINITY;
        for (int a : available) {
            Direction d = directions[a];
            double along = d.stays() ? (middle ? 1e9 : -1e9) : d.ux() * px + d.uy() * py;
            if (along > most) {
                most = along;
                best = a;
            }
        }
        return best;
    }
}
