package rewardscope.ui.compare;

import java.util.Arrays;

/// Round numbers along an axis.
final class Ticks {
    private Ticks() {}

    /// Multiples of 1, 2 or 5 times a power of ten, from low to high.
    ///
    /// @param most how many there is room for, at least 2
    static double[] between(double low, double high, int most) {
        double span = high - low;
        if (!(span > 0) || !Double.isFinite(span)) {
            return new double[] {low};
        }
        double power = Math.pow(10, Math.floor(Math.log10(span / most)));
        double step = power;
        for (double times : new double[] {1, 2, 5, 10}) {
            step = times * power;
            if (Math.floor(high / step) - Math.ceil(low / step) + 1 <= most) {
                break;
            }
        }
        int first = (int) Math.ceil(low / step - 1e-9);
        int last = (int) Math.floor(high / step + 1e-9);
        var ticks = new double[Math.max(0, last - first + 1)];
        double wide = step;
        Arrays.setAll(ticks, i -> wide >= 1 ? (first + i) * wide : (first + i) / Math.rint(1 / wide));
        return ticks;
    }
}
