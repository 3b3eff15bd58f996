package rewardscope.ui.stage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.paint.Color;
import rewardscope.agent.StepEvent.Place;
import rewardscope.agent.bandit.BanditAgent;
import rewardscope.sim.View;
import rewardscope.ui.theme.Palette;

/// A bandit: one bar an arm, from zero to what the agent believes, with how sure it can be as a whisker and how often
/// it pulled the arm below. The truth behind it, the distribution that an arm pays from, is hidden until it is asked for.
final class ArmsPainter implements WorldPainter {
    private static final double TALLEST = 4;

    private boolean truth;

    /// Shows what the arms really pay, or hides it.
    void reveal(boolean on) {
        truth = on;
    }

    boolean revealed() {
        return truth;
    }

    private static Optional<View.World.Arms> world(Picture picture) {
        return picture.view().world() instanceof View.World.Arms arms ? Optional.of(arms) : Optional.empty();
    }

    private static double[] means(Picture picture) {
        return world(picture).map(View.World.Arms::means).orElse(new double[1]);
    }

    private static List<ArmMarks> marks(Picture picture) {
        return world(picture).map(arms -> ArmMarks.of(picture.view(), arms)).orElse(List.of());
    }

    /// The arm that was pulled last, −1 for none.
    static int chosen(View view) {
        return view.event().orElse(null) instanceof BanditAgent.Pulled pulled
                ? pulled.action()
                : view.event().flatMap(e -> e.changed()).map(Place::action).orElse(-1);
    }

    /// The column of an arm and the numbers that its bar stands for.
    private record Scale(Box area, double low, double high, int arms) {
        Box column(int a) {
            double width = Math.min(120, area.width() / arms);
            double x0 = area.centerX() - width * arms / 2;
            return new Box(x0 + a * width, area.y(), width, area.height());
        }

        double y(double value) {
            double top = Math.min(area.y() - 6, area.bottom()); // no room at all: everything lies on the ground
            return Math.clamp(area.bottom() - (value - low) / (high - low) * area.height(), top, area.bottom());
        }
    }

    private double shown(Picture picture, int a) {
        var learned = picture.view().learned();
        if (picture.layer() == Layer.POLICY && learned.policy().isPresent()) {
            return learned.policy().get()[0][a];
        }
        return learned.q().map(q -> q[0][a]).orElse(learned.policy().map(p -> p[0][a]).orElse(Double.NaN));
    }

    private boolean probabilities(Picture picture) {
        var learned = picture.view().learned();
        return learned.q().isEmpty() || picture.layer() == Layer.POLICY;
    }

    private Scale scale(Picture picture) {
        double low = 0;
        double high = probabilities(picture) ? 1 : 0.1;
        double[] means = means(picture);
        for (int a = 0; a < means.length; a++) {
            double value = shown(picture, a);
            low = Math.min(low, Double.isNaN(value) ? 0 : value);
            high = Math.max(high, Double.isNaN(value) ? 0 : value);
        }
        if (!probabilities(picture)) {
            double tallest = TALLEST * Math.max(1, high);
            for (ArmMarks mark : marks(picture)) {
                high = Double.isFinite(mark.high()) ? Math.max(high, Math.min(tallest, mark.high())) : high;
                low = Double.isFinite(mark.low()) ? Math.min(low, Math.max(-tallest, mark.low())) : low;
            }
            if (truth) {
                double spread = spread(picture);
                for (double mean : means) {
                    low = Math.min(low, mean - spread);
                    high = Math.max(high, mean + spread);
                }
            }
        }
        Box area = picture.area();
        Box bars = new Box(area.x() + 24, area.y() + 28, area.width() - 48, Math.max(0, area.height() - 100));
        double margin = (high - low) * 0.06;
        return new Scale(bars, low < 0 ? low - margin : 0, high + margin, means.length);
    }

    /// How far the drawn part of a distribution goes to each side of its mean.
    private static double spread(Picture picture) {
        return world(picture).map(arms -> arms.coins() ? 0 : 2 * arms.std()).orElse(0.0);
    }

