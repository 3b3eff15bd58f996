package rewardscope.ui.stage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.image.WritableImage;
import javafx.scene.text.TextAlignment;
import rewardscope.env.Scene;
import rewardscope.env.VectorEnvironment.ActionSpace;
import rewardscope.sim.Portrait;
import rewardscope.sim.View;
import rewardscope.ui.theme.Palette;

/// The rat on a track without cells: where it really is, the food at 1, and below the track what the agent makes of
/// every position: V as a curve over its colours, or the policy as shares.
final class LinePainter implements WorldPainter {
    private static Optional<Scene.Track> track(Picture picture) {
        return picture.view().world() instanceof View.World.Vector v && v.scene() instanceof Scene.Track t
                ? Optional.of(t)
                : Optional.empty();
    }

    private record Place(double x0, double length, double y, double rat, Box band) {
        static Place of(Box area) {
            double length = area.width() * 0.84;
            double x0 = area.centerX() - length / 2;
            double u = Math.clamp(Math.min(area.width() * 0.12, area.height() * 0.28), 24, 110);
            double y = Math.round(area.y() + Math.max(u + 16, area.height() * 0.4));
            return new Place(x0, length, y, u, new Box(x0, y + 46, length, area.bottom() - y - 46 - 56));
        }

        double x(double position) {
            return x0 + length * Math.clamp(position, 0, 1);
        }
    }

    @Override
    public void paint(Brush brush, Picture picture) {
        track(picture).ifPresent(track -> {
            Palette palette = picture.palette();
            Place at = Place.of(picture.area());
            Portraits.shown(picture).filter(_ -> at.band().height() > 24).ifPresent(p -> band(brush, picture, at, p));
            brush.line(at.x0(), at.y(), at.x0() + at.length(), at.y(), 5, palette.wall());
            for (int i = 0; i <= 10; i++) {
                double x = at.x(i / 10.0);
                brush.line(x, at.y(), x, at.y() + (i % 5 == 0 ? 14 : 8), 2, palette.wall());
                if (i % 5 == 0) {
                    String text = i == 0 ? "0" : i == 5 ? "0.5" : "1";
                    brush.number(text, x, at.y() + 28, 14, false, palette.faintInk());
                }
            }
            trail(brush, picture, at);
            double u = at.rat();
            Figures.cheese(brush, new Box(at.x(1) - u * 0.4, at.y() - u * 0.86, u, u), palette);
            Figures.rat(brush, new Box(at.x(track.position()) - u / 2, at.y() - u * 0.87, u, u), palette);
            Readings.paint(brush, picture, picture.area());
        });
    }

    /// The places where it has been in this episode, above each other where it came back.
    private static void trail(Brush brush, Picture picture, Place at) {
        List<double[]> path = picture.view().looks().path();
        int n = path.size();
        for (int i = Math.max(1, n - 60); i < n; i++) {
            brush.alpha(Math.max(0.15, 1 - (n - 1 - i) / 30.0));
            double lift = 5 + 3 * ((n - i) % 3);
            brush.line(
                    at.x(path.get(i - 1)[0]),
                    at.y() - lift,
                    at.x(path.get(i)[0]),
                    at.y() - lift,
                    2.5,
                    picture.palette().exploration());
        }
        brush.alpha(1);
    }

    private static void band(Brush brush, Picture picture, Place at, Portrait p) {
        Palette palette = picture.palette();
        Box band = at.band();
        if (p.values().isPresent()) {
            double[] v = p.values().get();
            ValueScale scale = ValueScale.of(palette, v);
            WritableImage image = Heat.image(v, p.columns(), 1, scale.low(), scale.high(), scale::color);
            brush.gc().drawImage(image, band.x(), band.y(), band.width(), band.height());
            curve(brush, palette, band, p, scale);
        } else {
            p.policy().ifPresent(policy -> shares(brush, palette, band, p, policy));
        }
        brush.outline(band, 0, 1, palette.hairline());
    }

    private static void curve(Brush brush, Palette palette, Box band, Portrait p, ValueScale scale) {
        double[] v = p.values().orElseThrow();
        double span = Math.max(1e-12, scale.high() - scale.low());
        for (int i = 1; i < v.length; i++) {
            brush.line(
                    band.atX((i - 0.5) / v.length),
                    band.bottom() - 6 - (v[i - 1] - scale.low()) / span * (band.height() - 12),
                    band.atX((i + 0.5) / v.length),
                    band.bottom() - 6 - (v[i] - scale.low()) / span * (band.height() - 12),
                    2,
                    palette.ink());
        }
    }

    /// π(up) from below, π(down) above it.
    private static void shares(Brush brush, Palette palette, Box band, Portrait p, double[][] policy) {
        int n = policy.length;
        var outline = new double[2 * n + 8];
        int k = 0;
        outline[k++] = band.x();
        outline[k++] = band.bottom();
        outline[k++] = band.x();
        outline[k++] = band.bottom() - policy[0][0] * band.height();
        for (int i = 0; i < n; i++) {
            outline[k++] = band.atX((i + 0.5) / n);
            outline[k++] = band.bottom() - policy[i][0] * band.height();
        }
        outline[k++] = band.right();
        outline[k++] = band.bottom() - policy[n - 1][0] * band.height();
        outline[k++] = band.right();
        outline[k] = band.bottom();
        brush.polygon(PhasePortrait.shade(palette, 0.2), outline);
        if (p.actions() instanceof ActionSpace.Discrete numbered && band.height() > 40) {
            String up = "π(" + numbered.names().getFirst() + ")";
            String down = "π(" + numbered.names().getLast() + ")";
            double x = band.x() + 8;
            brush.word(up, x, band.bottom() - 12, 12, true, ValueScale.inkOn(PhasePortrait.shade(palette, 0.2)), TextAlignment.LEFT);
            brush.word(down, x, band.y() + 12, 12, true, palette.ink(), TextAlignment.LEFT);
        }
    }

    @Override
    public String hint(Picture picture, double x, double y) {
        Place at = Place.of(picture.area());
        if (!new Box(at.x0(), at.y() - at.rat(), at.length(), picture.area().bottom() - at.y()).contains(x, y)) {
            return "";
        }
        double share = (x - at.x0()) / at.length();
        String place = "position " + Numbers.brief(share);
        return Portraits.shown(picture).map(p -> place + "\n" + Portraits.at(p, share, 0)).orElse(place);
    }

    @Override
    public String spoken(Picture picture) {
        return track(picture)
                .map(track -> String.format(Locale.ROOT, "rat at %.2f, food at 1", track.position())
                        + Portraits.spoken(picture))
                .orElse("");
    }
}
