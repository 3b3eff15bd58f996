package rewardscope.ui.stage;

import java.util.Locale;
import rewardscope.sim.View;
import rewardscope.ui.theme.Palette;

/// All components of an observation by name, in one line under the picture.
final class Readings {
    private Readings() {}

    static void paint(Brush brush, Picture picture, Box area) {
        if (!(picture.view().world() instanceof View.World.Vector vector)) {
            return;
        }
        Palette palette = picture.palette();
        int n = vector.observation().length;
        double column = Math.min(150, (area.width() - 24) / n);
        double x = area.centerX() - column * (n - 1) / 2;
        for (int i = 0; i < n; i++, x += column) {
            String name = i < vector.names().size() ? vector.names().get(i) : "x" + i;
            double size = Math.clamp(column / (0.58 * name.length()), 9, 13);
            brush.word(name, x, area.bottom() - 34, size, false, palette.faintInk());
            String value = String.format(Locale.ROOT, "%+.3f", vector.observation()[i]).replace('-', '−');
            brush.number(value, x, area.bottom() - 15, Math.clamp(column * 0.14, 11, 18), false, palette.ink());
        }
    }
}
