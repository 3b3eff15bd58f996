package rewardscope.ui.inside;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import rewardscope.env.VectorEnvironment.ActionSpace;
import rewardscope.sim.Look;
import rewardscope.sim.PolicyShift;
import rewardscope.sim.View;
import rewardscope.ui.stage.Box;
import rewardscope.ui.stage.Brush;
import rewardscope.ui.stage.Numbers;
import rewardscope.ui.theme.Palette;

/// The policy before and after the last update: where the episode stood, and along one number of the state. Grey and
/// dashed is the old one, ink the new one.
final class PolicyFigure implements Figure {
    @Override
    public String title() {
        return "Policy, before and after";
    }

    @Override
    public String meaning() {
        return "The policy before the last update and now, with the divergence between them";
    }

    @Override
    public Look look() {
        return Look.POLICY_SHIFT;
    }

    @Override
    public void paint(Brush brush, Palette palette, Box area, View view, OptionalInt pointed) {
        Optional<PolicyShift> found = view.looks().policyShift();
        if (found.isEmpty()) {
            Ink.waiting(brush, palette, area, "The policy is compared from the next step on.");
            return;
        }
        PolicyShift shift = found.get();
        Ink.title(brush, palette, area, "KL(old, new) = " + Numbers.brief(shift.kl()) + " nats in this state");
        Ink.note(brush, palette, area.x() + 330, area.y() + 8, "old: as of act " + shift.since());
        double split = area.width() * 0.36;
        Box here = new Box(area.x() + 8, area.y() + 30, split - 32, area.height() - 30 - 26);
        switch (shift.actions()) {
            case ActionSpace.Discrete numbered -> bars(brush, palette, here, numbered, shift);
            case ActionSpace.Box box -> densities(brush, palette, here, box, shift);
        }
        shift.along().ifPresent(axis -> along(
                brush,
                palette,
                new Box(area.x() + split + 40, area.y() + 30, area.width() - split - 56, area.height() - 30 - 38),
                shift));
    }

    private static void bars(Brush brush, Palette palette, Box box, ActionSpace.Discrete actions, PolicyShift shift) {
        int n = actions.count();
        double column = Math.min(120, box.width() / n);
        double left = box.centerX() - column * n / 2;
        double top = box.y() + 14;
        double height = box.bottom() - top;
        for (int a = 0; a < n; a++) {
            double x = left + a * column;
            double w = column * 0.34;
            double old = shift.before()[a] * height;
            double now = shift.after()[a] * height;
            brush.fill(new Box(x + column * 0.12, box.bottom() - old, w, old), palette.reference());
            brush.fill(new Box(x + column * 0.12 + w + 2, box.bottom() - now, w, now), palette.ink());
            String text = Numbers.brief(shift.after()[a]);
            brush.number(text, x + column * 0.5, box.bottom() - Math.max(old, now) - 9, 12, column, true, palette.ink());
            brush.word(actions.names().get(a), x + column / 2, box.bottom() + 14, 12, false, palette.faintInk());
        }
        brush.line(left, box.bottom(), left + column * n, box.bottom(), 1, palette.faintInk());
    }

    private static void densities(Brush brush, Palette palette, Box box, ActionSpace.Box actions, PolicyShift shift) {
        double[] old = {shift.before()[0], shift.before()[shift.before().length / 2]};
        double[] now = {shift.after()[0], shift.after()[shift.after().length / 2]};
        double low = Math.min(actions.low()[0], Math.min(old[0] - 3 * old[1], now[0] - 3 * now[1]));
        double high = Math.max(actions.high()[0], Math.max(old[0] + 3 * old[1], now[0] + 3 * now[1]));
        double peak = Math.max(1 / old[1], 1 / now[1]) * 0.4;
        brush.gc().setLineDashes(6, 5);
        bell(brush, box, old, low, high, peak, palette.reference());
        brush.gc().setLineDashes();
        bell(brush, box, now, low, high, peak, palette.ink());
        brush.line(box.x(), box.bottom(), box.right(), box.bottom(), 1, palette.faintInk());
        for (double value : new double[] {actions.low()[0], 0, actions.high()[0]}) {
            double x = box.atX((value - low) / (high - low));
            brush.line(x, box.bottom(), x, box.bottom() + 4, 1, palette.faintInk());
            brush.number(Numbers.brief(value), x, box.bottom() + 14, 11, false, palette.faintInk());
        }
        String words = "μ = " + Numbers.brief(now[0]) + "  σ = " + Numbers.brief(now[1]);
        brush.word(words, box.x(), box.y() + 4, Ink.TEXT, false, palette.ink(), TextAlignment.LEFT);
    }