    @Override
    public void paint(Brush brush, Picture picture) {
        Scale scale = scale(picture);
        Palette palette = picture.palette();
        double zero = Math.round(scale.y(0));
        double[] means = means(picture);
        var marks = marks(picture);
        int chosen = chosen(picture.view());
        for (int a = 0; a < means.length; a++) {
            Box column = scale.column(a);
            if (a == chosen) {
                brush.alpha(0.5);
                brush.fillRound(
                        new Box(column.x() + 1, column.y() - 24, column.width() - 2, column.height() + 76),
                        6,
                        palette.hairline());
                brush.alpha(1);
            }
            if (truth && !probabilities(picture)) {
                distribution(brush, picture, scale, column, means[a]);
            }
            bar(brush, picture, scale, a, zero, a == chosen);
            if (!probabilities(picture) && a < marks.size()) {
                whisker(brush, palette, scale, column, marks.get(a));
            }
            below(brush, picture, scale, a, a < marks.size() ? Optional.of(marks.get(a)) : Optional.empty());
        }
        brush.line(scale.column(0).x(), zero, scale.column(means.length - 1).right(), zero, 1.5, palette.faintInk());
        legend(brush, picture);
        if (picture.motion().pulse() > 0) {
            brush.alpha(picture.motion().pulse());
            picture.changed().ifPresent(place -> outline(brush, picture, place, 4, palette.tdError()));
            brush.alpha(1);
        }
        picture.focused().ifPresent(place -> outline(brush, picture, place, 2, palette.accent()));
        picture.pinned().ifPresent(place -> outline(brush, picture, place, 3, palette.tdError()));
        picture.pointed().ifPresent(place -> outline(brush, picture, place, 3, palette.accent()));
    }

    private void bar(Brush brush, Picture picture, Scale scale, int a, double zero, boolean chosen) {
        Palette palette = picture.palette();
        Box column = scale.column(a);
        double value = shown(picture, a);
        if (Double.isNaN(value)) {
            return;
        }
        double w = column.width() * 0.5;
        double x = column.centerX() - w / 2;
        double y = scale.y(value);
        Color color =
                probabilities(picture) ? palette.ink() : value >= 0 ? palette.positive() : palette.negative();
        brush.alpha(chosen ? 1 : 0.62);
        brush.fillRound(new Box(x, Math.min(y, zero), w, Math.max(1, Math.abs(zero - y))), 3, color);
        brush.alpha(1);
        double size = Math.clamp(CellPainter.fit(column.width() * 0.92, 26), 8, 20);
        brush.number(Numbers.brief(value), column.centerX(), scale.area().y() - 12, size, chosen, palette.ink());
    }

    /// A bell for normal rewards, drawn upright behind the bar; for coins the probability alone. The line is the mean.
    private static void distribution(Brush brush, Picture picture, Scale scale, Box column, double mean) {
        Palette palette = picture.palette();
        double std = spread(picture) / 2;
        double widest = column.width() * 0.46;
        if (std > 0) {
            int n = 24;
            var outline = new double[4 * (n + 1)];
            for (int i = 0; i <= n; i++) {
                double z = 4.0 * i / n - 2;
                double width = widest * Math.exp(-0.5 * z * z);
                double y = scale.y(mean + z * std);
                outline[2 * i] = column.centerX() - width;
                outline[2 * i + 1] = y;
                outline[4 * n + 2 - 2 * i] = column.centerX() + width;
                outline[4 * n + 3 - 2 * i] = y;
            }
            brush.alpha(0.35);
            brush.polygon(palette.reward(), outline);
            brush.alpha(1);
        }
        double y = scale.y(mean);
        brush.line(column.centerX() - widest, y, column.centerX() + widest, y, 3, palette.reward());
    }

