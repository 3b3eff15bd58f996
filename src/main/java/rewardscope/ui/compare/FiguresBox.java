package rewardscope.ui.compare;

import java.util.Optional;
import javafx.scene.layout.Region;
import rewardscope.sim.comparison.Comparison.Progress;
import rewardscope.sim.comparison.Verdict;
import rewardscope.ui.theme.Palette;

/// The curves, and the differences beside or below them where there is room.
final class FiguresBox extends Region {
    private static final double WIDE = 700;
    private static final double BESIDE = 290;
    private static final double CURVES_AT_LEAST = 190;

    private final CurvesFigure curves = new CurvesFigure();
    private final DifferencesFigure differences = new DifferencesFigure();
    private boolean pairs;

    FiguresBox() {
        getChildren().addAll(curves, differences);
        setMinSize(160, 70);
    }

    void show(Progress progress) {
        Optional<Verdict> verdict = progress.verdict().filter(v -> !v.pairs().isEmpty());
        pairs = verdict.isPresent();
        curves.show(progress);
        differences.show(verdict);
        requestLayout();
    }

    void clear() {
        pairs = false;
        curves.clear();
        differences.show(Optional.empty());
        requestLayout();
    }

    void use(Palette palette) {
        curves.use(palette);
        differences.use(palette);
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double h = getHeight();
        boolean beside = pairs && w >= WIDE;
        boolean below = pairs && !beside && h >= CURVES_AT_LEAST + differences.wanted();
        differences.setVisible(beside || below);
        if (beside) {
            curves.resizeRelocate(0, 0, w - BESIDE - 16, h);
            differences.resizeRelocate(w - BESIDE, 0, BESIDE, Math.min(h, differences.wanted() + 12));
        } else if (below) {
            double high = differences.wanted();
            curves.resizeRelocate(0, 0, w, h - high - 8);
            differences.resizeRelocate(0, h - high, Math.min(w, 520), high);
        } else {
            curves.resizeRelocate(0, 0, w, h);
        }
    }
}
