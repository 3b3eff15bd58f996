package rewardscope.language.loss;

import java.util.Arrays;

/// Preferences between two answers, after Bradley and Terry (1952): P(chosen ≻ rejected) = σ(r_chosen − r_rejected).
///
/// L = −mean log σ(r_chosen − r_rejected − margin). Everything is by pair.
///
/// @param probability σ(r_chosen − r_rejected), without the margin
/// @param loss of each pair, in nats
/// @param dChosen ∂(mean loss)/∂r_chosen
/// @param dRejected ∂(mean loss)/∂r_rejected
/// @param meanLoss over all pairs
/// @param accuracy the share of pairs in which the chosen answer has the larger reward; equal ones do not count as right
public record BradleyTerry(
        double[] probability, double[] loss, double[] dChosen, double[] dRejected, double meanLoss, double accuracy) {
    /// @param chosen rewards of the preferred answers
    /// @param rejected rewards of the others, in the same order
    public static BradleyTerry of(double[] chosen, double[] rejected) {
        return of(chosen, rejected, new double[chosen.length]);
    }

    /// @param margin by how much the preferred answer's reward has to lead (Llama 2), by pair
    public static BradleyTerry of(double[] chosen, double[] rejected, double[] margin) {
        var weight = new double[chosen.length];
        Arrays.fill(weight, 1.0 / chosen.length);
        return weighted(chosen, rejected, margin, weight);
    }

    /// The same with a weight for every pair in place of 1/n: the pairs of one ranking share its weight.
    public static BradleyTerry weighted(double[] chosen, double[] rejected, double[] margin, double[] weight) {
        int n = chosen.length;
        var probability = new double[n];
        var loss = new double[n];
        var dChosen = new double[n];
        var dRejected = new double[n];
        double mean = 0;
        double right = 0;
        for (int i = 0; i < n; i++) {
            double lead = chosen[i] - rejected[i];
            double z = lead - margin[i];
            probability[i] = Sigmoid.of(lead);
            loss[i] = -Sigmoid.log(z);
            dChosen[i] = -Sigmoid.of(-z) * weight[i];
            dRejected[i] = -dChosen[i];
            mean += weight[i] * loss[i];
            right += lead > 0 ? 1 : 0;
        }
        return new BradleyTerry(probability, loss, dChosen, dRejected, mean, n == 0 ? 0 : right / n);
    }

    /// The scores that make a table of wins likeliest, with mean 0 (Hunter 2004, the MM algorithm).
    ///
    /// @param wins how often i (row) won against j (column); everybody must have won and lost somewhere
    public static double[] scores(double[][] wins) {
        int n = wins.length;
        var strength = new double[n];
        Arrays.fill(strength, 1);
        for (int sweep = 0; sweep < 100_000; sweep++) {
            double change = 0;
            var next = new double[n];
            for (int i = 0; i < n; i++) {
                double won = 0;
                double met = 0;
                for (int j = 0; j < n; j++) {
                    if (i != j) {
                        won += wins[i][j];
                        met += (wins[i][j] + wins[j][i]) / (strength[i] + strength[j]);
                    }
                }
                next[i] = won / met;
            }
            double scale = Math.exp(-Arrays.stream(next).map(Math::log).average().orElse(0));
            for (int i = 0; i < n; i++) {
                change = Math.max(change, Math.abs(Math.log(next[i] * scale / strength[i])));
                strength[i] = next[i] * scale;
            }
            if (change < 1e-14) {
                break;
            }
        }
        return Arrays.stream(strength).map(Math::log).toArray();
    }

    /// −Σ wins log P(i ≻ j)
    public static double negativeLogLikelihood(double[][] wins, double[] scores) {
        double nll = 0;
        for (int i = 0; i < wins.length; i++) {
            for (int j = 0; j < wins.length; j++) {
                nll -= i == j ? 0 : wins[i][j] * Sigmoid.log(scores[i] - scores[j]);
            }
        }
        return nll;
    }
}
