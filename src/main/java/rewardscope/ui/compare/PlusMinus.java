package rewardscope.ui.compare;

import java.util.Locale;
import rewardscope.math.Interval;
import rewardscope.ui.stage.Numbers;

/// A mean with its interval, both to the same digit: as many as the interval's two leading ones say.
final class PlusMinus {
    private PlusMinus() {}

    /// "−49.2 ± 3.4"; the mean alone where the interval is endless.
    static String text(Interval interval) {
        double half = interval.half();
        if (!Double.isFinite(half) || !Double.isFinite(interval.mean())) {
            return Numbers.brief(interval.mean());
        }
        int decimals = half > 0 ? Math.clamp(1 - (int) Math.floor(Math.log10(half)), 0, 6) : 2;
        String mean = String.format(Locale.ROOT, "%." + decimals + "f", interval.mean());
        return mean.replace('-', '−') + " ± " + String.format(Locale.ROOT, "%." + decimals + "f", half);
    }
}
