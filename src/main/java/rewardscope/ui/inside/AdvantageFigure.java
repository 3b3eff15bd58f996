package rewardscope.ui.inside;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import rewardscope.agent.gradient.BatchAgent.AdvantageEstimation;
import rewardscope.agent.gradient.BatchAgent.Estimate;
import rewardscope.sim.Look;
import rewardscope.sim.View;
import rewardscope.ui.stage.Box;
import rewardscope.ui.stage.Brush;
import rewardscope.ui.stage.Numbers;
import rewardscope.ui.theme.Palette;

/// The last batch step by step, three rows on one axis: rewards, values, advantages. Upright lines are the ends of
/// episodes: solid where one terminated, dashed where it was cut off. Pointing at a step writes its sum out.
final class AdvantageFigure implements Figure {
    private static final double LABELS = 86;
    private static final int TERMS = 5;

    @Override
    public String title() {
        return "Advantages";
    }

    @Override
    public String meaning() {
        return "Rewards, values and advantages of the last batch, step by step";
    }

    @Override
    public Look look() {
        return Look.ADVANTAGES;
    }

    private static Optional<AdvantageEstimation> last(View view) {
        return view.looks().last(AdvantageEstimation.class);
    }

    private static Box field(Box area) {
        return new Box(area.x() + LABELS, area.y() + 30, area.width() - LABELS - 8, area.height() - 36);
    }

    @Override
    public void paint(Brush brush, Palette palette, Box area, View view, OptionalInt pointed) {
        var found = last(view);
        if (found.isEmpty()) {
            Ink.waiting(brush, palette, area, "The rows appear when the first batch is full: step to the next update.");
            return;
        }
        AdvantageEstimation event = found.get();
        List<Estimate> steps = event.estimates();
        Box field = field(area);
        double row = field.height() / 3;
        var rewards = new Box(field.x(), field.y(), field.width(), row - 8);
        var values = new Box(field.x(), field.y() + row, field.width(), row - 8);
        var advantages = new Box(field.x(), field.y() + 2 * row, field.width(), row - 8);
        ends(brush, palette, field, steps);
        bars(brush, rewards, steps.stream().mapToDouble(Estimate::reward).toArray(), palette.reward(), palette.punishment());
        line(brush, values, steps.stream().mapToDouble(Estimate::v).toArray(), palette.positive());
        bars(brush, advantages, steps.stream().mapToDouble(Estimate::advantage).toArray(), palette.tdError(), palette.tdError());
        label(brush, palette, rewards, "reward R", steps.stream().mapToDouble(Estimate::reward).toArray());
        label(brush, palette, values, "value V", steps.stream().mapToDouble(Estimate::v).toArray());
        label(brush, palette, advantages, "advantage Â", steps.stream().mapToDouble(Estimate::advantage).toArray());
        int t = Math.clamp(pointed.orElse(event.t()), 0, steps.size() - 1);
        double x = field.atX((t + 0.5) / steps.size());
        brush.line(x, field.y(), x, field.bottom(), 2, pointed.isPresent() ? palette.accent() : palette.faintInk());
        String sum = sum(event, t);
        brush.word(sum, area.x(), area.y() + 8, Ink.TEXT, true, palette.ink(), TextAlignment.LEFT);
        String delta = delta(event, t);
        if (Brush.wordWidth(sum, Ink.TEXT) + Brush.wordWidth(delta, Ink.TEXT) + 24 < area.width()) {
            brush.word(delta, area.right(), area.y() + 8, Ink.TEXT, false, palette.faintInk(), TextAlignment.RIGHT);
        }
    }

