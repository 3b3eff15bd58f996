package rewardscope.ui.inside;

import java.util.Locale;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import rewardscope.sim.Curve;
import rewardscope.ui.stage.Box;
import rewardscope.ui.stage.Brush;
import rewardscope.ui.stage.Numbers;
import rewardscope.ui.theme.Palette;

/// A field with two axes, and what is drawn on it.
///
/// @param left the number at its left edge; right, bottom, top likewise
record Plot(Box field, double left, double right, double bottom, double top) {
    /// How a line is drawn, so that it can be told without its colour.
    enum Dash {
        SOLID,
        DASHED,
        DOTTED
    }

    double x(double value) {
        return field.atX((value - left) / (right - left));
    }

    double y(double value) {
        return field.atY(1 - (value - bottom) / (top - bottom));
    }

    /// The frame, the smallest and the largest number of each axis, and what the axes are.
    void axes(Brush brush, Palette palette, String across, String up) {
        brush.line(field.x(), field.bottom(), field.right(), field.bottom(), 1, palette.faintInk());
        brush.line(field.x(), field.y(), field.x(), field.bottom(), 1, palette.hairline());
        Ink.tick(brush, palette, field, field.y() + 4, top);
        Ink.tick(brush, palette, field, field.bottom() - 4, bottom);
        if (bottom < 0 && top > 0) {
            brush.line(field.x(), y(0), field.right(), y(0), 1, palette.hairline());
            if (y(0) - field.y() > 18 && field.bottom() - y(0) > 18) {
                Ink.tick(brush, palette, field, y(0), 0);
            }
        }
        double under = field.bottom() + 11;
        brush.number(Numbers.brief(left), field.x() + 4, under, 11, false, palette.faintInk());
        brush.gc().setTextAlign(TextAlignment.RIGHT);
        brush.number(Numbers.brief(right), field.right(), under, 11, false, palette.faintInk());
        brush.gc().setTextAlign(TextAlignment.CENTER);
        brush.word(across, field.centerX(), under, 11, false, palette.faintInk());
        brush.word(up, field.x() + 6, field.y() - 9, 11, false, palette.faintInk(), TextAlignment.LEFT);
    }

    void line(Brush brush, double[] xs, double[] ys, double width, Color color, Dash dash) {
        var px = new double[xs.length];
        var py = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            px[i] = x(xs[i]);
            py[i] = y(Math.clamp(ys[i], bottom, top));
        }
        switch (dash) {
            case SOLID -> brush.gc().setLineDashes();
            case DASHED -> brush.gc().setLineDashes(7, 5);
            case DOTTED -> brush.gc().setLineDashes(1, 5);
        }
        Ink.curve(brush, px, py, width, color);
        brush.gc().setLineDashes();
    }

    /// A band between two lines.
    void band(Brush brush, double[] xs, double[] low, double[] high, Color color) {
        int n = xs.length;
        var around = new double[4 * n];
        for (int i = 0; i < n; i++) {
            around[2 * i] = x(xs[i]);
            around[2 * i + 1] = y(Math.clamp(high[i], bottom, top));
            int back = 2 * (2 * n - 1 - i);
            around[back] = x(xs[i]);
            around[back + 1] = y(Math.clamp(low[i], bottom, top));
        }
        brush.alpha(0.2);
        brush.polygon(color, around);
        brush.alpha(1);
    }

    static double[] xs(Curve.Points points) {
        var xs = new double[points.size()];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = points.x(i);
        }
        return xs;
    }

    /// A range with a little air around all numbers, and never empty.
    static double[] range(double[]... all) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] numbers : all) {
            for (double number : numbers) {
                if (Double.isFinite(number)) {
                    low = Math.min(low, number);
                    high = Math.max(high, number);
                }
            }
        }
        if (low > high) {
            return new double[] {0, 1};
        }
        double air = Math.max(0.05 * (high - low), 1e-3);
        return new double[] {low - air, high + air};
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
