package rewardscope.language.loss;

/// The logistic function and its logarithm, without overflow.
public final class Sigmoid {
    private Sigmoid() {}

    /// σ(z) = 1 / (1 + e^−z)
    public static double of(double z) {
        if (z >= 0) {
            return 1 / (1 + Math.exp(-z));
        }
        double e = Math.exp(z);
        return e / (1 + e);
    }

    /// log σ(z) = −log(1 + e^−z)
    public static double log(double z) {
        return Math.min(z, 0) - Math.log1p(Math.exp(-Math.abs(z)));
    }
}