    private static void whisker(Brush brush, Palette palette, Scale scale, Box column, ArmMarks mark) {
        double x = column.centerX();
        double cap = Math.clamp(column.width() * 0.12, 4, 12);
        double top = Double.isFinite(mark.high()) ? scale.y(mark.high()) : scale.area().y() - 2;
        double from = Double.isFinite(mark.low()) ? scale.y(mark.low()) : scale.y(mark.middle());
        brush.line(x, from, x, top, 2, palette.ink());
        if (Double.isFinite(mark.high())) {
            brush.line(x - cap, top, x + cap, top, 2, palette.ink());
        } else {
            brush.head(x, top, 0, -1, 9, palette.ink()); // it could be anything
        }
        if (Double.isFinite(mark.low())) {
            brush.line(x - cap, from, x + cap, from, 2, palette.ink());
        }
    }

    private static void below(Brush brush, Picture picture, Scale scale, int a, Optional<ArmMarks> mark) {
        Palette palette = picture.palette();
        Box column = scale.column(a);
        boolean chosen = a == chosen(picture.view());
        Color name = chosen ? picture.explored() ? palette.exploration() : palette.ink() : palette.faintInk();
        double size = Math.clamp(column.width() * 0.24, 9, 16);
        String sign = chosen ? "▲ " + a : Integer.toString(a);
        brush.word(sign, column.centerX(), scale.area().bottom() + 16, size, chosen, name);
        mark.ifPresent(m -> {
            String count = String.format(Locale.ROOT, column.width() > 52 ? "%,d ×" : "%,d", m.n());
            brush.number(count, column.centerX(), scale.area().bottom() + 34, 12, column.width(), false, palette.faintInk());
            if (!Double.isNaN(m.preference())) {
                String h = column.width() > 64 ? "H " + Numbers.signed(m.preference()) : Numbers.brief(m.preference());
                brush.number(h, column.centerX(), scale.area().bottom() + 49, 11, column.width(), false, palette.ink());
            }
        });
    }

    private void legend(Brush brush, Picture picture) {
        Palette palette = picture.palette();
        double y = picture.area().bottom() - 9;
        String whisker = probabilities(picture) ? "" : ArmMarks.meaning(picture.view());
        double x = picture.area().centerX() - (truth ? 60 : 0);
        if (!whisker.isEmpty()) {
            brush.word("I  " + whisker, x, y, 12, false, palette.ink());
        }
        if (truth && !probabilities(picture)) {
            brush.line(x + 130, y, x + 150, y, 3, palette.reward());
            brush.word("what it really pays", x + 214, y, 12, false, palette.faintInk());
        }
    }

    private void outline(Brush brush, Picture picture, Place place, double width, Color color) {
        boxOf(picture, place).ifPresent(box -> brush.outline(box.inset(width / 2), 5, width, color));
    }

    @Override
    public Optional<Place> at(Picture picture, double x, double y) {
        Scale scale = scale(picture);
        for (int a = 0; a < means(picture).length; a++) {
            double top = scale.area().y(); // in a low window the area can be lower than a pixel
            double inside = Math.clamp(y, top, Math.max(top, scale.area().bottom() - 1));
            if (scale.column(a).contains(x, inside)) {
                return Optional.of(new Place(0, a));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Box> boxOf(Picture picture, Place place) {
        if (place.action() < 0 || place.action() >= means(picture).length) {
            return Optional.empty();
        }
        Box column = scale(picture).column(place.action());
        return Optional.of(new Box(column.x(), column.y() - 24, column.width(), column.height() + 76));
    }

    @Override
    public OptionalInt neighbour(Picture picture, int state, int dx, int dy) {
        return OptionalInt.empty();
    }

    @Override
    public String nameOf(Place place) {
        return place.action() >= 0 ? "arm " + place.action() : "all arms";
    }

    @Override
    public String spoken(Picture picture) {
        var marks = marks(picture);
        var text = new StringBuilder(means(picture).length + " arms");
        int chosen = chosen(picture.view());
        if (chosen >= 0) {
            text.append(", arm ").append(chosen).append(" pulled last");
        }
        for (int a = 0; a < marks.size(); a++) {
            text.append("; arm ")
                    .append(a)
                    .append(": estimate ")
                    .append(Numbers.brief(shown(picture, a)))
                    .append(", ")
                    .append(marks.get(a).n())
                    .append(" pulls");
        }
        return text.toString();
    }
}
