package rewardscope.ui.inside;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.text.TextAlignment;
import rewardscope.sim.Curve;
import rewardscope.sim.Look;
import rewardscope.sim.View;
import rewardscope.ui.stage.Box;
import rewardscope.ui.stage.Brush;
import rewardscope.ui.stage.Numbers;
import rewardscope.ui.theme.Palette;

/// What becomes of a policy over training from feedback, side by side: the score that it is given, how far it is from
/// the reference, how sure it is, how much it says, and how good it truly is.
final class FeedbackFigure implements Figure {
    private record Panel(String series, String title) {}

    private static final List<Panel> PANELS = List.of(
            new Panel("reward", "score"),
            new Panel("quality", "true quality"),
            new Panel("kl", "KL"),
            new Panel("entropy", "entropy"),
            new Panel("length", "words"));

    @Override
    public String title() {
        return "Training";
    }

    @Override
    public String meaning() {
        return "Score, true quality, divergence, entropy and length of the answers over training";
    }

    @Override
    public Look look() {
        return Look.FEEDBACK_CURVES;
    }

    /// The policy that learned last, of those with curves.
    private static Optional<String> model(View view) {
        return List.of("dpo", "ppo", "reinforce").stream()
                .filter(name -> Curves.named(view, name + "-kl").isPresent())
                .findFirst();
    }

    @Override
    public void paint(Brush brush, Palette palette, Box area, View view, OptionalInt pointed) {
        var model = model(view);
        if (model.isEmpty()) {
            Ink.waiting(brush, palette, area, "The curves begin with the first batch of answers.");
            return;
        }
        Ink.title(brush, palette, area, sentence(view, model.get()));
        var shown = PANELS.stream()
                .filter(panel -> Curves.named(view, model.get() + "-" + panel.series()).isPresent())
                .toList();
        double width = area.width() / shown.size();
        for (int i = 0; i < shown.size(); i++) {
            Panel panel = shown.get(i);
            Box field = new Box(area.x() + i * width + 40, area.y() + 46, width - 52, area.height() - 70);
            panel(brush, palette, field, panel, Curves.named(view, model.get() + "-" + panel.series()).orElseThrow());
        }
    }

    private static void panel(Brush brush, Palette palette, Box field, Panel panel, Curve.Points curve) {
        double[] range = Plot.range(curve.mean());
        double[] xs = Plot.xs(curve);
        var plot = new Plot(field, 1, Math.max(2, xs[xs.length - 1]), range[0], range[1]);
        plot.axes(brush, palette, "", "");
        brush.word(panel.title() + " " + Numbers.brief(Curves.last(curve)), field.x() - 36, field.y() - 13, 12, true,
                palette.ink(), TextAlignment.LEFT);
        boolean truth = panel.series().equals("quality");
        plot.line(brush, xs, curve.mean(), 2.2, truth ? palette.exploration() : palette.accent(),
                truth ? Plot.Dash.DASHED : Plot.Dash.SOLID);
        brush.disc(plot.x(xs[xs.length - 1]), plot.y(Curves.last(curve)), 3.5,
                truth ? palette.exploration() : palette.accent());
    }

    /// What the first two curves say together.
    private static String sentence(View view, String model) {
        return sentence(model, Curves.named(view, model + "-reward"), Curves.named(view, model + "-quality"));
    }

    static String sentence(String model, Optional<Curve.Points> score, Optional<Curve.Points> quality) {
        String name = model.equals("reinforce") ? "REINFORCE" : model.toUpperCase(Locale.ROOT);
        if (score.isEmpty() || quality.isEmpty() || score.get().size() < 4) {
            return name + " has just begun.";
        }
        double[] q = smoothed(quality.get().mean());
        double[] r = smoothed(score.get().mean());
        int best = 0;
        for (int i = 1; i < q.length; i++) {
            best = q[i] > q[best] ? i : best;
        }
        double lost = q[best] - q[q.length - 1];
        double won = r[r.length - 1] - r[Math.min(best, r.length - 1)];
        if (lost > 0.08 && won > 0.08) {
            return String.format(Locale.ROOT,
                    "%s: since the true quality was best it has lost %.2f, the score has won %.2f: optimised too far.",
                    name, lost, won);
        }
        double more = r[r.length - 1] - r[0];
        double better = q[q.length - 1] - q[0];
        return String.format(Locale.ROOT, "%s: the score has gone %s by %.2f, the true quality %s by %.2f.", name,
                way(more), Math.abs(more), way(better), Math.abs(better));
    }

    private static String way(double change) {
        return change < 0 ? "down" : "up";
    }

    /// Means of three neighbours: single batches are noisy.
    private static double[] smoothed(double[] x) {
        var y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int from = Math.max(0, i - 1);
            int to = Math.min(x.length - 1, i + 1);
            for (int j = from; j <= to; j++) {
                y[i] += x[j] / (to - from + 1);
            }
        }
        return y;
    }

    @Override
    public String spoken(View view) {
        return model(view).map(model -> sentence(view, model)).orElse("nothing yet");
    }
}
