package rewardscope.language.loss;

/// Direct preference optimisation (Rafailov et al. 2023): the policy is its own reward model.
///
/// implicitReward(y) = β log( π(y|x) / π_ref(y|x) ), margin = implicitReward(chosen) − implicitReward(rejected),
/// L = −mean log σ(margin). Everything is by pair.
///
/// @param chosenReward implicit reward of the preferred answer
/// @param rejectedReward implicit reward of the other
/// @param margin the difference of the two
/// @param loss of each pair
/// @param dChosen ∂(mean loss)/∂chosenLogp
/// @param dRejected ∂(mean loss)/∂rejectedLogp
/// @param accuracy the share of pairs with a positive margin
public record DpoLoss(
        double[] chosenReward,
        double[] rejectedReward,
        double[] margin,
        double[] loss,
        double[] dChosen,
        double[] dRejected,
        double meanLoss,
        double accuracy) {
    /// What is made of the margin m.
    public enum Kind {
        /// −log σ(m); with label smoothing s, −(1 − s) log σ(m) − s log σ(−m) (Mitchell 2023)
        SIGMOID,
        /// the same without bias under a share s of flipped labels (Chowdhury et al. 2024)
        ROBUST,
        /// max(0, 1 − m) (Zhao et al. 2023)
        HINGE,
        /// (m/β − 1/(2β))² (Azar et al. 2023)
        IPO
    }

    /// @param beta β, how dear it is to leave the reference
    /// @param smoothing s, the share of labels taken to be flipped; 0 for none
    public static DpoLoss of(
            double[] chosenLogp,
            double[] rejectedLogp,
            double[] refChosenLogp,
            double[] refRejectedLogp,
            double beta,
            Kind kind,
            double smoothing) {
        int n = chosenLogp.length;
        var chosen = new double[n];
        var rejected = new double[n];
        var margin = new double[n];
        var loss = new double[n];
        var dChosen = new double[n];
        var dRejected = new double[n];
        double mean = 0;
        double right = 0;
        for (int i = 0; i < n; i++) {
            double chosenLogRatio = chosenLogp[i] - refChosenLogp[i];
            double rejectedLogRatio = rejectedLogp[i] - refRejectedLogp[i];
            chosen[i] = beta * chosenLogRatio;
            rejected[i] = beta * rejectedLogRatio;
            margin[i] = beta * (chosenLogRatio - rejectedLogRatio);
            loss[i] = value(margin[i], beta, kind, smoothing);
            dChosen[i] = beta * slope(margin[i], beta, kind, smoothing) / n;
            dRejected[i] = -dChosen[i];
            mean += loss[i] / n;
            right += margin[i] > 0 ? 1.0 / n : 0;
        }
        return new DpoLoss(chosen, rejected, margin, loss, dChosen, dRejected, mean, right);
    }

    private static double value(double m, double beta, Kind kind, double s) {
        return switch (kind) {
            case SIGMOID -> -(1 - s) * Sigmoid.log(m) - s * Sigmoid.log(-m);
            case ROBUST -> (-(1 - s) * Sigmoid.log(m) + s * Sigmoid.log(-m)) / (1 - 2 * s);
            case HINGE -> Math.max(0, 1 - m);
            case IPO -> Math.pow(m / beta - 1 / (2 * beta), 2);
        };
    }

    /// ∂loss/∂m
    private static double slope(double m, double beta, Kind kind, double s) {
        return switch (kind) {
            case SIGMOID -> -(1 - s) * Sigmoid.of(-m) + s * Sigmoid.of(m);
            case ROBUST -> -((1 - s) * Sigmoid.of(-m) + s * Sigmoid.of(m)) / (1 - 2 * s);
            case HINGE -> m < 1 ? -1 : 0;
            case IPO -> 2 * (m / beta - 1 / (2 * beta)) / beta;
        };
    }
}
