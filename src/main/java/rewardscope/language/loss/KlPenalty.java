package rewardscope.language.loss;

/// How far a policy has gone from the reference, token by token, and what that costs (Ziegler et al. 2019).
///
/// Three estimates of KL(π ‖ π_ref) from a token drawn from π, with logRatio = log π − log π_ref (Schulman 2020):
/// k1 = logRatio, unbiased; k2 = ½ logRatio²; k3 = e^−logRatio − 1 + logRatio, unbiased and never negative.
public final class KlPenalty {
    private KlPenalty() {}

    public static double k1(double logp, double refLogp) {
        return logp - refLogp;
    }

    public static double k2(double logp, double refLogp) {
        double logRatio = logp - refLogp;
        return 0.5 * logRatio * logRatio;
    }

    public static double k3(double logp, double refLogp) {
        double logRatio = logp - refLogp;
        return Math.expm1(-logRatio) + logRatio;
    }

    /// R_t = −klCoef · (log π − log π_ref), and the score of the whole answer on its last token.
    ///
    /// @param n tokens of the answer; of longer arrays the rest is left alone
    /// @param reward the first `n` are written
    public static void rewards(
            double[] logp, double[] refLogp, double score, double klCoef, int n, double[] reward) {
        for (int t = 0; t < n; t++) {
            reward[t] = -klCoef * k1(logp[t], refLogp[t]) + (t == n - 1 ? score : 0);
        }
    }

    /// The KL of a whole answer, Σ k1.
    public static double sequence(double[] logp, double[] refLogp, int n) {
        double sum = 0;
        for (int t = 0; t < n; t++) {
            sum += k1(logp[t], refLogp[t]);
        }
        return sum;
    }

    /// KL(p ‖ q) of two distributions, exactly. 0 log 0 is 0.
    public static double exact(double[] p, double[] q) {
        double kl = 0;
        for (int i = 0; i < p.length; i++) {
            kl += p[i] > 0 ? p[i] * (Math.log(p[i]) - Math.log(q[i])) : 0;
        }
        return kl;
    }

    /// The controller that keeps the KL near a target (Ziegler et al. 2019, section 2.2):
    /// klCoef ← klCoef · (1 + clip(kl / target − 1, ±0.2) · answers / horizon)
    public static double adapted(double klCoef, double kl, double target, double answers, double horizon) {
        double error = Math.clamp(kl / target - 1, -0.2, 0.2);
        return klCoef * (1 + error * answers / horizon);
    }
}
