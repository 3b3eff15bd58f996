package rewardscope.ui.inside;

import java.util.Locale;
import java.util.OptionalInt;
import javafx.scene.text.TextAlignment;
import rewardscope.language.stage.LabEvents;
import rewardscope.sim.Curve;
import rewardscope.sim.Look;
import rewardscope.sim.View;
import rewardscope.ui.stage.Box;
import rewardscope.ui.stage.Brush;
import rewardscope.ui.stage.Numbers;
import rewardscope.ui.theme.Palette;

/// The implicit rewards of direct preference optimisation over training: of the chosen answers, of the rejected ones, and
/// the margin between them, which is all that the loss sees.
final class MarginFigure implements Figure {
    @Override
    public String title() {
        return "Margin";
    }

    @Override
    public String meaning() {
        return "Implicit rewards of chosen and rejected answers over training, and the margin between them";
    }

    @Override
    public Look look() {
        return Look.PREFERENCES;
    }

    @Override
    public void paint(Brush brush, Palette palette, Box area, View view, OptionalInt pointed) {
        var chosen = Curves.named(view, "dpo-chosen-reward");
        var rejected = Curves.named(view, "dpo-rejected-reward");
        if (chosen.isEmpty() || rejected.isEmpty()) {
            Ink.waiting(brush, palette, area, "The curves begin with the first minibatch of DPO.");
            return;
        }
        double[] xs = Plot.xs(chosen.get());
        double[] up = chosen.get().mean();
        double[] down = rejected.get().mean();
        var margin = new double[Math.min(up.length, down.length)];
        for (int i = 0; i < margin.length; i++) {
            margin[i] = up[i] - down[i];
        }
        double[] range = Plot.range(up, down, margin, new double[] {0});
        double beta = view.looks().last(LabEvents.DpoUpdate.class).map(LabEvents.DpoUpdate::beta).orElse(Double.NaN);
        Ink.title(brush, palette, area, sentence(chosen.get(), rejected.get()));
        Ink.note(brush, palette, area.x(), area.y() + 26, why(chosen.get(), rejected.get())
                + (Double.isFinite(beta) ? "  β = " + Numbers.brief(beta) : ""));
        Box field = new Box(area.x() + 40, area.y() + 56, area.width() - 170, area.height() - 80);
        var plot = new Plot(field, 1, Math.max(2, xs[xs.length - 1]), range[0], range[1]);
        plot.axes(brush, palette, "update", "implicit reward r̂ = β log π/π reference");
        plot.line(brush, xs, up, 2.2, palette.positive(), Plot.Dash.SOLID);
        plot.line(brush, xs, down, 2.2, palette.negative(), Plot.Dash.DASHED);
        plot.line(brush, xs, margin, 2.2, palette.ink(), Plot.Dash.DOTTED);
        double[] at = apart(plot.y(up[up.length - 1]), plot.y(down[down.length - 1]), plot.y(margin[margin.length - 1]));
        ended(brush, plot, at[0], "✓ chosen", up, palette.positive());
        ended(brush, plot, at[1], "✗ rejected", down, palette.negative());
        ended(brush, plot, at[2], "margin", margin, palette.ink());
    }

    private static void ended(
            Brush brush, Plot plot, double y, String name, double[] ys, javafx.scene.paint.Color color) {
        brush.word(name + " " + Numbers.signed(ys[ys.length - 1]), plot.field().right() + 8, y, 12, true, color,
                TextAlignment.LEFT);
    }

    /// Heights of three words that do not cover each other.
    private static double[] apart(double a, double b, double c) {
        double[] y = {a, b, c};
        for (int round = 0; round < 12; round++) {
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    if (i != j && Math.abs(y[i] - y[j]) < 16) {
                        double push = (16 - Math.abs(y[i] - y[j])) / 2;
                        boolean over = y[i] < y[j] || y[i] == y[j] && i < j;
                        y[i] += over ? -push : push;
                        y[j] += over ? push : -push;
                    }
                }
            }
        }
        return y;
    }

    static String sentence(Curve.Points chosen, Curve.Points rejected) {
        double up = Curves.last(chosen);
        double down = Curves.last(rejected);
        return String.format(Locale.ROOT, "Chosen answers are %s, rejected ones %s; the margin is %+.2f.",
                likely(up), likely(down), up - down).replace('-', '−');
    }

    private static String likely(double reward) {
        return Math.abs(reward) < 0.02
                ? "about as likely as under the reference"
                : reward > 0 ? "likelier" : "less likely";
    }

    /// Why the chosen answers may become less likely.
    static String why(Curve.Points chosen, Curve.Points rejected) {
        double up = Curves.last(chosen);
        double down = Curves.last(rejected);
        if (up < -0.02 && up > down) {
            return "The loss sees the margin alone: both fall, since they share words, and the rejected ones fall further.";
        }
        return up > down
                ? "The loss sees the margin alone: it would be as content if both fell, the rejected ones further."
                : "The loss pushes the two apart; it does not care where they lie.";
    }

    @Override
    public String spoken(View view) {
        var chosen = Curves.named(view, "dpo-chosen-reward");
        var rejected = Curves.named(view, "dpo-rejected-reward");
        return chosen.isEmpty() || rejected.isEmpty()
                ? "no minibatch yet"
                : sentence(chosen.get(), rejected.get()) + " " + why(chosen.get(), rejected.get());
    }
}
