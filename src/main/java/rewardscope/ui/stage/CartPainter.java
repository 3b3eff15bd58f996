package rewardscope.ui.stage;

import java.util.List;
import java.util.Locale;
import javafx.scene.paint.Color;
import rewardscope.sim.View;
import rewardscope.ui.theme.Palette;

/// A cart on its rail with a pole hinged to it: the cart pole, or the inverted pendulum.
///
/// @param position which component of the observation is the cart's position
/// @param angle which is the pole's angle from upright, clockwise
/// @param reach how far the rail goes to each side
/// @param pole how long the pole is, in units of the position
record CartPainter(int position, int angle, double reach, double pole) implements WorldPainter {

    /// For observations that hold a position and an angle, whichever comes first.
    static CartPainter of(List<String> names) {
        int position = names.indexOf("position");
        int angle = names.indexOf("angle");
        return angle == 1 ? new CartPainter(position, angle, 1, 0.6) : new CartPainter(position, angle, 2.4, 1);
    }

    @Override
    public void paint(Brush brush, Picture picture) {
        if (!(picture.view().world() instanceof View.World.Vector vector)) {
            return;
        }
        Palette palette = picture.palette();
        Box area = picture.area();
        double unit = Math.min(area.width() * 0.86 / (2 * reach), area.height() * 0.62 / (pole * 1.15));
        double x = vector.observation()[position];
        double theta = vector.observation()[angle];
        double rail = Math.round(area.y() + area.height() * 0.76);
        double middle = area.centerX();
        brush.line(middle - reach * unit, rail, middle + reach * unit, rail, 4, palette.hairline());
        for (double end : new double[] {-reach, reach}) {
            double stop = middle + end * unit;
            brush.line(stop, rail - 14, stop, rail + 14, 4, palette.wall());
        }
        brush.line(middle, rail + 8, middle, rail + 16, 2, palette.faintInk());
        double cx = middle + x * unit;
        double width = Math.clamp(unit * pole * 0.36, 24, 110);
        double height = width * 0.5;
        double tipX = cx + Math.sin(theta) * pole * unit;
        double hingeY = rail - height * 0.85;
        double tipY = hingeY - Math.cos(theta) * pole * unit;
        brush.alpha(0.5);
        brush.line(cx, hingeY, cx, hingeY - pole * unit, 1, palette.faintInk());
        brush.alpha(1);
        Box cart = new Box(cx - width / 2, rail - height, width, height);
        brush.fillRound(cart, height * 0.18, palette.ink());
        brush.disc(cx - width * 0.28, rail, height * 0.2, palette.faintInk());
        brush.disc(cx + width * 0.28, rail, height * 0.2, palette.faintInk());
        Color tone = palette.positive();
        brush.line(cx, hingeY, tipX, tipY, Math.max(5, height * 0.22), tone);
        brush.disc(tipX, tipY, Math.max(5, height * 0.2), tone);
        brush.disc(cx, hingeY, Math.max(3, height * 0.12), palette.paper());
        readings(brush, picture, vector);
    }

    /// All components by name in one line under the picture.
    static void readings(Brush brush, Picture picture, View.World.Vector vector) {
        Palette palette = picture.palette();
        Box area = picture.area();
        int n = vector.observation().length;
        double column = Math.min(180, (area.width() - 24) / n);
        double x = area.centerX() - column * (n - 1) / 2;
        for (int i = 0; i < n; i++, x += column) {
            String name = i < vector.names().size() ? vector.names().get(i) : "x" + i;
            brush.word(name, x, area.bottom() - 40, Math.clamp(column * 0.09, 9, 14), false, palette.faintInk());
            String value = String.format(Locale.ROOT, "%+.3f", vector.observation()[i]).replace('-', '−');
            brush.number(value, x, area.bottom() - 18, Math.clamp(column * 0.14, 11, 20), false, palette.ink());
        }
    }
}
