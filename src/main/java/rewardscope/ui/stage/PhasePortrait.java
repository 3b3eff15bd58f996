package rewardscope.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import rewardscope.env.Plane;
import rewardscope.sim.Portrait;
import rewardscope.ui.theme.Palette;

/// The plane of two numbers of the state: V or the policy as colour, the way of the episode on it, and where it stands.
/// Lines of equal value (for V) and arrows (for the policy) say the same without the colour.
final class PhasePortrait {
    private static final double LEFT = 52;
    private static final double BELOW = 40;
    private static final double ABOVE = 10;
    private static final int ARROWS = 9;

    /// So many steps of the way are shown, in stretches of one shade: a shape for every step would cost too much.
    private static final int OLDEST = 150;

    private static final int AGES_ALIKE = 10;

    private Optional<Portrait> drawn = Optional.empty();
    private Optional<Palette> drawnIn = Optional.empty();
    private WritableImage image = new WritableImage(1, 1);

    /// The axes inside a box.
    static Box field(Box box) {
        return new Box(
                box.x() + LEFT,
                box.y() + ABOVE,
                Math.max(1, box.width() - LEFT - 14),
                Math.max(1, box.height() - ABOVE - BELOW));
    }

    /// @param limits values across at which an episode ends
    void paint(
            Brush brush,
            Palette palette,
            Box box,
            Plane.Axis across,
            Plane.Axis up,
            Optional<Portrait> portrait,
            List<double[]> path,
            double... limits) {
        Box field = field(box);
        portrait.ifPresent(p -> heat(brush, palette, field, p));
        axes(brush, palette, box, field, across, up);
        brush.gc().setLineDashes(4, 5);
        for (double limit : limits) {
            double x = field.atX(across.share(limit));
            brush.line(x, field.y(), x, field.bottom(), 1.5, palette.ink());
        }
        brush.gc().setLineDashes();
        portrait.ifPresent(p -> marks(brush, palette, field, p));
        trail(brush, palette, field, across, up, path);
    }

    /// The scale of its colours.
    static ValueScale scale(Palette palette, Portrait portrait) {
        return portrait.values()
                .map(v -> ValueScale.of(palette, v))
                .orElseGet(() -> new ValueScale(palette, -1, 1));
    }

    private void heat(Brush brush, Palette palette, Box field, Portrait portrait) {
        if (drawn.filter(d -> d == portrait).isEmpty() || drawnIn.filter(palette::equals).isEmpty()) {
            drawn = Optional.of(portrait);
            drawnIn = Optional.of(palette);
            image = image(palette, portrait);
        }
        brush.gc().drawImage(image, field.x(), field.y(), field.width(), field.height());
    }

    private static WritableImage image(Palette palette, Portrait p) {
        if (p.values().isPresent()) {
            ValueScale scale = scale(palette, p);
            return Heat.image(p.values().get(), p.columns(), p.rows(), scale.low(), scale.high(), scale::color);
        }
        return Heat.image(drives(p), p.columns(), p.rows(), -1, 1, share -> shade(palette, share));
    }

    /// A policy is ink: none for the left end, much for the right one.
    static Color shade(Palette palette, double drive) {
        return palette.paper().interpolate(palette.ink(), 0.06 + 0.62 * (drive + 1) / 2);
    }

    static double[] drives(Portrait p) {
        double[][] policy = p.policy().orElseGet(() -> new double[0][]);
        var drives = new double[p.columns() * p.rows()];
        for (int i = 0; i < policy.length; i++) {
            drives[i] = Drive.of(p.actions(), policy[i]);
        }
        return drives;
    }

    private static void axes(Brush brush, Palette palette, Box box, Box field, Plane.Axis across, Plane.Axis up) {
        brush.outline(field, 0, 1, palette.hairline());
        for (double value : new double[] {across.low(), 0, across.high()}) {
            double x = field.atX(across.share(value));
            brush.line(x, field.bottom(), x, field.bottom() + 4, 1, palette.faintInk());
            brush.number(Numbers.brief(value), x, field.bottom() + 13, 11, false, palette.faintInk());
        }
        for (double value : new double[] {up.low(), 0, up.high()}) {
            double y = field.atY(1 - up.share(value));
            brush.line(field.x() - 4, y, field.x(), y, 1, palette.faintInk());
            brush.gc().setTextAlign(TextAlignment.RIGHT);
            brush.number(Numbers.brief(value), field.x() - 7, y, 11, false, palette.faintInk());
            brush.gc().setTextAlign(TextAlignment.CENTER);
        }
        brush.word(across.name(), field.centerX(), field.bottom() + 30, 12, false, palette.faintInk());
        var gc = brush.gc();
        gc.save();
        gc.translate(box.x() + 9, field.centerY());
        gc.rotate(-90);
        brush.word(up.name(), 0, 0, 12, false, palette.faintInk());
        gc.restore();
        brush.forgetFont();
    }

    private static void marks(Brush brush, Palette palette, Box field, Portrait p) {
        if (p.values().isPresent()) {
            contours(brush, palette, field, p, p.values().get());
        } else if (p.policy().isPresent()) {
            arrows(brush, palette, field, p, drives(p));
        }
    }

