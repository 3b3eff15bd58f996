package rewardscope.ui.inside;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import rewardscope.agent.gradient.PpoPenalty;
import rewardscope.agent.gradient.PpoPenalty.Adaptation;
import rewardscope.agent.gradient.PpoPenalty.Optimisation;
import rewardscope.agent.gradient.PpoPenalty.Sample;
import rewardscope.sim.Curve;
import rewardscope.sim.Look;
import rewardscope.sim.View;
import rewardscope.ui.stage.Box;
import rewardscope.ui.stage.Brush;
import rewardscope.ui.stage.Numbers;
import rewardscope.ui.theme.Palette;

/// What holds the policy back without clipping. Left: each sample of the last minibatch, ρ Â (ring) and what the
/// penalty leaves of it, ρ Â − β KL (disc). Right: how far each batch moved the policy, against the band in which β stays
/// as it is, and β.
final class PenaltyFigure implements Figure {
    @Override
    public String title() {
        return "KL penalty";
    }

    @Override
    public String meaning() {
        return "What the penalty takes from each sample of the last minibatch, and how its weight adapts";
    }

    @Override
    public Look look() {
        return Look.PENALTY;
    }

    @Override
    public void paint(Brush brush, Palette palette, Box area, View view, OptionalInt pointed) {
        Optional<Optimisation> found = view.looks().last(PpoPenalty.Optimisation.class);
        if (found.isEmpty()) {
            Ink.waiting(brush, palette, area, "The points appear with the first minibatch: step to the next update.");
            return;
        }
        Optimisation event = found.get();
        Ink.title(brush, palette, area, words(event));
        double split = area.width() * 0.54;
        samples(brush, palette, new Box(area.x() + 48, area.y() + 42, split - 64, area.height() - 42 - 24), event);
        var beside = new Box(area.x() + split + 48, area.y() + 42, area.width() - split - 60, area.height() - 42 - 24);
        Curves.named(view, "kl").ifPresent(kl -> batches(brush, palette, beside, view, kl));
    }

    private static String words(Optimisation event) {
        return String.format(Locale.ROOT, "Epoch %d of %d, minibatch %d of %d", event.epoch() + 1, event.epochs(), event.minibatch() + 1, event.minibatches())
                + ":  KL " + Numbers.brief(event.kl()) + "   β " + Numbers.brief(event.beta()) + "   H " + Numbers.brief(event.entropy())
                + "   |∇L| " + Numbers.brief(event.gradientNorm());
    }

    private static void samples(Brush brush, Palette palette, Box field, Optimisation event) {
        double[] ratio = event.samples().stream().mapToDouble(Sample::ratio).toArray();
        double[] before = event.samples().stream().mapToDouble(s -> s.ratio() * s.advantage()).toArray();
        double[] after = event.samples().stream().mapToDouble(Sample::objective).toArray();
        double[] across = Plot.range(ratio, new double[] {0.9, 1.1});
        double[] up = Plot.range(before, after);
        var plot = new Plot(field, across[0], across[1], up[0], up[1]);
        plot.axes(brush, palette, "ratio ρ", "○ ρÂ   ● ρÂ − β KL");
        brush.line(plot.x(1), field.y(), plot.x(1), field.bottom(), 1, palette.hairline());
        for (int i = 0; i < ratio.length; i++) {
            double x = plot.x(ratio[i]);
            brush.line(x, plot.y(before[i]), x, plot.y(after[i]), 1.5, palette.punishment());
            brush.ring(x, plot.y(before[i]), 3.5, 1.2, palette.reference());
            brush.disc(x, plot.y(after[i]), 3, palette.tdError());
        }
    }

    private static void batches(Brush brush, Palette palette, Box field, View view, Curve.Points kl) {
        double[] xs = Plot.xs(kl);
        Optional<Adaptation> adapted = view.looks().last(Adaptation.class);
        double target = adapted.map(Adaptation::targetKl).orElse(0.0);
        double highest = Math.max(2 * target, 1.1 * Plot.range(kl.mean())[1]);
        var plot = new Plot(field, 1, Math.max(2, xs[xs.length - 1]), 0, highest);
        if (target > 0) {
            double top = plot.y(Math.min(highest, 1.5 * target));
            brush.alpha(0.5);
            brush.fill(new Box(field.x(), top, field.width(), plot.y(target / 1.5) - top), palette.hairline());
            brush.alpha(1);
        }
        plot.axes(brush, palette, "batch", "KL of a batch; in the band β stays" + adapted.map(a -> ": β → " + Numbers.brief(a.betaNew())
                + (a.factor() > 1 ? " (doubled)" : a.factor() < 1 ? " (halved)" : " (kept)")).orElse(""));
        plot.line(brush, xs, kl.mean(), 2, palette.ink(), Plot.Dash.SOLID);
        brush.disc(plot.x(xs[xs.length - 1]), plot.y(Math.min(highest, Curves.last(kl))), 3.5, palette.ink());
    }

    @Override
    public String spoken(View view) {
        return view.looks().last(PpoPenalty.Optimisation.class).map(PenaltyFigure::words).orElse("no minibatch yet");
    }
}
