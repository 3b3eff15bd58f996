package rewardscope.ui.stage;

import rewardscope.sim.View;
import rewardscope.ui.theme.Palette;

/// A pendulum that is to be swung up, and how fast it turns. The observation is (cos θ, sin θ, angular velocity), the
/// angle counted from upright, anticlockwise.
final class PendulumPainter implements WorldPainter {
    private static final double FASTEST = 8;

    @Override
    public void paint(Brush brush, Picture picture) {
        if (!(picture.view().world() instanceof View.World.Vector vector)) {
            return;
        }
        Palette palette = picture.palette();
        Box area = picture.area();
        double cos = vector.observation()[0];
        double sin = vector.observation()[1];
        double spin = vector.observation()[2];
        double cx = area.centerX();
        double cy = area.y() + (area.height() - 56) / 2;
        double length = Math.min(area.width(), area.height() - 56) * 0.36;
        brush.ring(cx, cy, length, 1.5, palette.hairline());
        brush.line(cx, cy - length - 8, cx, cy - length + 8, 2, palette.faintInk());
        double tipX = cx - sin * length;
        double tipY = cy - cos * length;
        if (Math.abs(spin) > 1e-3) {
            var gc = brush.gc();
            gc.setStroke(palette.exploration());
            gc.setLineWidth(4);
            double radius = length * 1.12;
            double at = Math.toDegrees(Math.atan2(cos, -sin));
            double sweep = 60 * spin / FASTEST;
            gc.strokeArc(cx - radius, cy - radius, 2 * radius, 2 * radius, at, sweep, javafx.scene.shape.ArcType.OPEN);
            double end = Math.toRadians(at + sweep);
            double along = Math.signum(spin);
            brush.head(
                    cx + radius * Math.cos(end) - along * 6 * Math.sin(end),
                    cy - radius * Math.sin(end) - along * 6 * Math.cos(end),
                    -along * Math.sin(end),
                    -along * Math.cos(end),
                    14,
                    palette.exploration());
        }
        brush.line(cx, cy, tipX, tipY, Math.max(6, length * 0.09), palette.positive());
        brush.disc(tipX, tipY, Math.max(7, length * 0.1), palette.positive());
        brush.disc(cx, cy, Math.max(4, length * 0.05), palette.ink());
        CartPainter.readings(brush, picture, vector);
    }
}
