package rewardscope.ui.inside;

import java.util.Arrays;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import rewardscope.ui.stage.Box;
import rewardscope.ui.stage.Brush;
import rewardscope.ui.stage.Numbers;
import rewardscope.ui.theme.Palette;

/// Strokes that all figures share.
final class Ink {
    static final double TEXT = 12;
    /// A figure of less height may be scrolled.
    private static final double LOW = 200;

    private Ink() {}

    /// What will appear here, in the middle of what can be seen.
    static void waiting(Brush brush, Palette palette, Box area, String sentence) {
        double y = area.height() < LOW ? area.y() + LOW * 0.2 : area.centerY(); // in a low window its middle is out of sight
        brush.word(sentence, area.centerX(), y, 14, false, palette.faintInk());
    }

    static void title(Brush brush, Palette palette, Box area, String text) {
        brush.word(text, area.x(), area.y() + 8, TEXT, true, palette.ink(), TextAlignment.LEFT);
    }

    static void note(Brush brush, Palette palette, double x, double y, String text) {
        brush.word(text, x, y, TEXT, false, palette.faintInk(), TextAlignment.LEFT);
    }

    /// A number at the left of an axis.
    static void tick(Brush brush, Palette palette, Box field, double y, double value) {
        brush.gc().setTextAlign(TextAlignment.RIGHT);
        brush.number(Numbers.brief(value), field.x() - 6, y, 11, false, palette.faintInk());
        brush.gc().setTextAlign(TextAlignment.CENTER);
    }

    /// A curve through points, with gaps where a number is not finite.
    static void curve(Brush brush, double[] xs, double[] ys, double width, Color color) {
        var gc = brush.gc();
        gc.setStroke(color);
        gc.setLineWidth(width);
        int from = 0;
        for (int i = 0; i <= xs.length; i++) {
            if (i == xs.length || !Double.isFinite(ys[i])) {
                int n = i - from;
                gc.strokePolyline(Arrays.copyOfRange(xs, from, i), Arrays.copyOfRange(ys, from, i), n);
                from = i + 1;
            }
        }
    }
}
