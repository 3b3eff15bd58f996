package rewardscope.ui.inside;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.text.TextAlignment;
import rewardscope.agent.gradient.Ppo;
import rewardscope.agent.gradient.Ppo.Optimisation;
import rewardscope.agent.gradient.Ppo.Sample;
import rewardscope.sim.Look;
import rewardscope.sim.View;
import rewardscope.ui.stage.Box;
import rewardscope.ui.stage.Brush;
import rewardscope.ui.stage.Numbers;
import rewardscope.ui.theme.Palette;

/// The figure of the paper on proximal policy optimisation (Schulman et al. 2017, figure 1), live: what a sample
/// contributes against its ratio, with the samples of the last minibatch on it. Left those with a positive advantage,
/// right those with a negative one; in units of |Â|, so that all of them lie on one line. Filled discs pull at the
/// policy; open rings are clipped and pull no more.
final class ClippedFigure implements Figure {
    @Override
    public String title() {
        return "Clipped objective";
    }

    @Override
    public String meaning() {
        return "What each sample of the last minibatch contributes, against its ratio π/π_old";
    }

    @Override
    public Look look() {
        return Look.RATIOS;
    }

    private static Optional<Optimisation> last(View view) {
        return view.looks().last(Ppo.Optimisation.class);
    }

    /// The samples of one sign.
    static List<Sample> half(Optimisation event, boolean positive) {
        return event.samples().stream()
                .filter(s -> positive ? s.advantage() > 0 : s.advantage() < 0)
                .toList();
    }

    static long clipped(List<Sample> samples) {
        return samples.stream().filter(s -> !s.active()).count();
    }

    @Override
    public void paint(Brush brush, Palette palette, Box area, View view, OptionalInt pointed) {
        var found = last(view);
        if (found.isEmpty()) {
            Ink.waiting(brush, palette, area, "The points appear with the first minibatch: step to the next update.");
            return;
        }
        Optimisation event = found.get();
        Ink.title(
                brush,
                palette,
                area,
                String.format(
                        Locale.ROOT,
                        "Epoch %d of %d, minibatch %d of %d",
                        event.epoch() + 1,
                        event.epochs(),
                        event.minibatch() + 1,
                        event.minibatches()));
        String right = "KL " + Numbers.brief(event.kl()) + "   H " + Numbers.brief(event.entropy()) + "   |∇L| "
                + Numbers.brief(event.gradientNorm()) + "   outside 1 ± ε: "
                + String.format(Locale.ROOT, "%.0f %%", 100 * event.clipFraction());
        brush.word(right, area.right(), area.y() + 8, Ink.TEXT, false, palette.ink(), TextAlignment.RIGHT);
        double reach = reach(event);
        double width = area.width() / 2;
        for (boolean positive : new boolean[] {true, false}) {
            Box half = new Box(
                    area.x() + (positive ? 0 : width) + 36, area.y() + 42, width - 52, area.height() - 42 - 34);
            half(brush, palette, half, event, positive, reach);
        }
    }

    /// How far from 1 the axis goes to each side.
    private static double reach(Optimisation event) {
        double furthest = event.samples().stream()
                .mapToDouble(s -> Math.abs(s.ratio() - 1))
                .max()
                .orElse(0);
        return Math.clamp(1.15 * furthest, 2 * Math.max(event.clip(), 0.02), 2);
    }

    private static void half(
            Brush brush, Palette palette, Box field, Optimisation event, boolean positive, double reach) {
        double sign = positive ? 1 : -1;
        double low = 1 - reach;
        double high = 1 + reach;
        double bottom = positive ? low : -high;
        double top = positive ? high : -low;
        double epsilon = event.clip();
        var at = new Axes(field, low, high, bottom, top);
        var samples = half(event, positive);

        brush.alpha(0.5);
        brush.fill(
                new Box(at.x(1 - epsilon), field.y(), at.x(1 + epsilon) - at.x(1 - epsilon), field.height()),
                palette.hairline());
        brush.alpha(1);
        brush.outline(field, 0, 1, palette.hairline());
        // the side that is not chosen, where the two differ
        double corner = positive ? 1 + epsilon : 1 - epsilon;
        double end = positive ? high : low;
        brush.gc().setLineDashes(4, 5);
        brush.line(at.x(corner), at.y(sign * corner), at.x(end), at.y(sign * end), 1.5, palette.faintInk());
        double otherEnd = positive ? low : high;
        double other = positive ? 1 - epsilon : 1 + epsilon;
        brush.line(at.x(other), at.y(sign * other), at.x(otherEnd), at.y(sign * other), 1.5, palette.faintInk());
        brush.gc().setLineDashes();
        // the smaller of the two, which counts
        brush.line(at.x(otherEnd), at.y(sign * otherEnd), at.x(corner), at.y(sign * corner), 3, palette.tdError());
        brush.line(at.x(corner), at.y(sign * corner), at.x(end), at.y(sign * corner), 3, palette.tdError());
        brush.disc(at.x(1), at.y(sign), 4, palette.reference());
        for (Sample s : samples) {
            double y = at.y(s.objective() / Math.abs(s.advantage()));
            double x = at.x(Math.clamp(s.ratio(), low, high));
            double r = Math.clamp(2.5 + 2.2 * Math.sqrt(Math.abs(s.advantage())), 3, 8);
            if (s.active()) {
                brush.alpha(0.55);
                brush.disc(x, y, r, palette.ink());
            } else {
                brush.disc(x, y, r, palette.paper());
                brush.ring(x, y, r, 2, palette.ink());
            }
            brush.alpha(1);
        }
        for (double x : new double[] {1 - epsilon, 1, 1 + epsilon}) {
            brush.number(Numbers.brief(x), at.x(x), field.bottom() + 12, 11, false, palette.faintInk());
        }
        brush.word("ratio ρ", field.right() - 22, field.bottom() + 26, 11, false, palette.faintInk());
        Ink.tick(brush, palette, field, at.y(sign), sign);
        String words = String.format(
                Locale.ROOT,
                "Â %s 0: %d samples, %d clipped ○",
                positive ? ">" : "<",
                samples.size(),
                clipped(samples));
        brush.word(words, field.x(), field.y() - 12, Ink.TEXT, true, palette.tdError(), TextAlignment.LEFT);
    }

    private record Axes(Box field, double left, double right, double bottom, double top) {
        double x(double ratio) {
            return field.atX((ratio - left) / (right - left));
        }

        double y(double objective) {
            return field.atY(1 - (objective - bottom) / (top - bottom));
        }
    }

    @Override
    public String spoken(View view) {
        return last(view)
                .map(event -> String.format(
                        Locale.ROOT,
                        "%d samples with a positive advantage, %d of them clipped; %d with a negative one, %d of them"
                                + " clipped",
                        half(event, true).size(),
                        clipped(half(event, true)),
                        half(event, false).size(),
                        clipped(half(event, false))))
                .orElse("no minibatch yet");
    }
}
