package rewardscope.ui.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.text.TextAlignment;
import rewardscope.sim.comparison.Verdict;
import rewardscope.sim.comparison.Verdict.Pair;
import rewardscope.ui.stage.Box;
import rewardscope.ui.stage.Brush;
import rewardscope.ui.stage.Numbers;
import rewardscope.ui.theme.Palette;

/// Each two agents' difference as a dot with its interval across a line at zero: who crosses the line cannot be told
/// apart.
final class DifferencesFigure extends Drawing {
    private static final double ROW = 34;

    private Optional<Verdict> verdict = Optional.empty();

    DifferencesFigure() {
        setMinSize(120, 60);
    }

    void show(Optional<Verdict> shown) {
        verdict = shown;
        setAccessibleText(shown.map(Verdict::sentence).orElse("no differences yet"));
        draw();
    }

    /// How high it would like to be.
    double wanted() {
        return 40 + ROW * verdict.map(v -> v.pairs().size()).orElse(0);
    }

    @Override
    void paint(Brush brush, Palette palette, double width, double height) {
        if (verdict.isEmpty() || verdict.get().pairs().isEmpty()) {
            return;
        }
        Verdict shown = verdict.get();
        List<Pair> pairs = shown.byClarity();
        Box field = new Box(14, 26, width - 28, height - 26 - 20);
        String title = String.format(
                Locale.ROOT, "Differences by seed, %s %% intervals", Numbers.brief(100 * shown.confidence()));
        brush.word(title, field.x(), 9, 12, true, palette.ink(), TextAlignment.LEFT);
        double reach = reach(pairs);
        double zero = field.centerX();
        double row = Math.min(ROW, field.height() / pairs.size());
        brush.line(zero, field.y(), zero, field.y() + row * pairs.size(), 1.5, palette.faintInk());
        for (int i = 0; i < pairs.size(); i++) {
            pair(brush, palette, shown, pairs.get(i), field, field.y() + i * row, row, field.width() / 2 / reach);
        }
        double bottom = field.y() + row * pairs.size();
        brush.number("0", zero, bottom + 9, 11, false, palette.faintInk());
        brush.number(Numbers.brief(reach), field.right() - 14, bottom + 9, 11, false, palette.faintInk());
        brush.number(Numbers.brief(-reach), field.x() + 14, bottom + 9, 11, false, palette.faintInk());
    }

    /// How far the axis goes to each side: over all that can be told apart, else over everything.
    private static double reach(List<Pair> pairs) {
        boolean any = pairs.stream().anyMatch(Pair::told);
        double reach = pairs.stream()
                .filter(pair -> pair.told() || !any)
                .mapToDouble(pair -> Math.abs(pair.difference().mean()) + pair.difference().half())
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        return reach > 0 ? 1.2 * reach : 1;
    }

    private static void pair(
            Brush brush, Palette palette, Verdict shown, Pair pair, Box field, double top, double row, double scale) {
        double zero = field.centerX();
        double y = top + row * 0.72;
        double from = zero + pair.difference().low() * scale;
        double to = zero + pair.difference().high() * scale;
        double low = Math.clamp(from, field.x(), field.right());
        double high = Math.clamp(to, field.x(), field.right());
        double mean = zero + pair.difference().mean() * scale;
        var color = pair.told() ? palette.ink() : palette.reference();
        brush.line(low, y, high, y, pair.told() ? 3 : 2, color);
        if (from >= field.x()) {
            brush.line(low, y - 4, low, y + 4, 1.5, color);
        }
        if (to <= field.right()) {
            brush.line(high, y - 4, high, y + 4, 1.5, color);
        }
        if (!(mean >= field.x() && mean <= field.right())) {
            brush.head(mean > zero ? field.right() + 8 : field.x() - 8, y, mean > zero ? 1 : -1, 0, 9, color);
        } else if (pair.told()) {
            brush.disc(mean, y, 4.5, color);
        } else {
            brush.disc(mean, y, 4.5, palette.paper());
            brush.ring(mean, y, 4.5, 1.5, color);
        }
        if (row >= 22) {
            String names = shown.names().get(pair.first()) + " − " + shown.names().get(pair.second()) + " = "
                    + PlusMinus.text(pair.difference());
            brush.word(names, field.x(), top + row * 0.28, 11, pair.told(), palette.ink(), TextAlignment.LEFT);
        }
    }
}
