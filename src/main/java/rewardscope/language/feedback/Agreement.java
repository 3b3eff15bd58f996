package rewardscope.language.feedback;

import java.util.Arrays;
import java.util.List;

/// How far annotators agree beyond chance: 1 is always, 0 as often as by chance, below 0 less often than that.
public final class Agreement {
    private Agreement() {}

    /// Cohen (1960), two annotators: κ = (p_o − p_e) / (1 − p_e).
    ///
    /// @param one the category that the first annotator gave each item, from 0
    /// @param other the same of the second one
    public static double cohen(int[] one, int[] other, int categories) {
        int n = one.length;
        var first = new double[categories];
        var second = new double[categories];
        double observed = 0;
        for (int i = 0; i < n; i++) {
            first[one[i]]++;
            second[other[i]]++;
            observed += one[i] == other[i] ? 1.0 / n : 0;
        }
        double expected = 0;
        for (int k = 0; k < categories; k++) {
            expected += first[k] / n * second[k] / n;
        }
        return kappa(observed, expected);
    }

    /// Fleiss (1971), any number of annotators, the same number for every item.
    ///
    /// @param counts by item, then by category: how many annotators gave it
    public static double fleiss(List<int[]> counts) {
        int items = counts.size();
        int categories = counts.getFirst().length;
        var share = new double[categories];
        double observed = 0;
        for (int[] item : counts) {
            int n = 0;
            double pairs = 0;
            for (int k = 0; k < categories; k++) {
                n += item[k];
                pairs += item[k] * (item[k] - 1.0);
            }
            for (int k = 0; k < categories; k++) {
                share[k] += item[k] / (double) n / items;
            }
            observed += pairs / (n * (n - 1.0)) / items;
        }
        double expected = 0;
        for (double p : share) {
            expected += p * p;
        }
        return kappa(observed, expected);
    }

    /// Krippendorff (2004) for categories without an order: α = 1 − D_o / D_e. The number of annotators may differ from item
    /// to item.
    ///
    /// @param counts by item, then by category: how many annotators gave it; items with fewer than two say nothing
    public static double krippendorff(List<int[]> counts) {
        int categories = counts.getFirst().length;
        var total = new double[categories];
        double n = 0;
        double disagreed = 0;
        for (int[] item : counts) {
            int m = Arrays.stream(item).sum();
            if (m < 2) {
                continue;
            }
            n += m;
            for (int k = 0; k < categories; k++) {
                total[k] += item[k];
                disagreed += item[k] * (m - item[k]) / (m - 1.0);
            }
        }
        double expected = 0;
        for (double k : total) {
            expected += k * (n - k) / (n - 1);
        }
        return expected == 0 ? 1 : 1 - disagreed / expected;
    }

    private static double kappa(double observed, double expected) {
        return expected == 1 ? 1 : (observed - expected) / (1 - expected);
    }
}
