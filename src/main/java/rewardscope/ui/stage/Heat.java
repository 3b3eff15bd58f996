package rewardscope.ui.stage;

import java.util.function.DoubleFunction;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// Numbers over a plane as one picture, smooth between its points.
final class Heat {
    private static final int FINER = 4;
    private static final int SHADES = 256;

    private Heat() {}

    /// @param values by row from below, then by column
    /// @param low the value of the first shade
    /// @param high the value of the last
    static WritableImage image(
            double[] values, int columns, int rows, double low, double high, DoubleFunction<Color> color) {
        int[] shades = shades(low, high, color);
        int width = columns * FINER;
        int height = rows == 1 ? 2 * FINER : rows * FINER; // a picture one pixel high is not drawn well
        var pixels = new int[width * height];
        double scale = high > low ? (SHADES - 1) / (high - low) : 0;
        for (int y = 0; y < height; y++) {
            double row = rows == 1 ? 0 : Math.clamp((height - 1 - y + 0.5) / FINER - 0.5, 0, rows - 1);
            int r = Math.min((int) row, Math.max(0, rows - 2));
            double up = row - r;
            int above = rows == 1 ? 0 : columns;
            for (int x = 0; x < width; x++) {
                double column = Math.clamp((x + 0.5) / FINER - 0.5, 0, columns - 1);
                int c = Math.min((int) column, columns - 2);
                double across = column - c;
                int i = r * columns + c;
                double here = values[i] + across * (values[i + 1] - values[i]);
                double there = values[i + above] + across * (values[i + above + 1] - values[i + above]);
                double value = here + up * (there - here);
                pixels[y * width + x] = shades[(int) Math.clamp((value - low) * scale + 0.5, 0, SHADES - 1)];
            }
        }
        var image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }

    private static int[] shades(double low, double high, DoubleFunction<Color> color) {
        var shades = new int[SHADES];
        for (int i = 0; i < SHADES; i++) {
            Color c = color.apply(low + (high - low) * i / (SHADES - 1));
            shades[i] = 0xFF000000
                    | (int) Math.round(255 * c.getRed()) << 16
                    | (int) Math.round(255 * c.getGreen()) << 8
                    | (int) Math.round(255 * c.getBlue());
        }
        return shades;
    }
}
