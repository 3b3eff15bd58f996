package rewardscope.ui.stage;

import java.util.Arrays;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import rewardscope.env.Layout;
import rewardscope.ui.theme.Palette;

/// A grid whose cells are too small for anything but a colour, as one image of a pixel a cell: ten thousand rectangles
/// are a frame's work, this is a millisecond's. There are no lines between such cells: they would cover most of them.
final class Mosaic {
    /// Cells below this have a colour alone.
    static final double LARGEST_CELL = 6;

    private static final int SHADES = 256;

    /// Two in turn: one may still be on its way to the screen while the next frame is drawn.
    private final WritableImage[] images = new WritableImage[2];

    private int turn;
    private int[] pixels = {};

    /// @param values of all states; those that are no number are left empty
    /// @param strength of the colours, 1 for the whole
    void paint(
            Brush brush, GridGeometry geometry, Layout.Grid grid, double[] values, ValueScale scale, double strength) {
        int n = geometry.rows() * geometry.columns();
        turn = 1 - turn;
        if (pixels.length != n) {
            pixels = new int[n];
            Arrays.setAll(images, _ -> new WritableImage(geometry.columns(), geometry.rows()));
        }
        fill(grid, values, scale, strength);
        images[turn].getPixelWriter()
                .setPixels(
                        0,
                        0,
                        geometry.columns(),
                        geometry.rows(),
                        PixelFormat.getIntArgbInstance(),
                        pixels,
                        0,
                        geometry.columns());
        Box whole = geometry.whole();
        brush.gc().setImageSmoothing(false);
        brush.gc().drawImage(images[turn], whole.x(), whole.y(), whole.width(), whole.height());
        brush.gc().setImageSmoothing(true);
    }

    private void fill(Layout.Grid grid, double[] values, ValueScale scale, double strength) {
        Palette palette = scale.palette();
        var shades = new int[SHADES];
        double step = (scale.high() - scale.low()) / (SHADES - 1);
        for (int i = 0; i < SHADES; i++) {
            shades[i] = argb(palette.paper().interpolate(scale.color(scale.low() + i * step), strength));
        }
        int paper = argb(palette.paper());
        int wall = grid.maze() ? paper : argb(palette.wall());
        int i = 0;
        for (int[] row : grid.stateAt()) {
            for (int s : row) {
                double value = s < 0 ? 0 : values[s];
                boolean empty = !Double.isFinite(value) || value == 0 || step == 0;
                int shade = empty ? 0 : (int) Math.clamp((value - scale.low()) / step + 0.5, 0, SHADES - 1);
                pixels[i++] = s < 0 ? wall : empty ? paper : shades[shade];
            }
        }
    }

    private static int argb(Color c) {
        return 0xFF000000
                | (int) Math.round(255 * c.getRed()) << 16
                | (int) Math.round(255 * c.getGreen()) << 8
                | (int) Math.round(255 * c.getBlue());
    }
}
