package rewardscope.ui.inside;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import rewardscope.agent.gradient.ActorCritic;
import rewardscope.agent.gradient.LearnedStep;
import rewardscope.agent.gradient.Reinforce;
import rewardscope.sim.Look;
import rewardscope.sim.View;
import rewardscope.ui.stage.Box;
import rewardscope.ui.stage.Brush;
import rewardscope.ui.stage.Numbers;
import rewardscope.ui.theme.Palette;

/// The steps of an episode as they are learned from: above, where each value was aimed at (a return, or R + γ v̂(S′)) and
/// what was expected; below, the difference, by which the action of that step becomes likelier.
final class EpisodeFigure implements Figure {
    private static final double LABELS = 128;

    @Override
    public String title() {
        return "Advantage along the episode";
    }

    @Override
    public String meaning() {
        return "Aim, expectation and their difference at each step that was learned from, in order";
    }

    @Override
    public Look look() {
        return Look.EPISODE;
    }

    private static List<LearnedStep> steps(View view) {
        return view.looks().sequence(LearnedStep.class);
    }

    private static Box field(Box area) {
        return new Box(area.x() + LABELS, area.y() + 28, area.width() - LABELS - 8, area.height() - 28 - 20);
    }

    @Override
    public void paint(Brush brush, Palette palette, Box area, View view, OptionalInt pointed) {
        List<LearnedStep> steps = steps(view);
        if (steps.isEmpty()) {
            Ink.waiting(brush, palette, area, "The steps appear when the first of them is learned from.");
            return;
        }
        double[] aim = steps.stream().mapToDouble(LearnedStep::aim).toArray();
        double[] expected = steps.stream().mapToDouble(LearnedStep::expected).toArray();
        double[] advantage = steps.stream().mapToDouble(LearnedStep::advantage).toArray();
        Box field = field(area);
        double first = steps.getFirst().number();
        var above = new Box(field.x(), field.y(), field.width(), field.height() * 0.5 - 6);
        var below = new Box(field.x(), field.y() + field.height() * 0.5 + 6, field.width(), field.height() * 0.5 - 6);
        double[] at = new double[steps.size()];
        for (int i = 0; i < at.length; i++) {
            at[i] = first + i + 0.5;
        }
        double[] values = withZero(aim, expected);
        double end = first + Math.max(steps.size(), 2);
        var lines = new Plot(above, first, end, values[0], values[1]);
        frame(brush, palette, lines);
        lines.line(brush, at, aim, 2.2, palette.reward(), Plot.Dash.SOLID);
        boolean expects = !(steps.getFirst() instanceof Reinforce.Learning);
        if (expects) {
            lines.line(brush, at, expected, 2, palette.positive(), Plot.Dash.DASHED);
        }
        double[] differences = withZero(advantage);
        var bars = new Plot(below, first, end, differences[0], differences[1]);
        frame(brush, palette, bars);
        double width = Math.max(1, below.width() / (end - first) * 0.8);
        for (int i = 0; i < at.length; i++) {
            double y = bars.y(advantage[i]);
            double zero = bars.y(0);
            brush.fill(
                    new Box(bars.x(at[i]) - width / 2, Math.min(y, zero), width, Math.max(0.5, Math.abs(y - zero))),
                    palette.tdError());
        }
        label(brush, palette, area, above, aimWords(view), 0, palette.reward());
        if (expects) {
            label(brush, palette, area, above, "┄ expected v̂", 15, palette.positive());
        }
        label(brush, palette, area, below, "advantage", 0, palette.tdError());
        int i = Math.clamp(pointed.orElse(at.length - 1), 0, at.length - 1);
        double x = bars.x(at[i]);
        brush.line(x, field.y(), x, field.bottom(), 1.5, pointed.isPresent() ? palette.accent() : palette.faintInk());
        Ink.title(brush, palette, area, sentence(steps.get(i)));
        brush.number(Numbers.brief(first), field.x(), field.bottom() + 10, 11, false, palette.faintInk());
        String last = "step " + Numbers.brief(first + at.length - 1);
        brush.word(last, field.right(), field.bottom() + 10, 11, false, palette.faintInk(), TextAlignment.RIGHT);
    }

    private static String aimWords(View view) {
        return steps(view).getFirst() instanceof ActorCritic.Update ? "— R + γ v̂(S′)" : "— return G";
    }

    /// "step 12: 8.41 − 9.10 = −0.69": the difference from what it is made of.
    static String sentence(LearnedStep step) {
        return "step " + step.number() + ":  " + Numbers.brief(step.aim()) + " − "
                + (step.expected() < 0 ? "(" + Numbers.brief(step.expected()) + ")" : Numbers.brief(step.expected()))
                + " = " + Numbers.brief(step.advantage());
    }

    /// The range of all numbers and of 0, with air only where there are numbers.
    private static double[] withZero(double[]... all) {
        double[] range = Plot.range(all);
        boolean below = Arrays.stream(all).flatMapToDouble(Arrays::stream).anyMatch(x -> x < 0);
        boolean above = Arrays.stream(all).flatMapToDouble(Arrays::stream).anyMatch(x -> x > 0);
        return new double[] {below ? Math.min(range[0], 0) : 0, above || !below ? Math.max(range[1], 1e-9) : 0};
    }

    private static void frame(Brush brush, Palette palette, Plot plot) {
        Box field = plot.field();
        brush.line(field.x(), plot.y(0), field.right(), plot.y(0), 1, palette.faintInk());
        if (field.height() > 26) {
            Ink.tick(brush, palette, field, field.y() + 4, plot.top());
            if (plot.bottom() < 0) {
                Ink.tick(brush, palette, field, field.bottom() - 4, plot.bottom());
            }
        }
    }

    private static void label(
            Brush brush, Palette palette, Box area, Box field, String words, double down, Color color) {
        double y = field.height() > 44 ? field.y() + 20 + down : field.y() + 8 + down;
        brush.word(words, area.x(), y, 11, true, palette.dark() ? color : color.interpolate(palette.ink(), 0.25), TextAlignment.LEFT);
    }

    @Override
    public OptionalInt at(Box area, View view, double x, double y) {
        Box field = field(area);
        int n = Math.max(2, items(view));
        if (items(view) == 0 || x < field.x() || x >= field.right()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Math.min(items(view) - 1, (int) ((x - field.x()) / field.width() * n)));
    }

    @Override
    public int items(View view) {
        return steps(view).size();
    }

    @Override
    public String spoken(View view) {
        List<LearnedStep> steps = steps(view);
        return steps.isEmpty() ? "nothing learned from yet" : steps.size() + " steps; " + sentence(steps.getLast());
    }
}
