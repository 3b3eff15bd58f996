package rewardscope.ui.stage;

import java.util.function.IntFunction;
import javafx.scene.paint.Color;
import rewardscope.ui.theme.Palette;

/// Policies as arrows, and the arrow of a backup.
final class Arrows {
    private static final double FAINTEST = 0.08;

    private Arrows() {}

    /// Large arrows from the middle, one an action: longer and darker the likelier.
    static void policy(Brush brush, Box box, double[] row, Direction[] directions, Palette palette) {
        double c = box.width();
        double largest = Values.largest(row);
        for (int a = 0; a < row.length; a++) {
            double share = largest == 0 ? 0 : row[a] / largest;
            if (share < FAINTEST) {
                continue;
            }
            brush.alpha(0.3 + 0.7 * share);
            Direction d = directions[a];
            double width = Math.clamp(c * 0.05 * (0.5 + 0.5 * share), 1, 7);
            if (d.stays()) {
                brush.ring(box.centerX(), box.centerY(), c * 0.09, width, palette.ink());
            } else {
                double reach = c * 0.42 * (0.4 + 0.6 * share);
                double inner = c * 0.06;
                brush.arrow(
                        box.centerX() + inner * d.ux(),
                        box.centerY() + inner * d.uy(),
                        box.centerX() + reach * d.ux(),
                        box.centerY() + reach * d.uy(),
                        width,
                        palette.ink());
            }
        }
        brush.alpha(1);
    }

    /// Small heads at the edges of a cell, leaving the middle to its number.
    static void edges(Brush brush, Box box, double[] row, Direction[] directions, Color ink) {
        double c = box.width();
        if (c < 12) {
            return;
        }
        double largest = Values.largest(row);
        boolean noNumber = CellPainter.fit(c * 0.8, c * 0.4) < Brush.SMALLEST_TEXT;
        double size = noNumber ? c * 0.3 : Math.clamp(c * 0.1, 5, 16);
        for (int a = 0; a < row.length; a++) {
            double share = largest == 0 ? 0 : row[a] / largest;
            Direction d = directions[a];
            if (share < FAINTEST || d.stays()) {
                continue;
            }
            brush.alpha(0.15 + 0.85 * share);
            double tip = c * 0.46;
            double x = box.centerX() + tip * d.dx();
            double y = box.centerY() + tip * d.dy();
            brush.head(x, y, d.dx(), d.dy(), size, ink);
        }
        brush.alpha(1);
    }

    /// From each next state to the one whose number was written.
    static void backup(Brush brush, Picture picture, IntFunction<double[]> center, double cell) {
        double share = picture.motion().backup();
        if (share <= 0 || picture.event().isEmpty()) {
            return;
        }
        var arrows = Backup.of(picture.event().get());
        for (Backup each : arrows) {
            double[] from = center.apply(each.from());
            double[] to = center.apply(each.to());
            brush.alpha(0.35 + 0.6 * Math.sqrt(each.weight()));
            double width = Math.clamp(cell * 0.035, 2, 5) * (0.5 + 0.5 * Math.sqrt(each.weight()));
            curve(brush, from, to, cell, share, width, picture.palette().tdError());
        }
        brush.alpha(1);
    }

    /// A bow from one point to another, kept off the middles so that numbers stay free.
    static void curve(
            Brush brush, double[] from, double[] to, double cell, double share, double width, Color color) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double length = Math.hypot(dx, dy);
        if (length < 1) {
            return;
        }
        double bend = 0.34 * cell;
        double nx = -dy / length;
        double ny = dx / length;
        double x0 = from[0] + nx * bend * 0.5 + dx / length * cell * 0.18;
        double y0 = from[1] + ny * bend * 0.5 + dy / length * cell * 0.18;
        double x2 = to[0] + nx * bend * 0.5 - dx / length * cell * 0.18;
        double y2 = to[1] + ny * bend * 0.5 - dy / length * cell * 0.18;
        double x1 = (from[0] + to[0]) / 2 + nx * bend * 1.3;
        double y1 = (from[1] + to[1]) / 2 + ny * bend * 1.3;
        // The part of the bow that has been drawn so far (de Casteljau).
        double ax = x0 + (x1 - x0) * share;
        double ay = y0 + (y1 - y0) * share;
        double bx = x1 + (x2 - x1) * share;
        double by = y1 + (y2 - y1) * share;
        double ex = ax + (bx - ax) * share;
        double ey = ay + (by - ay) * share;
        var gc = brush.gc();
        double head = Math.max(8, 3.6 * width);
        double tx = ex - ax;
        double ty = ey - ay;
        double tangent = Math.max(1e-6, Math.hypot(tx, ty));
        gc.setStroke(color);
        gc.setLineWidth(width);
        gc.beginPath();
        gc.moveTo(x0, y0);
        gc.quadraticCurveTo(ax, ay, ex - tx / tangent * head * 0.7, ey - ty / tangent * head * 0.7);
        gc.stroke();
        brush.head(ex, ey, tx, ty, head, color);
    }
}
