package rewardscope.language.loss;

/// PPO's loss over the tokens of a minibatch, and its slopes by token.
///
/// L = −mean min( ρ Â, clip(ρ, 1 ± ε) Â ) + c_v · ½ mean max( (V − V̂)², (clip(V, V_old ± ε_v) − V̂)² ),
/// ρ = exp(logp − oldLogp). Only counted tokens go into the means.
///
/// @param policyLoss the first mean, with its sign
/// @param valueLoss ½ the second mean, without c_v
/// @param clipFraction share of counted tokens whose ratio is outside 1 ± ε
/// @param approximateKl mean k3 between the policy that sampled and the one now
/// @param dLogp ∂L/∂logp by token
/// @param dValue ∂L/∂V by token
public record PpoLoss(
        double policyLoss,
        double valueLoss,
        double clipFraction,
        double approximateKl,
        double[] ratio,
        double[] dLogp,
        double[] dValue) {
    /// What is fixed while a batch is worked on.
    ///
    /// @param clip ε
    /// @param valueClip ε_v; infinity for values that may move freely
    /// @param valueCoef c_v
    public record Coefficients(double clip, double valueClip, double valueCoef) {}

    public double loss(double valueCoef) {
        return policyLoss + valueCoef * valueLoss;
    }

    /// @param counted which entries are tokens of an answer
    public static PpoLoss of(
            double[] logp,
            double[] oldLogp,
            double[] advantage,
            double[] value,
            double[] oldValue,
            double[] target,
            boolean[] counted,
            Coefficients c) {
        int n = logp.length;
        int tokens = 0;
        for (boolean counts : counted) {
            tokens += counts ? 1 : 0;
        }
        double each = 1.0 / Math.max(1, tokens);
        var ratio = new double[n];
        var dLogp = new double[n];
        var dValue = new double[n];
        double objective = 0;
        double valueLoss = 0;
        double clipFraction = 0;
        double kl = 0;
        for (int i = 0; i < n; i++) {
            if (!counted[i]) {
                continue;
            }
            ratio[i] = Math.exp(logp[i] - oldLogp[i]);
            double pulled = ratio[i] * advantage[i];
            double held = Math.clamp(ratio[i], 1 - c.clip, 1 + c.clip) * advantage[i];
            objective += each * Math.min(pulled, held);
            dLogp[i] = pulled <= held ? -each * pulled : 0;
            clipFraction += Math.abs(ratio[i] - 1) > c.clip ? each : 0;
            kl += each * KlPenalty.k3(oldLogp[i], logp[i]);

            double free = value[i] - target[i];
            double moved = Math.clamp(value[i] - oldValue[i], -c.valueClip, c.valueClip);
            double bound = oldValue[i] + moved - target[i];
            boolean freeIsWorse = free * free >= bound * bound;
            valueLoss += each * 0.5 * (freeIsWorse ? free * free : bound * bound);
            dValue[i] = freeIsWorse || moved == value[i] - oldValue[i] ? c.valueCoef * each * free : 0;
        }
        return new PpoLoss(-objective, valueLoss, clipFraction, kl, ratio, dLogp, dValue);
    }
}
