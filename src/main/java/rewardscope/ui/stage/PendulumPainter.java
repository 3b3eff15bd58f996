package rewardscope.ui.stage;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.text.TextAlignment;
import rewardscope.env.Scene;
import rewardscope.sim.View;
import rewardscope.ui.theme.Palette;

/// A rod that is to be swung up: how fast it turns as an arc outside, the torque of the last step as an arc about the
/// hinge; beside it the phase portrait. Pulling at the rod turns it. Angles are counted from upright, anticlockwise.
final class PendulumPainter implements WorldPainter {
    private static final double HARDEST = 2;

    private final PhasePortrait portrait = new PhasePortrait();

    private record Place(double cx, double cy, double length) {
        static Place of(Box area) {
            double room = area.height() - 56;
            return new Place(area.centerX(), area.y() + room / 2, Math.min(area.width(), room) * 0.36);
        }

        double tipX(Scene.Rod rod) {
            return cx - Math.sin(rod.angle()) * length;
        }

        double tipY(Scene.Rod rod) {
            return cy - Math.cos(rod.angle()) * length;
        }
    }

    private static Optional<Scene.Rod> rod(Picture picture) {
        return picture.view().world() instanceof View.World.Vector v && v.scene() instanceof Scene.Rod r
                ? Optional.of(r)
                : Optional.empty();
    }

    @Override
    public void paint(Brush brush, Picture picture) {
        rod(picture).ifPresent(rod -> {
            Halves halves = Halves.of(picture.area());
            Palette palette = picture.palette();
            Place at = Place.of(halves.world());
            brush.ring(at.cx(), at.cy(), at.length(), 1.5, palette.hairline());
            brush.line(at.cx(), at.cy() - at.length() - 8, at.cx(), at.cy() - at.length() + 8, 2, palette.faintInk());
            double direction = Math.toDegrees(rod.angle()) + 90;
            arc(brush, at, 1.12, direction, 60 * rod.speed() / rod.fastest(), palette.exploration());
            brush.line(
                    at.cx(), at.cy(), at.tipX(rod), at.tipY(rod), Math.max(6, at.length() * 0.09), palette.positive());
            brush.disc(at.tipX(rod), at.tipY(rod), Math.max(7, at.length() * 0.1), palette.positive());
            brush.disc(at.cx(), at.cy(), Math.max(4, at.length() * 0.05), palette.ink());
            double turn = Math.clamp(rod.torque() / rod.strongest(), -HARDEST, HARDEST);
            arc(brush, at, 0.42, direction, 75 * turn, palette.ink());
            words(brush, palette, rod, at, halves.world());
            Readings.paint(brush, picture, halves.world());
            halves.portrait().ifPresent(box -> Portraits.beside(portrait, brush, picture, box));
        });
    }

    private static void words(Brush brush, Palette palette, Scene.Rod rod, Place at, Box area) {
        double y = area.y() + 16;
        if (rod.torque() != 0) {
            brush.word("torque " + newtonMetres(rod.torque()), area.x() + 16, y, 12, true, palette.ink(), TextAlignment.LEFT);
        }
        if (rod.hand() != 0) {
            double side = Math.signum(rod.hand());
            double pull = at.length() * Math.abs(rod.hand()) / rod.strongest() * 0.6;
            double toX = at.tipX(rod) - side * Math.cos(rod.angle()) * pull;
            double toY = at.tipY(rod) + side * Math.sin(rod.angle()) * pull;
            brush.gc().setLineDashes(5, 4);
            brush.line(at.tipX(rod), at.tipY(rod), toX, toY, 2.5, palette.accent());
            brush.gc().setLineDashes();
            brush.disc(toX, toY, 9, palette.accent());
            brush.disc(toX, toY, 4, palette.paper());
            brush.word("hand " + newtonMetres(rod.hand()), area.x() + 16, y + 18, 12, true, palette.accent(), TextAlignment.LEFT);
        }
    }

    private static String newtonMetres(double torque) {
        return Numbers.brief(Math.abs(torque)) + " N m " + (torque > 0 ? "↺" : "↻");
    }

    /// An arc with a head, from a direction on, in degrees as the screen's mathematics counts them.
    private static void arc(Brush brush, Place at, double radius, double from, double sweep, Color color) {
        if (Math.abs(sweep) < 0.5) {
            return;
        }
        double r = at.length() * radius;
        var gc = brush.gc();
        gc.setStroke(color);
        gc.setLineWidth(4);
        gc.strokeArc(at.cx() - r, at.cy() - r, 2 * r, 2 * r, from, sweep, ArcType.OPEN);
        double end = Math.toRadians(from + sweep);
        double along = Math.signum(sweep);
        brush.head(
                at.cx() + r * Math.cos(end) - along * 6 * Math.sin(end),
                at.cy() - r * Math.sin(end) - along * 6 * Math.cos(end),
                -along * Math.sin(end),
                -along * Math.cos(end),
                14,
                color);
    }

    @Override
    public OptionalDouble pull(Picture picture, double x, double y) {
        return rod(picture)
                .map(rod -> {
                    Place at = Place.of(Halves.of(picture.area()).world());
                    // the share of the pull across the rod, anticlockwise
                    double across = -(x - at.tipX(rod)) * Math.cos(rod.angle())
                            + (y - at.tipY(rod)) * Math.sin(rod.angle());
                    return OptionalDouble.of(
                            Math.clamp(across / (0.6 * at.length()), -HARDEST, HARDEST) * rod.strongest());
                })
                .orElse(OptionalDouble.empty());
    }

    @Override
    public boolean grips(Picture picture, double x, double y) {
        return Halves.of(picture.area()).world().contains(x, y);
    }

    @Override
    public String hint(Picture picture, double x, double y) {
        return Portraits.hint(picture, Halves.of(picture.area()).portrait(), x, y);
    }

    @Override
    public String spoken(Picture picture) {
        return rod(picture)
                .map(rod -> String.format(
                        Locale.ROOT,
                        "rod %.0f degrees from upright, turning with %.1f radians a second%s",
                        Math.abs(Math.toDegrees(Math.IEEEremainder(rod.angle(), 2 * Math.PI))),
                        rod.speed(),
                        Portraits.spoken(picture)))
                .orElse("");
    }
}
