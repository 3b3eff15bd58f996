package rewardscope.ui.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;
import rewardscope.math.Interval;
import rewardscope.sim.comparison.Comparison.Learner;
import rewardscope.sim.comparison.Comparison.Progress;
import rewardscope.ui.stage.Box;
import rewardscope.ui.stage.Brush;
import rewardscope.ui.stage.Numbers;
import rewardscope.ui.theme.Palette;

/// A measure over the steps of several learners, each with the 95 % interval of its mean as a band. Colour, dashes and
/// a name at the end of each line tell them apart; pointing at a step reads all of them there.
final class CurvesFigure extends Drawing {
    private static final double LEFT = 48;
    private static final double LABELS = 176;
    private static final double LABEL_HEIGHT = 28;

    /// From so many seeds on, the interval is narrow enough for a band to say something.
    private static final int SEEDS_FOR_BAND = 3;

    private Optional<Progress> progress = Optional.empty();
    private OptionalInt pointed = OptionalInt.empty();

    CurvesFigure() {
        setMinSize(160, 70);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(e.getX()));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(-1));
    }

    void show(Progress shown) {
        progress = Optional.of(shown);
        setAccessibleText(spoken(shown));
        draw();
    }

    void clear() {
        progress = Optional.empty();
        draw();
    }

    private static String spoken(Progress shown) {
        var text = new StringBuilder("learning curves");
        for (Learner learner : shown.learners()) {
            text.append(String.format(
                    Locale.ROOT,
                    "; %s: %s ± %s",
                    learner.name(),
                    Numbers.brief(learner.end().mean()),
                    Numbers.brief(learner.end().half())));
        }
        return text.toString();
    }

    private void point(double x) {
        Box field = field(getWidth(), getHeight());
        boolean inside = progress.isPresent() && x >= field.x() && x <= field.right();
        int n = progress.map(p -> p.learners().getFirst().steps().length).orElse(1);
        OptionalInt now = inside
                ? OptionalInt.of(Math.clamp(Math.round((x - field.x()) / field.width() * n) - 1, 0, n - 1))
                : OptionalInt.empty();
        if (!now.equals(pointed)) {
            pointed = now;
            draw();
        }
    }

    private static Box field(double width, double height) {
        return new Box(LEFT, 22, Math.max(10, width - LEFT - LABELS), Math.max(10, height - 22 - 20));
    }

    /// Both axes: what a share of the field's width and height stands for.
    private record Axes(Box field, double steps, double low, double high) {
        double x(double step) {
            return field.atX(step / steps);
        }

        double y(double value) {
            return field.atY(1 - (value - low) / (high - low));
        }
    }

    @Override
    void paint(Brush brush, Palette palette, double width, double height) {
        if (progress.isEmpty()) {
            return;
        }
        Progress shown = progress.get();
        Box field = field(width, height);
        Optional<Axes> axes = axes(shown, field);
        String title = "Mean " + shown.plan().measure().title()
                + (shown.learners().getFirst().seeds() < SEEDS_FOR_BAND ? "" : ", 95 % band");
        brush.word(title, field.x(), 9, 12, true, palette.ink(), TextAlignment.LEFT);
        if (axes.isEmpty()) {
            brush.word("The first runs are on their way …", field.centerX(), field.centerY(), 13, false, palette.faintInk());
            return;
        }
        grid(brush, palette, axes.get());
        for (int i = 0; i < shown.learners().size(); i++) {
            curve(brush, palette, axes.get(), shown.learners().get(i), i);
        }
        int at = pointed.orElse(-1);
        if (at >= 0) {
            double x = axes.get().x(shown.learners().getFirst().steps()[at]);
            brush.line(x, field.y(), x, field.bottom(), 1, palette.accent());
            String step = String.format(Locale.ROOT, "step %,.0f", shown.learners().getFirst().steps()[at]);
            brush.word(step, field.right() + 10, 9, 12, false, palette.accent(), TextAlignment.LEFT);
        } else {
            String end = "over the " + shown.plan().measure().end();
            brush.word(end, field.right() + 10, 9, 11, false, palette.faintInk(), TextAlignment.LEFT);
        }
        labels(brush, palette, axes.get(), shown);
    }

    /// The range of all means, and of the bands as far as they do not squeeze the means flat.
    private static Optional<Axes> axes(Progress shown, Box field) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double bandLow = Double.POSITIVE_INFINITY;
        double bandHigh = Double.NEGATIVE_INFINITY;
        for (Learner learner : shown.learners()) {
            for (var point : learner.curve()) {
                if (point.isPresent()) {
                    double half = band(learner, point.get());
                    low = Math.min(low, point.get().mean());
                    high = Math.max(high, point.get().mean());
                    bandLow = Math.min(bandLow, point.get().mean() - half);
                    bandHigh = Math.max(bandHigh, point.get().mean() + half);
                }
            }
        }
        if (low > high) {
            return Optional.empty();
        }
        double span = Math.max(high - low, 1e-9 + 1e-6 * Math.abs(high));
        bandLow = Math.max(bandLow, low - 0.6 * span);
        bandHigh = Math.min(bandHigh, high + 0.6 * span);
        double room = 0.04 * Math.max(bandHigh - bandLow, span);
        double[] steps = shown.learners().getFirst().steps();
        return Optional.of(new Axes(field, steps[steps.length - 1], bandLow - room, bandHigh + room));
    }

    private static double band(Learner learner, Interval point) {
        return learner.seeds() < SEEDS_FOR_BAND ? 0 : point.half();
    }

    private static void grid(Brush brush, Palette palette, Axes axes) {
        Box field = axes.field();
        for (double value : Ticks.between(axes.low(), axes.high(), (int) Math.max(2, field.height() / 26))) {
            double y = axes.y(value);
            brush.line(field.x(), y, field.right(), y, 1, palette.hairline());
            brush.gc().setTextAlign(TextAlignment.RIGHT);
            brush.number(Numbers.brief(value), field.x() - 6, y, 11, false, palette.faintInk());
            brush.gc().setTextAlign(TextAlignment.CENTER);
        }
        brush.line(field.x(), field.bottom(), field.right(), field.bottom(), 1, palette.faintInk());
        double[] ticks = Ticks.between(0, axes.steps(), (int) Math.max(2, field.width() / 90));
        for (double step : ticks) {
            boolean last = step == ticks[ticks.length - 1];
            String text = String.format(Locale.ROOT, last ? "%,.0f steps" : "%,.0f", step);
            brush.line(axes.x(step), field.bottom(), axes.x(step), field.bottom() + 4, 1, palette.faintInk());
            double room = Brush.DIGIT * 11 * text.length() / 2;
            double x = Math.min(axes.x(step), field.right() - room);
            brush.number(text, x, field.bottom() + 12, 11, false, palette.faintInk());
        }
    }

    private void curve(Brush brush, Palette palette, Axes axes, Learner learner, int i) {
        var xs = new ArrayList<Double>();
        var points = new ArrayList<Interval>();
        for (int p = 0; p < learner.steps().length; p++) {
            if (learner.curve().get(p).isPresent()) {
                xs.add(axes.x(learner.steps()[p]));
                points.add(learner.curve().get(p).get());
            }
        }
        int n = xs.size();
        if (n == 0) {
            return;
        }
        var x = xs.stream().mapToDouble(each -> each).toArray();
        var means = points.stream().mapToDouble(point -> axes.y(point.mean())).toArray();
        var outline = new double[4 * n];
        for (int k = 0; k < n; k++) {
            double half = band(learner, points.get(k));
            outline[2 * k] = x[k];
            outline[2 * k + 1] = axes.y(points.get(k).mean() + half);
            outline[4 * n - 2 - 2 * k] = x[k];
            outline[4 * n - 1 - 2 * k] = axes.y(points.get(k).mean() - half);
        }
        var gc = brush.gc();
        gc.save();
        gc.beginPath();
        gc.rect(axes.field().x(), axes.field().y(), axes.field().width(), axes.field().height());
        gc.clip();
        brush.alpha(0.2);
        brush.polygon(Strokes.color(palette, i), outline);
        gc.restore();
        brush.forgetFont();
        gc.setStroke(Strokes.color(palette, i));
        gc.setLineWidth(2.4);
        gc.setLineDashes(Strokes.dashes(i));
        gc.strokePolyline(x, means, n);
        gc.setLineDashes();
    }

    /// The names at the ends of the lines, moved apart where they would lie on each other.
    private void labels(Brush brush, Palette palette, Axes axes, Progress shown) {
        List<Learner> learners = shown.learners();
        Box field = axes.field();
        List<Integer> order = IntStream.range(0, learners.size())
                .filter(i -> level(learners.get(i)).isPresent())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -level(learners.get(i)).orElseThrow().mean()))
                .toList();
        double step = Math.min(LABEL_HEIGHT, Math.max(14, (field.height() + 24) / Math.max(1, order.size())));
        double lowest = field.bottom() + 14 - (step >= LABEL_HEIGHT ? 14 : 0);
        var ys = new double[order.size()];
        double above = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < ys.length; k++) {
            ys[k] = Math.max(axes.y(level(learners.get(order.get(k))).orElseThrow().mean()), above + step);
            above = ys[k];
        }
        double below = lowest + step;
        for (int k = ys.length - 1; k >= 0; k--) {
            ys[k] = Math.min(ys[k], below - step);
            below = ys[k];
        }
        for (int k = 0; k < ys.length; k++) {
            int i = order.get(k);
            Learner learner = learners.get(i);
            Interval read = pointed.isPresent() ? level(learner).orElseThrow() : learner.end();
            String number = learner.seeds() < SEEDS_FOR_BAND ? Numbers.brief(read.mean()) : PlusMinus.text(read);
            double x = field.right() + 10;
            boolean twoLines = step >= LABEL_HEIGHT;
            String name = shortened(learner.name(), twoLines ? 26 : 14);
            double size = twoLines ? 12 : 11;
            brush.word(name, x, ys[k], size, true, Strokes.color(palette, i), TextAlignment.LEFT);
            brush.word(
                    number,
                    twoLines ? x : getWidth() - 4,
                    ys[k] + (twoLines ? 14 : 0),
                    size,
                    false,
                    palette.ink(),
                    twoLines ? TextAlignment.LEFT : TextAlignment.RIGHT);
        }
    }

    private static String shortened(String name, int most) {
        return name.length() <= most ? name : name.substring(0, most - 1) + "…";
    }

    /// Where the line stands: at the step that is pointed at, else at its end.
    private Optional<Interval> level(Learner learner) {
        int last = learner.curve().size() - 1;
        return learner.curve().get(pointed.orElse(last));
    }
}
