package rewardscope.math;

import java.util.Arrays;

/// The mean of some numbers and how far from it the true mean may lie.
///
/// @param n how many numbers
/// @param half half the width of the interval; infinite for fewer than two numbers
public record Interval(int n, double mean, double half) {
    /// A 95 % interval of the mean, by Student's t.
    public static Interval of(double... x) {
        return with(0.95, x);
    }

    /// @param confidence such as 0.95
    public static Interval with(double confidence, double... x) {
        int n = x.length;
        double mean = Arrays.stream(x).average().orElse(Double.NaN);
        if (n < 2) {
            return new Interval(n, mean, Double.POSITIVE_INFINITY);
        }
        double squares = 0;
        for (double each : x) {
            squares += (each - mean) * (each - mean);
        }
        double error = Math.sqrt(squares / (n - 1) / n);
        return new Interval(n, mean, StudentT.quantile(0.5 + confidence / 2, n - 1) * error);
    }

    /// A 95 % interval of the mean difference a − b of pairs: what both have in common falls out.
    public static Interval ofDifference(double[] a, double[] b) {
        var difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return of(difference);
    }

    public double low() {
        return mean - half;
    }

    public double high() {
        return mean + half;
    }

    /// Whether the true mean may well be this.
    public boolean covers(double value) {
        return low() <= value && value <= high();
    }
}
