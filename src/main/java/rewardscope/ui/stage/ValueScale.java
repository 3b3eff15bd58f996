package rewardscope.ui.stage;

import javafx.scene.paint.Color;
import rewardscope.ui.theme.Palette;

/// The colours of one picture's values. Where signs differ it runs orange – paper – blue, symmetric about zero; where
/// all values have one sign, through more hues from a tint to the full colour of that sign, so that near values part.
/// No colour is so strong that a number on it could not be read from the back row (7:1).
///
/// @param low the smallest value
/// @param high the largest
public record ValueScale(Palette palette, double low, double high) {
    private static final Color[] POSITIVE_LIGHT = colors("#FFFFFF", "#D3EEE6", "#A3D5E3", "#74B3D8");
    private static final Color[] NEGATIVE_LIGHT = colors("#FFFFFF", "#FDEBC8", "#F9C78F", "#F09A5E");
    private static final Color[] POSITIVE_DARK = colors("#161C23", "#143A3C", "#15495F", "#1F5C85");
    private static final Color[] NEGATIVE_DARK = colors("#161C23", "#3E2C12", "#5E3413", "#85431A");

    /// The scale that holds all finite values of a table.
    public static ValueScale of(Palette palette, double[]... rows) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] row : rows) {
            for (double value : row) {
                if (Double.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        return low > high ? new ValueScale(palette, 0, 0) : new ValueScale(palette, low, high);
    }

    /// Whether values of both signs are there.
    public boolean diverges() {
        return low < 0 && high > 0;
    }

    public Color color(double value) {
        if (!Double.isFinite(value)) {
            return palette.paper();
        }
        double magnitude = Math.max(Math.abs(low), Math.abs(high));
        if (magnitude == 0 || value == 0) {
            return palette.paper();
        }
        if (diverges()) {
            double strength = Math.min(1, Math.abs(value) / magnitude);
            return palette.paper().interpolate(end(value > 0), strength);
        }
        // A floor below the smallest value keeps its tint apart from an empty cell, and near values apart.
        double smallest = Math.min(Math.abs(low), Math.abs(high));
        double floor = Math.max(0, smallest - 0.3 * (magnitude - smallest));
        if (smallest == magnitude) {
            floor = 0;
        }
        return ramp(value > 0, (Math.abs(value) - floor) / (magnitude - floor));
    }

    private Color end(boolean positive) {
        Color[] stops = stops(positive);
        return stops[stops.length - 1];
    }

    private Color ramp(boolean positive, double share) {
        Color[] stops = stops(positive);
        double at = Math.clamp(share, 0, 1) * (stops.length - 1);
        int i = Math.min((int) at, stops.length - 2);
        return stops[i].interpolate(stops[i + 1], at - i);
    }

    private Color[] stops(boolean positive) {
        return positive
                ? palette.dark() ? POSITIVE_DARK : POSITIVE_LIGHT
                : palette.dark() ? NEGATIVE_DARK : NEGATIVE_LIGHT;
    }

    /// Ink or paper, whichever is read better on a background.
    public static Color inkOn(Color background) {
        Color dark = Color.web("#16202B");
        return contrast(background, dark) >= contrast(background, Color.WHITE) ? dark : Color.WHITE;
    }

    /// The contrast ratio of two colours as the web's accessibility guidelines define it.
    public static double contrast(Color a, Color b) {
        double x = luminance(a);
        double y = luminance(b);
        return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static Color[] colors(String... webs) {
        var colors = new Color[webs.length];
        for (int i = 0; i < webs.length; i++) {
            colors[i] = Color.web(webs[i]);
        }
        return colors;
    }
}
