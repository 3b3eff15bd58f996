package rewardscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import rewardscope.math.Interval;
import rewardscope.sim.Comparison.Learner;
import rewardscope.sim.Comparison.Progress;
import rewardscope.ui.stage.Box;
import rewardscope.ui.stage.Brush;
import rewardscope.ui.stage.Numbers;
import rewardscope.ui.theme.Palette;

/// Mean return over the steps of several learners, each with the 95 % interval of the mean as a band. Colour, dashes
/// and a name at the end of each line tell them apart.
final class CurvesFigure extends Region {
    private static final double[][] DASHES = {{}, {9, 5}, {2, 5}, {9, 4, 2, 4}};

    private final Canvas canvas = new Canvas();
    private final Brush brush = new Brush(canvas.getGraphicsContext2D());
    private Palette palette = Palette.LIGHT;
    private Optional<Progress> progress = Optional.empty();
    private List<String> names = List.of();

    CurvesFigure() {
        getChildren().add(canvas);
        canvas.setManaged(false);
        setMinSize(120, 70);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    void show(Progress shown, List<String> called) {
        progress = Optional.of(shown);
        names = called;
        var text = new StringBuilder("learning curves");
        for (int i = 0; i < called.size(); i++) {
            Interval last = shown.learners().get(i).last();
            text.append(String.format(
                    Locale.ROOT, "; %s: %s ± %s", called.get(i), Numbers.brief(last.mean()), Numbers.brief(last.half())));
        }
        setAccessibleText(text.toString());
        draw();
    }

    void use(Palette wanted) {
        palette = wanted;
        draw();
    }

    private Color color(int i) {
        return List.of(palette.positive(), palette.negative(), palette.exploration(), palette.tdError()).get(i % 4);
    }

    private void draw() {
        if (getWidth() < 60 || getHeight() < 50) {
            return;
        }
        brush.begin(new Box(0, 0, getWidth(), getHeight()), palette.paper());
        progress.ifPresent(this::draw);
    }

    private void draw(Progress shown) {
        Box field = new Box(52, 8, getWidth() - 52 - 150, getHeight() - 8 - 34);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Learner learner : shown.learners()) {
            for (var point : learner.curve()) {
                if (point.isPresent()) {
                    double half = learner.seeds() < 3 ? 0 : point.get().half();
                    low = Math.min(low, point.get().mean() - half);
                    high = Math.max(high, point.get().mean() + half);
                }
            }
        }
        brush.line(field.x(), field.bottom(), field.right(), field.bottom(), 1, palette.faintInk());
        if (low > high) {
            brush.word("The first runs are on their way …", getWidth() / 2, getHeight() / 2, 13, false, palette.faintInk());
            return;
        }
        double span = Math.max(1e-9, high - low);
        for (double value : new double[] {low, low + span / 2, high}) {
            double y = field.atY(1 - (value - low) / span);
            brush.line(field.x(), y, field.right(), y, 1, palette.hairline());
            brush.gc().setTextAlign(TextAlignment.RIGHT);
            brush.number(Numbers.brief(value), field.x() - 6, y, 11, false, palette.faintInk());
            brush.gc().setTextAlign(TextAlignment.CENTER);
        }
        double[] steps = shown.learners().getFirst().steps();
        brush.number("0", field.x(), field.bottom() + 12, 11, false, palette.faintInk());
        brush.number(
                String.format(Locale.ROOT, "%,.0f steps", steps[steps.length - 1]),
                field.right() - 30,
                field.bottom() + 12,
                11,
                false,
                palette.faintInk());
        brush.word(
                "mean return, band: 95 % interval over the seeds",
                field.centerX(),
                field.bottom() + 26,
                11,
                false,
                palette.faintInk());
        double labelled = Double.NEGATIVE_INFINITY;
        var order = new ArrayList<Integer>();
        for (int i = 0; i < shown.learners().size(); i++) {
            curve(field, shown.learners().get(i), i, low, span);
            order.add(i);
        }
        order.sort((a, b) -> Double.compare(end(shown.learners().get(b)), end(shown.learners().get(a))));
        for (int i : order) {
            Learner learner = shown.learners().get(i);
            if (Double.isFinite(end(learner))) {
                double y = Math.max(field.atY(1 - (end(learner) - low) / span), labelled + 28);
                labelled = y;
                brush.word(names.get(i), field.right() + 8, y, 12, true, color(i), TextAlignment.LEFT);
                String text = Numbers.brief(learner.last().mean())
                        + (Double.isFinite(learner.last().half()) ? " ± " + Numbers.brief(learner.last().half()) : "");
                brush.word(text, field.right() + 8, y + 14, 11, false, palette.ink(), TextAlignment.LEFT);
            }
        }
    }

    private static double end(Learner learner) {
        return learner.curve().getLast().map(Interval::mean).orElse(Double.NaN);
    }

    private void curve(Box field, Learner learner, int i, double low, double span) {
        var xs = new ArrayList<Double>();
        var means = new ArrayList<Double>();
        var tops = new ArrayList<Double>();
        var bottoms = new ArrayList<Double>();
        double last = learner.steps()[learner.steps().length - 1];
        for (int p = 0; p < learner.steps().length; p++) {
            if (learner.curve().get(p).isPresent()) {
                Interval point = learner.curve().get(p).get();
                double half = learner.seeds() < 3 ? 0 : point.half();
                xs.add(field.atX(learner.steps()[p] / last));
                means.add(field.atY(1 - (point.mean() - low) / span));
                tops.add(field.atY(1 - (point.mean() + half - low) / span));
                bottoms.add(field.atY(1 - (point.mean() - half - low) / span));
            }
        }
        int n = xs.size();
        if (n < 2) {
            return;
        }
        var outline = new double[4 * n];
        for (int k = 0; k < n; k++) {
            outline[2 * k] = xs.get(k);
            outline[2 * k + 1] = tops.get(k);
            outline[4 * n - 2 - 2 * k] = xs.get(k);
            outline[4 * n - 1 - 2 * k] = bottoms.get(k);
        }
        brush.alpha(0.22);
        brush.polygon(color(i), outline);
        brush.alpha(1);
        var gc = brush.gc();
        gc.setStroke(color(i));
        gc.setLineWidth(2.2);
        gc.setLineDashes(DASHES[i % DASHES.length]);
        gc.strokePolyline(
                xs.stream().mapToDouble(x -> x).toArray(), means.stream().mapToDouble(x -> x).toArray(), n);
        gc.setLineDashes();
    }

    @Override
    protected void layoutChildren() {
        double w = Math.floor(getWidth());
        double h = Math.floor(getHeight());
        if (canvas.getWidth() != w || canvas.getHeight() != h) {
            canvas.setWidth(w);
            canvas.setHeight(h);
            draw();
        }
    }
}
