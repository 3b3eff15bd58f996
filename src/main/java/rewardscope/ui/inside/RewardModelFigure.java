package rewardscope.ui.inside;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import javafx.scene.text.TextAlignment;
import rewardscope.language.stage.LabEvents;
import rewardscope.sim.Curve;
import rewardscope.sim.Look;
import rewardscope.sim.View;
import rewardscope.ui.stage.Box;
import rewardscope.ui.stage.Brush;
import rewardscope.ui.theme.Palette;

/// How well a reward model judges pairs that nobody labelled: the share that it gets right over training, with its
/// interval, and how often it is right when it is so and so sure.
final class RewardModelFigure implements Figure {
    private static final double Z = 1.96;

    @Override
    public String title() {
        return "Reward model";
    }

    @Override
    public String meaning() {
        return "Accuracy on held-out pairs over training, and calibration";
    }

    @Override
    public Look look() {
        return Look.REWARD_MODEL;
    }

    private static int pairs(List<LabEvents.Calibration> groups) {
        return groups.stream().mapToInt(LabEvents.Calibration::pairs).sum();
    }

    /// The mean of |confidence − accuracy|.
    private static double error(List<LabEvents.Calibration> groups) {
        return groups.stream().mapToDouble(g -> Math.abs(g.confidence() - g.accuracy()) * g.pairs()).sum() / pairs(groups);
    }

    /// Wilson (1927): where the true share may lie if so many of n were right, with a confidence of 95 %.
    static double[] interval(double share, int n) {
        double middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n));
        return new double[] {middle - half, middle + half};
    }

    @Override
    public void paint(Brush brush, Palette palette, Box area, View view, OptionalInt pointed) {
        var curve = Curves.named(view, "reward-held-out-accuracy");
        var groups = view.looks().calibration();
        if (curve.isEmpty()) {
            Ink.waiting(brush, palette, area, "It is tested from its first update on. Run to the stage reward-model.");
            return;
        }
        double split = Math.min(area.width() * 0.6, area.width() - Math.min(area.height(), 260) - 20);
        accuracy(brush, palette, new Box(area.x() + 36, area.y() + 40, split - 60, area.height() - 66),
                curve.get(), pairs(groups));
        calibration(brush, palette, new Box(
                area.x() + split + 40, area.y() + 40, area.width() - split - 50, area.height() - 66), groups);
        Ink.title(brush, palette, area, sentence(curve.get(), groups));
    }

    private static String sentence(Curve.Points curve, List<LabEvents.Calibration> groups) {
        double share = Curves.last(curve);
        if (groups.isEmpty()) {
            return "Right in " + Plot.percent(share) + " of held-out pairs";
        }
        int n = pairs(groups);
        double[] interval = interval(share, n);
        return String.format(Locale.ROOT, "Right in %.0f %% of %d held-out pairs (%.0f to %.0f %%); how sure it is misses"
                        + " that by %.0f %%",
                100 * share, n, 100 * interval[0], 100 * interval[1], 100 * error(groups));
    }

    private static void accuracy(Brush brush, Palette palette, Box field, Curve.Points curve, int n) {
        double[] xs = new double[curve.size()];
        var low = new double[xs.length];
        var high = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = curve.lastAct()[i] - curve.lastAct()[0] + 1.0; // it is first tested after its first update
            double[] interval = interval(curve.mean()[i], Math.max(1, n));
            low[i] = interval[0];
            high[i] = interval[1];
        }
        var plot = new Plot(field, 0, Math.max(25, xs[xs.length - 1]), 0.4, 1);
        plot.axes(brush, palette, "update", "held-out accuracy");
        plot.line(brush, new double[] {0, plot.right()}, new double[] {0.5, 0.5}, 1.2, palette.faintInk(), Plot.Dash.DASHED);
        brush.word("a coin", field.right(), plot.y(0.5) - 8, 11, false, palette.faintInk(), TextAlignment.RIGHT);
        if (n > 0) {
            plot.band(brush, xs, low, high, palette.accent());
        }
        plot.line(brush, xs, curve.mean(), 2.2, palette.accent(), Plot.Dash.SOLID);
        for (int i = 0; i < xs.length; i++) {
            brush.disc(plot.x(xs[i]), plot.y(Math.clamp(curve.mean()[i], 0.4, 1)), 3, palette.accent());
        }
    }

    private static void calibration(Brush brush, Palette palette, Box field, List<LabEvents.Calibration> groups) {
        var plot = new Plot(field, 0.5, 1, 0, 1);
        plot.axes(brush, palette, "so sure it is", "so often it is right");
        plot.line(brush, new double[] {0.5, 1}, new double[] {0.5, 1}, 1.2, palette.faintInk(), Plot.Dash.DASHED);
        for (LabEvents.Calibration group : groups) {
            double x = plot.x(Math.clamp(group.confidence(), 0.5, 1));
            double[] interval = interval(group.accuracy(), group.pairs());
            brush.line(x, plot.y(interval[0]), x, plot.y(interval[1]), 1.5, palette.accent());
            brush.disc(x, plot.y(group.accuracy()), 4.5, palette.accent());
        }
    }

    @Override
    public String spoken(View view) {
        return Curves.named(view, "reward-held-out-accuracy")
                .map(curve -> sentence(curve, view.looks().calibration()))
                .orElse("not tested yet");
    }
}
