package rewardscope.ui.stage;

import java.util.Locale;
import javafx.scene.text.TextAlignment;
import rewardscope.sim.View;

/// A world without a picture of its own: what is seen of it, by name and number.
final class PlainPainter implements WorldPainter {
    @Override
    public void paint(Brush brush, Picture picture) {
        var palette = picture.palette();
        Box area = picture.area();
        if (picture.view().world() instanceof View.World.Vector vector) {
            int n = vector.observation().length;
            double line = Math.clamp(area.height() / (n + 2), 18, 56);
            double y = area.centerY() - line * (n - 1) / 2;
            for (int i = 0; i < n; i++, y += line) {
                String name = i < vector.names().size() ? vector.names().get(i) : "x" + i;
                brush.word(name, area.centerX() - 12, y, line * 0.38, false, palette.faintInk(), TextAlignment.RIGHT);
                brush.gc().setTextAlign(TextAlignment.LEFT);
                brush.number(
                        fixed(vector.observation()[i]), area.centerX() + 12, y, line * 0.5, false, palette.ink());
                brush.gc().setTextAlign(TextAlignment.CENTER);
            }
        } else {
            String sentence = "This world has no picture; its numbers are in the panes below.";
            brush.word(sentence, area.centerX(), area.centerY(), 15, false, palette.faintInk());
        }
    }

    private static String fixed(double value) {
        return String.format(Locale.ROOT, "%+.3f", value).replace('-', '−');
    }
}
