package rewardscope.math;

/// Student's t distribution, for intervals about the mean of a few numbers.
public final class StudentT {
    private static final int MOST_TURNS = 300;
    private static final double TINY = 1e-300;

    private StudentT() {}

    /// P(T ≤ t) with so many degrees of freedom.
    public static double cumulative(double t, double freedom) {
        double tail = 0.5 * regularisedBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
        return t > 0 ? 1 - tail : tail;
    }

    /// The t that a share p of the distribution lies below.
    ///
    /// @param p above 0 and below 1
    public static double quantile(double p, double freedom) {
        double low = -1;
        double high = 1;
        while (cumulative(low, freedom) > p) {
            low *= 2;
        }
        while (cumulative(high, freedom) < p) {
            high *= 2;
        }
        for (int i = 0; i < 100; i++) {
            double middle = 0.5 * (low + high);
            if (cumulative(middle, freedom) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    /// I_x(a, b), by its continued fraction (Lentz's method).
    private static double regularisedBeta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        return x < (a + 1) / (a + b + 2)
                ? front * continuedFraction(x, a, b) / a
                : 1 - front * continuedFraction(1 - x, b, a) / b;
    }

    private static double continuedFraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m <= MOST_TURNS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < 1e-15) {
                break;
            }
        }
        return value;
    }

    private static double away(double x) {
        return Math.abs(x) < TINY ? TINY : x;
    }

    /// ln Γ(x) for x > 0: the recurrence up to where Stirling's series is exact to the last digits.
    static double logGamma(double x) {
        double shift = 0;
        while (x < 12) {
            shift -= Math.log(x);
            x++;
        }
        double y = 1 / (x * x);
        double series = (1.0 / 12 - y * (1.0 / 360 - y * (1.0 / 1260 - y * (1.0 / 1680 - y / 1188)))) / x;
        return shift + (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
    }
}
