package rewardscope.ui.inside;

import java.util.List;
import java.util.OptionalInt;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import rewardscope.agent.gradient.TrpoEvents.LineSearch;
import rewardscope.agent.gradient.TrpoEvents.NaturalGradient;
import rewardscope.sim.Look;
import rewardscope.sim.View;
import rewardscope.ui.stage.Box;
import rewardscope.ui.stage.Brush;
import rewardscope.ui.stage.Numbers;
import rewardscope.ui.theme.Palette;

/// The trust region: each try of the line search by how far it moves the policy and what that wins. Only what lies left
/// of the line at δ, and above 0, may be kept. Beside it the conjugate gradients that found the direction.
final class LineSearchFigure implements Figure {
    @Override
    public String title() {
        return "Trust region";
    }

    @Override
    public String meaning() {
        return "The tries of the last line search: divergence from the old policy against what was won";
    }

    @Override
    public Look look() {
        return Look.LINE_SEARCH;
    }

    private static List<LineSearch> tries(View view) {
        return view.looks().sequence(LineSearch.class);
    }

    @Override
    public void paint(Brush brush, Palette palette, Box area, View view, OptionalInt pointed) {
        List<LineSearch> tries = tries(view);
        if (tries.isEmpty()) {
            Ink.waiting(brush, palette, area,
                    "The last line search lies too far back, or is still to come: step to the next update.");
            return;
        }
        double split = area.width() * 0.6;
        search(brush, palette, new Box(area.x(), area.y(), split - 16, area.height()), tries, pointed);
        view.looks()
                .last(NaturalGradient.class)
                .ifPresent(found -> residuals(
                        brush,
                        palette,
                        new Box(area.x() + split + 8, area.y(), area.width() - split - 8, area.height()),
                        found));
    }

    private static void search(Brush brush, Palette palette, Box area, List<LineSearch> tries, OptionalInt pointed) {
        double delta = tries.getFirst().maxKl();
        double[] kl = tries.stream().mapToDouble(LineSearch::kl).toArray();
        double[] won = tries.stream().mapToDouble(LineSearch::improvement).toArray();
        double furthest = Math.max(1.4 * delta, 1.1 * Plot.range(kl)[1]);
        double[] up = Plot.range(won);
        var field = new Box(area.x() + 52, area.y() + 42, area.width() - 60, area.height() - 42 - 24);
        var plot = new Plot(field, 0, furthest, Math.min(0, up[0]), Math.max(up[1], 1e-9));
        brush.alpha(0.5);
        brush.fill(new Box(field.x(), field.y(), plot.x(delta) - field.x(), plot.y(0) - field.y()), palette.hairline());
        brush.alpha(1);
        plot.axes(brush, palette, "KL(old, new)", "what is won, ΔL");
        brush.line(plot.x(delta), field.y(), plot.x(delta), field.bottom(), 2, palette.punishment());
        brush.word(
                "δ = " + Numbers.brief(delta), plot.x(delta) + 6, field.y() + 7, 12, true, palette.punishment(), TextAlignment.LEFT);
        brush.disc(plot.x(0), plot.y(0), 4, palette.reference());
        for (int i = 0; i < kl.length; i++) {
            double x = plot.x(Math.min(kl[i], furthest));
            double y = plot.y(won[i]);
            if (tries.get(i).accepted()) {
                brush.disc(x, y, 7, palette.ink());
            } else {
                brush.disc(x, y, 6, palette.paper());
                brush.ring(x, y, 6, 2, palette.ink());
            }
            if (pointed.isPresent() && pointed.getAsInt() == i) {
                brush.ring(x, y, 10, 2, palette.accent());
            }
        }
        Ink.title(brush, palette, area, sentence(tries.get(Math.clamp(pointed.orElse(kl.length - 1), 0, kl.length - 1))));
    }

    /// "Try 2, 0.64 of the step: KL 0.0081 ≤ δ, ΔL 0.031: kept".
    static String sentence(LineSearch one) {
        String why = one.accepted() ? "kept" : one.kl() > one.maxKl() ? "too far" : "nothing won";
        return "Try " + (one.attempt() + 1) + ", " + Numbers.brief(one.fraction()) + " of the step: KL " + Numbers.brief(one.kl())
                + (one.kl() <= one.maxKl() ? " ≤ δ" : " > δ") + ", ΔL " + Numbers.brief(one.improvement()) + ": " + why;
    }

    /// |g − F x| by iteration, on a scale of powers of ten.
    private static void residuals(Brush brush, Palette palette, Box area, NaturalGradient found) {
        double[] sizes = found.residuals().stream().mapToDouble(r -> Math.log10(Math.max(r, 1e-300))).toArray();
        var xs = new double[sizes.length];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = i;
        }
        double[] range = Plot.range(sizes);
        var field = new Box(area.x() + 44, area.y() + 42, area.width() - 52, area.height() - 42 - 24);
        var plot = new Plot(field, 0, Math.max(1, sizes.length - 1), range[0], range[1]);
        brush.line(field.x(), field.bottom(), field.right(), field.bottom(), 1, palette.faintInk());
        for (double at : new double[] {Math.ceil(range[0]), Math.floor(range[1])}) {
            if (at >= range[0] && at <= range[1]) {
                brush.line(field.x(), plot.y(at), field.right(), plot.y(at), 1, palette.hairline());
                Ink.tick(brush, palette, field, plot.y(at), Math.pow(10, at));
            }
        }
        plot.line(brush, xs, sizes, 2, palette.positive(), Plot.Dash.SOLID);
        Color color = palette.positive();
        for (int i = 0; i < xs.length; i++) {
            brush.disc(plot.x(i), plot.y(sizes[i]), 3, color);
        }
        brush.word("|g| = " + Numbers.brief(found.gradientNorm()), area.x(), area.y() + 8, Ink.TEXT, true, palette.ink(), TextAlignment.LEFT);
        brush.word("error of x ≈ F⁻¹g, |g − Fx|", field.x() + 6, field.y() - 9, 11, false, palette.faintInk(), TextAlignment.LEFT);
        brush.word("conjugate gradients", field.centerX(), field.bottom() + 11, 11, false, palette.faintInk());
    }

    @Override
    public int items(View view) {
        return tries(view).size();
    }

    @Override
    public boolean mousePoints() {
        return false;
    }

    @Override
    public String spoken(View view) {
        List<LineSearch> tries = tries(view);
        return tries.isEmpty() ? "no line search yet" : sentence(tries.getLast());
    }
}