    private static void contours(Brush brush, Palette palette, Box field, Portrait p, double[] v) {
        ValueScale scale = scale(palette, p);
        double dx = field.width() / p.columns();
        double dy = field.height() / p.rows();
        var all = new ArrayList<Contours.Piece>();
        for (double level : Contours.levels(scale.low(), scale.high(), 6)) {
            all.addAll(Contours.at(level, v, p.columns(), p.rows()));
        }
        brush.alpha(0.4);
        brush.path(1, palette.ink(), gc -> all.forEach(piece -> {
            gc.moveTo(field.x() + (piece.x1() + 0.5) * dx, field.bottom() - (piece.y1() + 0.5) * dy);
            gc.lineTo(field.x() + (piece.x2() + 0.5) * dx, field.bottom() - (piece.y2() + 0.5) * dy);
        }));
        brush.alpha(1);
        var labels = new ArrayList<Box>();
        for (double level : Contours.levels(scale.low(), scale.high(), 6)) {
            var pieces = Contours.at(level, v, p.columns(), p.rows());
            String text = Numbers.brief(level);
            places(pieces)
                    .map(at -> labelled(field, at, dx, dy, text))
                    .filter(box -> labels.stream().noneMatch(box::meets))
                    .findFirst()
                    .ifPresent(box -> {
                        labels.add(box);
                        label(brush, palette, box, text, scale.color(level));
                    });
        }
    }

    /// Where on its line a number may stand, the best place first: where lines run close together another one is free.
    private static Stream<Contours.Piece> places(List<Contours.Piece> pieces) {
        return pieces.size() > 6
                ? DoubleStream.of(0.75, 0.5, 0.25, 0.9, 0.1).mapToObj(share -> pieces.get((int) (pieces.size() * share)))
                : Stream.empty();
    }

    private static Box labelled(Box field, Contours.Piece at, double dx, double dy, String text) {
        double width = text.length() * 11 * Brush.DIGIT + 4;
        double x = Math.clamp(field.x() + (at.x1() + 0.5) * dx, field.x() + width, field.right() - width);
        double y = Math.clamp(field.bottom() - (at.y1() + 0.5) * dy, field.y() + 10, field.bottom() - 10);
        return new Box(x - width / 2, y - 7, width, 14);
    }

    private static void label(Brush brush, Palette palette, Box box, String text, Color ground) {
        brush.alpha(0.85);
        brush.fillRound(box, 3, ground);
        brush.alpha(1);
        brush.number(text, box.centerX(), box.centerY(), 11, false, palette.ink());
    }

    /// Which way it pushes, and how strongly.
    private static void arrows(Brush brush, Palette palette, Box field, Portrait p, double[] drives) {
        double cell = field.width() / ARROWS;
        int down = (int) Math.max(3, Math.round(field.height() / cell));
        for (int i = 0; i < ARROWS; i++) {
            for (int j = 0; j < down; j++) {
                int column = (int) ((i + 0.5) / ARROWS * p.columns());
                int row = (int) ((j + 0.5) / down * p.rows());
                double drive = drives[row * p.columns() + column];
                double x = field.atX((i + 0.5) / ARROWS);
                double y = field.atY(1 - (j + 0.5) / down);
                double half = 0.4 * cell * drive;
                Color ink = ValueScale.inkOn(shade(palette, drive));
                if (Math.abs(drive) < 0.06) {
                    brush.disc(x, y, 1.6, ink);
                } else {
                    brush.arrow(x - half, y, x + half, y, 1.5, ink);
                }
            }
        }
    }

    private static void trail(
            Brush brush, Palette palette, Box field, Plane.Axis across, Plane.Axis up, List<double[]> path) {
        int n = path.size();
        if (n == 0) {
            return;
        }
        var xs = new double[n];
        var ys = new double[n];
        for (int i = 0; i < n; i++) {
            xs[i] = field.atX(Math.clamp(across.share(path.get(i)[0]), 0, 1));
            ys[i] = field.atY(1 - Math.clamp(up.share(path.get(i)[1]), 0, 1));
        }
        for (int age = OLDEST; age > 0; age -= AGES_ALIKE) {
            int from = Math.max(0, n - 1 - age);
            int to = Math.max(0, n - 1 - age + AGES_ALIKE);
            brush.alpha(Math.max(0.1, 1 - age / 100.0));
            brush.path(2, palette.exploration(), gc -> {
                gc.moveTo(xs[from], ys[from]);
                for (int i = from + 1; i <= to; i++) {
                    boolean turnsRound = Math.abs(xs[i] - xs[i - 1]) > field.width() / 2;
                    if (turnsRound) {
                        gc.moveTo(xs[i], ys[i]);
                    } else {
                        gc.lineTo(xs[i], ys[i]);
                    }
                }
            });
        }
        brush.alpha(1);
        brush.disc(xs[n - 1], ys[n - 1], 8, palette.paper());
        brush.disc(xs[n - 1], ys[n - 1], 6, palette.exploration());
        brush.ring(xs[n - 1], ys[n - 1], 8, 1.5, palette.ink());
    }
}
