package rewardscope.ui.stage;

import java.util.Arrays;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// The wedges of all cells of a grid, worked out pixel by pixel and kept as one image: a tile a state, made anew only
/// when one of its colours is another. Filling each wedge as a shape took most of a frame where no graphics card helps.
final class WedgeTiles {
    /// Two sheets in turn: one may still be on its way to the screen while the next frame is drawn.
    private final Sheet[] sheets = {new Sheet(), new Sheet()};

    private Stencil stencil = Stencil.of(1, true, false, 0);
    private int turn;
    private long made;

    /// Begins a drawing.
    ///
    /// @param states how many tiles there may be
    /// @param pixels the side of a tile in pixels of the screen
    /// @param four whether there are four wedges rather than eight
    /// @param middle whether there is a disc in the middle
    /// @param line width of the lines between wedges in pixels, 0 for none
    void begin(int states, int pixels, boolean four, boolean middle, double line) {
        turn = 1 - turn;
        if (!stencil.fits(pixels, four, middle, line)) {
            stencil = Stencil.of(pixels, four, middle, line);
            Arrays.setAll(sheets, _ -> new Sheet());
        }
        sheets[turn].reserve(states, pixels);
    }

    /// Draws the tile of a state.
    ///
    /// @param colors by direction: see [Stencil#index]
    void paint(Brush brush, int state, Box box, Color[] colors, Color line) {
        sheets[turn].paint(brush, state, box, colors, line);
    }

    /// How many tiles have been worked out so far.
    long made() {
        return made;
    }

    private final class Sheet {
        private WritableImage image = new WritableImage(1, 1);
        private int[][] shown = {};
        private int[] pixels = {};
        private int side;
        private int columns = 1;

        void reserve(int states, int pixelsOfSide) {
            if (shown.length == states && side == pixelsOfSide) {
                return;
            }
            side = pixelsOfSide;
            columns = Math.max(1, (int) Math.ceil(Math.sqrt(states)));
            int rows = (states + columns - 1) / columns;
            image = new WritableImage(columns * side, Math.max(1, rows) * side);
            shown = new int[states][];
            pixels = new int[side * side];
        }

        void paint(Brush brush, int state, Box box, Color[] colors, Color line) {
            var wanted = new int[colors.length + 1];
            wanted[colors.length] = argb(line);
            for (int i = 0; i < colors.length; i++) {
                wanted[i] = argb(colors[i]);
            }
            int x = state % columns * side;
            int y = state / columns * side;
            if (!Arrays.equals(wanted, shown[state])) {
                shown[state] = wanted;
                stencil.fill(pixels, wanted, wanted[colors.length]);
                image.getPixelWriter().setPixels(x, y, side, side, PixelFormat.getIntArgbInstance(), pixels, 0, side);
                made++;
            }
            brush.gc().drawImage(image, x, y, side, side, box.x(), box.y(), box.width(), box.height());
        }
    }

    private static int argb(Color c) {
        return 0xFF000000
                | (int) Math.round(255 * c.getRed()) << 16
                | (int) Math.round(255 * c.getGreen()) << 8
                | (int) Math.round(255 * c.getBlue());
    }
}
