package rewardscope.ui.stage;

import java.util.ArrayList;
import java.util.List;

/// Lines of equal value over a plane, by marching squares: the shape of a picture without its colours.
final class Contours {
    private Contours() {}

    /// A piece of a line, in points of the grid: across and up, from 0.
    record Piece(double x1, double y1, double x2, double y2) {}

    /// About so many round levels between the smallest and the largest value.
    static List<Double> levels(double low, double high, int about) {
        double span = high - low;
        if (!(span > 0) || !Double.isFinite(span)) {
            return List.of();
        }
        double power = Math.pow(10, Math.floor(Math.log10(span / about)));
        double step = 10 * power;
        for (double factor : new double[] {1, 2, 5}) {
            if (span / (factor * power) <= about) {
                step = factor * power;
                break;
            }
        }
        var levels = new ArrayList<Double>();
        for (double k = Math.ceil(low / step); k * step < high; k++) {
            levels.add(k * step);
        }
        return levels;
    }

    /// @param values by row from below, then by column
    static List<Piece> at(double level, double[] values, int columns, int rows) {
        var pieces = new ArrayList<Piece>();
        for (int r = 0; r + 1 < rows; r++) {
            for (int c = 0; c + 1 < columns; c++) {
                square(level, values, columns, r, c, pieces);
            }
        }
        return pieces;
    }

    private static void square(double level, double[] values, int columns, int r, int c, List<Piece> pieces) {
        double a = values[r * columns + c] - level;
        double b = values[r * columns + c + 1] - level;
        double d = values[(r + 1) * columns + c] - level;
        double e = values[(r + 1) * columns + c + 1] - level;
        var crossings = new double[8];
        int n = 0;
        if (a > 0 != b > 0) {
            crossings[n++] = c + a / (a - b);
            crossings[n++] = r;
        }
        if (b > 0 != e > 0) {
            crossings[n++] = c + 1;
            crossings[n++] = r + b / (b - e);
        }
        if (d > 0 != e > 0) {
            crossings[n++] = c + d / (d - e);
            crossings[n++] = r + 1;
        }
        if (a > 0 != d > 0) {
            crossings[n++] = c;
            crossings[n++] = r + a / (a - d);
        }
        for (int i = 0; i + 3 < n; i += 4) {
            pieces.add(new Piece(crossings[i], crossings[i + 1], crossings[i + 2], crossings[i + 3]));
        }
    }
}
