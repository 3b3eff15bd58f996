package rewardscope.ui.inside;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import rewardscope.sim.Look;
import rewardscope.sim.View;
import rewardscope.ui.stage.Box;
import rewardscope.ui.stage.Brush;
import rewardscope.ui.stage.Numbers;
import rewardscope.ui.theme.Palette;

/// What each way of learning pays for its reward: the mean score of its answers against their divergence from the
/// reference, one mark for every time that both were measured. The further up and left, the better. The ways of all
/// branches of a run stand in one field.
final class FrontierFigure implements Figure {
    /// The way of one policy over training.
    ///
    /// @param name with the letter of its branch, where there are several
    /// @param kl by measurement
    /// @param reward by measurement
    /// @param shown whether its branch is the one that the transport bar stands for
    private record Way(String model, String name, double[] kl, double[] reward, boolean shown) {
        boolean sameAs(Way other) {
            return model.equals(other.model) && Arrays.equals(kl, other.kl) && Arrays.equals(reward, other.reward);
        }
    }

    @Override
    public String title() {
        return "Frontier";
    }

    @Override
    public String meaning() {
        return "The score against the divergence from the reference, of PPO, REINFORCE and DPO, in every branch";
    }

    @Override
    public Look look() {
        return Look.FRONTIER;
    }

    /// A way that several branches have in common, since they forked after it, is there once.
    private static List<Way> ways(View view, List<View> branches) {
        var ways = new ArrayList<>(ways(view, letter(branches.indexOf(view), branches.size()), true));
        for (int i = 0; i < branches.size(); i++) {
            if (branches.get(i) != view) {
                for (Way way : ways(branches.get(i), letter(i, branches.size()), false)) {
                    if (ways.stream().noneMatch(way::sameAs)) {
                        ways.add(way);
                    }
                }
            }
        }
        return ways;
    }

    private static String letter(int branch, int branches) {
        return branches < 2 ? "" : " " + (char) ('A' + branch);
    }

    private static List<Way> ways(View view, String letter, boolean shown) {
        var ways = new ArrayList<Way>();
        for (String model : List.of("ppo", "reinforce", "dpo")) {
            var kl = Curves.named(view, model + "-kl");
            var reward = Curves.named(view, model + "-reward");
            if (kl.isPresent() && reward.isPresent()) {
                String name = model.equals("reinforce") ? "REINFORCE" : model.toUpperCase(Locale.ROOT);
                ways.add(new Way(model, name + letter, kl.get().mean(), reward.get().mean(), shown));
            }
        }
        return ways;
    }

    @Override
    public void paint(Brush brush, Palette palette, Box area, View view, OptionalInt pointed) {
        paint(brush, palette, area, view, List.of(view), pointed);
    }

    @Override
    public void paint(
            Brush brush, Palette palette, Box area, View view, List<View> branches, OptionalInt pointed) {
        var ways = ways(view, branches);
        if (ways.isEmpty()) {
            Ink.waiting(brush, palette, area, "The first mark appears with the first batch of PPO, or update of DPO.");
            return;
        }
        double[] across = Plot.range(ways.stream().map(Way::kl).toArray(double[][]::new));
        double[] up = Plot.range(ways.stream().map(Way::reward).toArray(double[][]::new));
        Ink.title(brush, palette, area, sentence(ways));
        Box field = new Box(area.x() + 40, area.y() + 42, area.width() - 130, area.height() - 66);
        var plot = new Plot(field, Math.min(0, across[0]), across[1], up[0], up[1]);
        plot.axes(brush, palette, "KL from the reference, in nats", "mean score");
        for (Way way : ways.reversed()) { // the branch that is shown lies on top
            paint(brush, plot, way, color(palette, way.model()), area.right() - 84);
        }
    }

    private static void paint(Brush brush, Plot plot, Way way, Color color, double furthest) {
        double strength = way.shown() ? 1 : 0.55;
        brush.alpha(strength);
        plot.line(brush, way.kl(), way.reward(), 1.3, color,
                way.model().equals("dpo") ? Plot.Dash.DASHED : Plot.Dash.SOLID);
        int n = way.kl().length;
        for (int i = 0; i < n; i++) {
            brush.alpha(strength * (i == n - 1 ? 1 : 0.35 + 0.45 * i / n));
            mark(brush, way.model(), plot.x(way.kl()[i]), plot.y(way.reward()[i]), i == n - 1 ? 7 : 4, color);
        }
        brush.alpha(1);
        brush.word(way.name(), Math.min(plot.x(way.kl()[n - 1]) + 12, furthest), plot.y(way.reward()[n - 1]), 12,
                way.shown(), color, TextAlignment.LEFT);
    }

    private static Color color(Palette palette, String model) {
        return switch (model) {
            case "ppo" -> palette.accent();
            case "dpo" -> palette.negative();
            default -> palette.exploration();
        };
    }

    /// A disc, a square, or a triangle.
    private static void mark(Brush brush, String model, double x, double y, double r, Color color) {
        switch (model) {
            case "ppo" -> brush.disc(x, y, r, color);
            case "dpo" -> brush.polygon(color, x, y - r, x - r, y + 0.8 * r, x + r, y + 0.8 * r);
            default -> brush.fill(new Box(x - 0.85 * r, y - 0.85 * r, 1.7 * r, 1.7 * r), color);
        }
    }

    private static String sentence(List<Way> ways) {
        return ways.stream()
                .map(way -> {
                    int last = way.kl().length - 1;
                    return way.name() + " pays " + Numbers.brief(Math.max(0, way.kl()[last])) + " nats for a score of "
                            + Numbers.signed(way.reward()[last]);
                })
                .collect(Collectors.joining("; ")) + ".";
    }

    @Override
    public String spoken(View view) {
        return spoken(view, List.of(view));
    }

    @Override
    public String spoken(View view, List<View> branches) {
        var ways = ways(view, branches);
        return ways.isEmpty() ? "nothing yet" : sentence(ways);
    }
}