    /// "Â₁₂ = 0.4 + 0.94·0.3 + 0.88·(−0.1) + … = 0.61": the sum term by term, to the end of the episode.
    static String sum(AdvantageEstimation event, int t) {
        List<Estimate> steps = event.estimates();
        double decay = event.gamma() * event.lambda();
        var text = new StringBuilder("step " + t + ":  Â = Σ (γλ)ˡ δ = ");
        double weight = 1;
        int i = t;
        for (; i < steps.size() && i < t + TERMS; i++) {
            double delta = steps.get(i).delta();
            String number = delta < 0 ? "(" + Numbers.brief(delta) + ")" : Numbers.brief(delta);
            text.append(i == t ? "" : " + ").append(i == t ? number : Numbers.brief(weight) + "·" + number);
            weight *= decay;
            if (ends(steps.get(i))) {
                i = steps.size();
            }
        }
        text.append(i < steps.size() ? " + … = " : " = ").append(Numbers.brief(steps.get(t).advantage()));
        return text.toString();
    }

    /// "δ = 1 + 0.99·20.1 − 19.9": the first term from what it is made of.
    static String delta(AdvantageEstimation event, int t) {
        Estimate step = event.estimates().get(t);
        return String.format(
                Locale.ROOT,
                "δ = %s + %s·%s − %s",
                Numbers.brief(step.reward()),
                Numbers.brief(event.gamma()),
                Numbers.brief(step.vNext()),
                Numbers.brief(step.v()));
    }

    private static boolean ends(Estimate step) {
        return step.terminated() || step.truncated();
    }

    private static void ends(Brush brush, Palette palette, Box field, List<Estimate> steps) {
        for (int t = 0; t < steps.size(); t++) {
            if (ends(steps.get(t))) {
                double x = field.atX((t + 1.0) / steps.size());
                if (steps.get(t).truncated()) {
                    brush.gc().setLineDashes(4, 4);
                }
                brush.line(x, field.y(), x, field.bottom(), 1, palette.faintInk());
                brush.gc().setLineDashes();
            }
        }
    }

    private static double[] range(double[] values) {
        double low = 0;
        double high = 0;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return new double[] {low, high > low ? high : low + 1};
    }

    private static void bars(Brush brush, Box box, double[] values, Color above, Color below) {
        double[] range = range(values);
        double zero = box.atY(1 - (0 - range[0]) / (range[1] - range[0]));
        double step = box.width() / values.length;
        double width = step > 3 ? step * 0.8 : step + 0.5;
        for (int t = 0; t < values.length; t++) {
            double y = box.atY(1 - (values[t] - range[0]) / (range[1] - range[0]));
            double x = box.atX((t + 0.1) / values.length);
            brush.fill(
                    new Box(x, Math.min(y, zero), width, Math.max(0.5, Math.abs(y - zero))),
                    values[t] >= 0 ? above : below);
        }
    }

    private static void line(Brush brush, Box box, double[] values, Color color) {
        double[] range = range(values);
        var xs = new double[values.length];
        var ys = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            xs[t] = box.atX((t + 0.5) / values.length);
            ys[t] = box.atY(1 - (values[t] - range[0]) / (range[1] - range[0]));
        }
        Ink.curve(brush, xs, ys, 1.8, color);
    }

    private static void label(Brush brush, Palette palette, Box box, String what, double[] values) {
        double[] range = range(values);
        brush.word(what, box.x() - LABELS, box.centerY(), Ink.TEXT, false, palette.ink(), TextAlignment.LEFT);
        if (box.height() > 26) {
            Ink.tick(brush, palette, box, box.y() + 4, range[1]);
            Ink.tick(brush, palette, box, box.bottom() - 4, range[0]);
        }
        brush.line(box.x(), box.bottom() + 4, box.right(), box.bottom() + 4, 1, palette.hairline());
    }

    @Override
    public OptionalInt at(Box area, View view, double x, double y) {
        Box field = field(area);
        int n = items(view);
        if (n == 0 || x < field.x() || x >= field.right()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) ((x - field.x()) / field.width() * n));
    }

    @Override
    public int items(View view) {
        return last(view).map(event -> event.estimates().size()).orElse(0);
    }

    @Override
    public String spoken(View view) {
        return last(view)
                .map(event -> "advantages of " + event.estimates().size() + " steps; " + sum(event, event.t()))
                .orElse("no batch yet");
    }
}
