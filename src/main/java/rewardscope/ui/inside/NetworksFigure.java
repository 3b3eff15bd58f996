package rewardscope.ui.inside;

import java.util.OptionalInt;
import javafx.scene.text.TextAlignment;
import rewardscope.sim.Curve;
import rewardscope.sim.Look;
import rewardscope.sim.Looks.TwoNetworks;
import rewardscope.sim.View;
import rewardscope.ui.stage.Box;
import rewardscope.ui.stage.Brush;
import rewardscope.ui.stage.Numbers;
import rewardscope.ui.theme.Palette;

/// The network that learns beside the slower copy that gives its targets: Q of both where the episode stands, and how
/// far apart their weights have been.
final class NetworksFigure implements Figure {
    @Override
    public String title() {
        return "Target network";
    }

    @Override
    public String meaning() {
        return "Q of the learning network and of its slower copy in this state, and the distance of their weights";
    }

    @Override
    public Look look() {
        return Look.TARGET_NETWORK;
    }

    @Override
    public void paint(Brush brush, Palette palette, Box area, View view, OptionalInt pointed) {
        var found = view.looks().networks();
        if (found.isEmpty()) {
            Ink.waiting(brush, palette, area, "The two networks appear with the next step.");
            return;
        }
        TwoNetworks nets = found.get();
        double split = area.width() * 0.42;
        Ink.title(brush, palette, area, "Q in this state");
        bars(brush, palette, new Box(area.x() + 16, area.y() + 30, split - 40, area.height() - 30 - 24), nets);
        brush.word(
                "distance of the weights |w − w⁻| = " + Numbers.brief(nets.distance()),
                area.x() + split,
                area.y() + 8,
                Ink.TEXT,
                true,
                palette.ink(),
                TextAlignment.LEFT);
        view.curves().stream()
                .filter(curve -> curve.name().equals("target-distance"))
                .findFirst()
                .ifPresent(curve -> distance(
                        brush,
                        palette,
                        new Box(area.x() + split + 40, area.y() + 30, area.width() - split - 52, area.height() - 30 - 28),
                        curve));
    }

    private static void bars(Brush brush, Palette palette, Box box, TwoNetworks nets) {
        int n = nets.online().length;
        double low = 0;
        double high = 1e-9;
        for (int a = 0; a < n; a++) {
            low = Math.min(low, Math.min(nets.online()[a], nets.target()[a]));
            high = Math.max(high, Math.max(nets.online()[a], nets.target()[a]));
        }
        double column = Math.min(130, box.width() / n);
        double left = box.centerX() - column * n / 2;
        double zero = box.atY(1 - (0 - low) / (high - low));
        for (int a = 0; a < n; a++) {
            double x = left + a * column;
            bar(brush, palette, box, x + column * 0.08, column * 0.4, zero, low, high, nets.online()[a], true);
            bar(brush, palette, box, x + column * 0.52, column * 0.4, zero, low, high, nets.target()[a], false);
            String name = a < nets.actions().size() ? nets.actions().get(a) : "action " + a;
            brush.word(name, x + column / 2, box.bottom() + 14, 12, false, palette.faintInk());
        }
        brush.line(left, zero, left + column * n, zero, 1, palette.faintInk());
        brush.word("w", left + column * 0.28, box.y() - 8, 12, true, palette.positive());
        brush.word("w⁻", left + column * 0.72, box.y() - 8, 12, true, palette.reference());
    }

    private static void bar(
            Brush brush,
            Palette palette,
            Box box,
            double x,
            double width,
            double zero,
            double low,
            double high,
            double q,
            boolean online) {
        double y = box.atY(1 - (q - low) / (high - low));
        brush.fill(
                new Box(x, Math.min(y, zero), width, Math.max(1, Math.abs(zero - y))),
                online ? palette.positive() : palette.reference());
        double inside = Math.abs(zero - y) > 20 ? q >= 0 ? y + 10 : y - 10 : q >= 0 ? y - 9 : y + 9;
        boolean on = Math.abs(zero - y) > 20;
        brush.number(
                Numbers.brief(q),
                x + width / 2,
                inside,
                12,
                width,
                true,
                on ? palette.paper() : palette.ink());
    }

    private static void distance(Brush brush, Palette palette, Box field, Curve.Points curve) {
        double highest = 0;
        for (double value : curve.max()) {
            highest = Double.isFinite(value) ? Math.max(highest, value) : highest;
        }
        int n = curve.size();
        var xs = new double[n];
        var ys = new double[n];
        for (int i = 0; i < n; i++) {
            xs[i] = field.atX(n == 1 ? 1 : (double) i / (n - 1));
            ys[i] = field.atY(1 - curve.mean()[i] / Math.max(1e-12, highest));
        }
        brush.line(field.x(), field.bottom(), field.right(), field.bottom(), 1, palette.faintInk());
        Ink.curve(brush, xs, ys, 1.8, palette.ink());
        Ink.tick(brush, palette, field, field.y(), highest);
        Ink.tick(brush, palette, field, field.bottom(), 0);
        if (n > 0) {
            brush.word(
                    Numbers.brief(curve.x(n - 1)) + " minibatches",
                    field.right(),
                    field.bottom() + 14,
                    12,
                    false,
                    palette.faintInk(),
                    TextAlignment.RIGHT);
        }
    }

    @Override
    public String spoken(View view) {
        return view.looks()
                .networks()
                .map(nets -> "distance of the two networks " + Numbers.brief(nets.distance()))
                .orElse("no networks yet");
    }
}
