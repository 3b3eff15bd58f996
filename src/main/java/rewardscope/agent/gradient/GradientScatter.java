package rewardscope.agent.gradient;

import java.util.Arrays;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// What is measured of single-step gradients w ∇ ln π: their mean, and how far they scatter around it.
///
/// Only the sum of the vectors and the sum of their squared lengths are kept, so that measuring costs one pass over the
/// parameters. The variance is the trace of the covariance matrix: the variances of all components together.
final class GradientScatter implements Stateful {
    private final double[] sum;
    private double squares;
    private long n;

    GradientScatter(int parameters) {
        sum = new double[parameters];
    }

    void clear() {
        Arrays.fill(sum, 0);
        squares = 0;
        n = 0;
    }

    /// @param score ∇ ln π, not modified
    /// @param further ∇ ln π by the parameters besides the network's, not modified
    /// @param scoreNorm the length of both together
    void add(double weight, double[] score, double[] further, double scoreNorm) {
        for (int i = 0; i < score.length; i++) {
            sum[i] = Math.fma(weight, score[i], sum[i]);
        }
        for (int i = 0; i < further.length; i++) {
            sum[score.length + i] = Math.fma(weight, further[i], sum[score.length + i]);
        }
        squares += weight * weight * scoreNorm * scoreNorm;
        n++;
    }

    /// ‖mean‖ of what was added; 0 before anything was.
    double lengthOfMean() {
        double squared = 0;
        for (double component : sum) {
            squared += component * component;
        }
        return n == 0 ? 0 : Math.sqrt(squared) / n;
    }

    /// √ mean ‖w ∇ ln π‖²: how long a single one typically is.
    double typicalLength() {
        return n == 0 ? 0 : Math.sqrt(squares / n);
    }

    /// The unbiased sample variance, summed over components; 0 for fewer than two.
    double variance() {
        double mean = lengthOfMean();
        return n < 2 ? 0 : Math.max(0, squares - n * mean * mean) / (n - 1);
    }

    @Override
    public void exchange(StateExchange state) {
        state.numbers("sum", sum);
        squares = state.number("squares", squares);
        n = state.longInteger("n", n);
    }
}
