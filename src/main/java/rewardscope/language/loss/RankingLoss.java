package rewardscope.language.loss;

/// The loss of one ranking of K answers, and its slopes.
///
/// @param loss in nats
/// @param dReward ∂loss/∂r by answer, in the answers' own order
public record RankingLoss(double loss, double[] dReward) {
    /// Averaged over the K-choose-2 pairs (Ouyang et al. 2022, equation 1):
    /// L = −1/C(K,2) Σ_{i before j} log σ(r_i − r_j)
    ///
    /// @param rewards by answer
    /// @param ranking numbers of the answers, best first
    public static RankingLoss pairwise(double[] rewards, int[] ranking) {
        int K = ranking.length;
        double pairs = K * (K - 1) / 2.0;
        var d = new double[rewards.length];
        double loss = 0;
        for (int a = 0; a < K; a++) {
            for (int b = a + 1; b < K; b++) {
                double z = rewards[ranking[a]] - rewards[ranking[b]];
                loss -= Sigmoid.log(z) / pairs;
                double slope = Sigmoid.of(-z) / pairs;
                d[ranking[a]] -= slope;
                d[ranking[b]] += slope;
            }
        }
        return new RankingLoss(loss, d);
    }

    /// Plackett and Luce: the best is drawn first, in proportion to e^r, then the best of the rest, ...
    /// L = −Σ_k [ r_(k) − log Σ_{j ≥ k} e^r_(j) ]
    public static RankingLoss plackettLuce(double[] rewards, int[] ranking) {
        int K = ranking.length;
        var d = new double[rewards.length];
        double loss = 0;
        for (int k = 0; k < K - 1; k++) {
            double most = Double.NEGATIVE_INFINITY;
            for (int j = k; j < K; j++) {
                most = Math.max(most, rewards[ranking[j]]);
            }
            double total = 0;
            for (int j = k; j < K; j++) {
                total += Math.exp(rewards[ranking[j]] - most);
            }
            loss -= rewards[ranking[k]] - most - Math.log(total);
            d[ranking[k]] -= 1;
            for (int j = k; j < K; j++) {
                d[ranking[j]] += Math.exp(rewards[ranking[j]] - most) / total;
            }
        }
        return new RankingLoss(loss, d);
    }
}