    private static void bell(Brush brush, Box box, double[] normal, double low, double high, double peak, Color color) {
        int n = 120;
        var xs = new double[n];
        var ys = new double[n];
        for (int i = 0; i < n; i++) {
            double a = low + (high - low) * i / (n - 1);
            double z = (a - normal[0]) / normal[1];
            double density = Math.exp(-0.5 * z * z) / (normal[1] * Math.sqrt(2 * Math.PI));
            xs[i] = box.atX((double) i / (n - 1));
            ys[i] = box.bottom() - density / peak * (box.height() - 18);
        }
        Ink.curve(brush, xs, ys, 2.2, color);
    }

    /// π of the last action where there are two; else the mean action, with ± its deviation for forces.
    private static void along(Brush brush, Palette palette, Box field, PolicyShift shift) {
        boolean two = shift.actions() instanceof ActionSpace.Discrete d && d.count() == 2;
        double low = two ? 0 : lowest(shift);
        double high = two ? 1 : -lowest(shift);
        brush.outline(field, 0, 1, palette.hairline());
        var axis = shift.along().orElseThrow();
        if (!two) {
            brush.line(field.x(), y(field, 0, low, high), field.right(), y(field, 0, low, high), 1, palette.hairline());
        }
        double at = field.atX(Math.clamp(axis.share(shift.at()), 0, 1));
        brush.line(at, field.y(), at, field.bottom(), 1.5, palette.exploration());
        brush.gc().setLineDashes(6, 5);
        line(brush, field, shift, shift.beforeAlong(), low, high, 2, palette.reference());
        brush.gc().setLineDashes();
        line(brush, field, shift, shift.afterAlong(), low, high, 2.4, palette.ink());
        Ink.tick(brush, palette, field, field.y(), high);
        Ink.tick(brush, palette, field, field.bottom(), low);
        for (double value : new double[] {axis.low(), axis.high()}) {
            double x = field.atX(axis.share(value));
            brush.number(Numbers.brief(value), x, field.bottom() + 12, 11, false, palette.faintInk());
        }
        brush.word(axis.name(), field.centerX(), field.bottom() + 26, 12, false, palette.faintInk());
        String what = shift.actions() instanceof ActionSpace.Discrete d
                ? two ? "π(" + d.names().getLast() + "|s)" : "mean action, −1 to 1"
                : "mean action";
        brush.word(what, field.right(), field.y() - 9, Ink.TEXT, false, palette.faintInk(), TextAlignment.RIGHT);
    }

    private static double lowest(PolicyShift shift) {
        return switch (shift.actions()) {
            case ActionSpace.Discrete _ -> -1;
            case ActionSpace.Box box -> box.low()[0];
        };
    }

    private static double height(PolicyShift shift, double[] described) {
        return switch (shift.actions()) {
            case ActionSpace.Discrete d when d.count() == 2 -> described[1];
            case ActionSpace.Discrete d -> {
                double mean = 0;
                for (int a = 0; a < d.count(); a++) {
                    mean += described[a] * (2.0 * a / Math.max(1, d.count() - 1) - 1);
                }
                yield mean;
            }
            case ActionSpace.Box _ -> described[0];
        };
    }

    private static double y(Box field, double value, double low, double high) {
        return field.atY(1 - (Math.clamp(value, low, high) - low) / (high - low));
    }

    private static void line(
            Brush brush,
            Box field,
            PolicyShift shift,
            double[][] policy,
            double low,
            double high,
            double width,
            Color color) {
        int n = policy.length;
        var xs = new double[n];
        var ys = new double[n];
        for (int i = 0; i < n; i++) {
            xs[i] = field.atX((i + 0.5) / n);
            ys[i] = y(field, height(shift, policy[i]), low, high);
        }
        Ink.curve(brush, xs, ys, width, color);
    }

    @Override
    public String spoken(View view) {
        return view.looks()
                .policyShift()
                .map(shift -> "divergence of the new policy from the old one " + Numbers.brief(shift.kl()) + " nats")
                .orElse("no policy to compare with yet");
    }
}
