package rewardscope.ui.inside;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import rewardscope.sim.Curve;
import rewardscope.sim.Look;
import rewardscope.sim.View;
import rewardscope.ui.stage.Box;
import rewardscope.ui.stage.Brush;
import rewardscope.ui.stage.Numbers;
import rewardscope.ui.theme.Palette;

/// What a baseline does, measured. Left: the variance of the policy's gradient in each episode, with the baseline and,
/// for the very same steps, without. Right: the baseline's own part of the gradient, b ∇ln π: how long one of them is, and
/// how long their running mean, which has to go to 0.
final class ScatterFigure implements Figure {
    @Override
    public String title() {
        return "Gradient variance";
    }

    @Override
    public String meaning() {
        return "How far the gradients scatter with the baseline and without, and the mean of b ∇ln π";
    }

    @Override
    public Look look() {
        return Look.SCATTER;
    }

    @Override
    public void paint(Brush brush, Palette palette, Box area, View view, OptionalInt pointed) {
        var with = Curves.named(view, "gradient-variance");
        var without = Curves.named(view, "gradient-variance-without-baseline");
        var mean = Curves.named(view, "baseline-mean-norm");
        var single = Curves.named(view, "baseline-norm");
        if (with.isEmpty() || without.isEmpty() || mean.isEmpty() || single.isEmpty()) {
            Ink.waiting(brush, palette, area, "The curves appear when the first episode was learned from.");
            return;
        }
        Ink.title(brush, palette, area, words(view));
        double half = area.width() / 2;
        two(brush, palette, left(area, area.x(), half), "Variance of the gradient",
                new Named(without.get(), "without", palette.reference(), Plot.Dash.DASHED),
                new Named(with.get(), "with v̂", palette.tdError(), Plot.Dash.SOLID));
        two(brush, palette, left(area, area.x() + half, half), "Length of b ∇ln π",
                new Named(single.get(), "of one step", palette.reference(), Plot.Dash.DASHED),
                new Named(mean.get(), "of their mean", palette.positive(), Plot.Dash.SOLID));
    }

    private static Box left(Box area, double x, double width) {
        return new Box(x + 48, area.y() + 42, width - 48 - 96, area.height() - 42 - 22);
    }

    private record Named(Curve.Points points, String name, Color color, Plot.Dash dash) {
        /// Powers of ten.
        double[] logs() {
            double[] logs = points.mean().clone();
            for (int i = 0; i < logs.length; i++) {
                logs[i] = logs[i] > 0 ? Math.log10(logs[i]) : Double.NaN;
            }
            return logs;
        }
    }

    private static void two(Brush brush, Palette palette, Box field, String what, Named above, Named below) {
        double[] range = Plot.range(above.logs(), below.logs());
        double[] xs = Plot.xs(above.points());
        var plot = new Plot(field, 1, Math.max(2, xs[xs.length - 1]), range[0], range[1]);
        brush.line(field.x(), field.bottom(), field.right(), field.bottom(), 1, palette.faintInk());
        int step = (int) Math.max(1, Math.ceil((range[1] - range[0]) / 3));
        for (double at = Math.ceil(range[0]); at <= range[1]; at += step) {
            brush.line(field.x(), plot.y(at), field.right(), plot.y(at), 1, palette.hairline());
            Ink.tick(brush, palette, field, plot.y(at), Math.pow(10, at));
        }
        brush.word(what, field.x(), field.y() - 10, 11, true, palette.faintInk(), TextAlignment.LEFT);
        brush.word("episode " + Numbers.brief(xs[xs.length - 1]), field.right(), field.bottom() + 11, 11, false, palette.faintInk(), TextAlignment.RIGHT);
        double last = Double.NaN;
        for (Named each : new Named[] {above, below}) {
            double[] logs = each.logs();
            plot.line(brush, Plot.xs(each.points()), logs, 2, each.color(), each.dash());
            double end = logs[logs.length - 1];
            double y = Double.isFinite(end) ? plot.y(end) : field.centerY();
            y = Math.abs(y - last) < 28 ? (y < last ? last - 28 : last + 28) : y;
            last = y;
            brush.word(each.name(), field.right() + 6, y - 7, 11, true, each.color(), TextAlignment.LEFT);
            brush.word(Numbers.brief(Curves.last(each.points())), field.right() + 6, y + 7, 11, false, palette.ink(), TextAlignment.LEFT);
        }
    }

    private static String words(View view) {
        Optional<Double> with = Curves.named(view, "gradient-variance").map(Curves::last);
        Optional<Double> without = Curves.named(view, "gradient-variance-without-baseline").map(Curves::last);
        if (with.isEmpty() || without.isEmpty()) {
            return "no episode learned from yet";
        }
        double times = without.get() / with.get();
        return "In the last episode the baseline made the variance "
                + (times >= 1 ? Numbers.brief(times) + " times smaller" : Numbers.brief(1 / times) + " times larger");
    }

    @Override
    public String spoken(View view) {
        return words(view);
    }
}
