package rewardscope.ui.stage;

import rewardscope.sim.View;
import rewardscope.ui.theme.Palette;

/// The rat on a track without cells: a position from 0 to 1, the food at 1.
final class LinePainter implements WorldPainter {
    @Override
    public void paint(Brush brush, Picture picture) {
        if (!(picture.view().world() instanceof View.World.Vector vector)) {
            return;
        }
        Palette palette = picture.palette();
        Box area = picture.area();
        double length = area.width() * 0.84;
        double x0 = area.centerX() - length / 2;
        double y = Math.round(area.centerY() + area.height() * 0.06);
        double u = Math.clamp(Math.min(area.width() * 0.12, area.height() * 0.34), 24, 120);
        brush.line(x0, y, x0 + length, y, 5, palette.wall());
        for (int i = 0; i <= 10; i++) {
            double x = x0 + length * i / 10;
            brush.line(x, y, x, y + (i % 5 == 0 ? 14 : 8), 2, palette.wall());
            if (i % 5 == 0) {
                brush.number(i == 0 ? "0" : i == 5 ? "0.5" : "1", x, y + 28, 14, false, palette.faintInk());
            }
        }
        Figures.cheese(brush, new Box(x0 + length - u * 0.4, y - u * 0.86, u, u), palette);
        double x = x0 + length * Math.clamp(vector.observation()[0], 0, 1);
        Figures.rat(brush, new Box(x - u / 2, y - u * 0.87, u, u), palette);
        CartPainter.readings(brush, picture, vector);
    }
}
