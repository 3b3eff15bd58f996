package rewardscope.agent.gradient;

/// PPO's objective for one sample (Schulman et al. 2017, equation 7), a lower bound on the unclipped one:
///
/// L = min( ρ A, clip(ρ, 1 − ε, 1 + ε) A ),   ρ = π(a|s) / π_old(a|s)
final class ClippedObjective {
    private ClippedObjective() {}

    /// clip(ρ, 1 − ε, 1 + ε)
    static double clip(double ratio, double epsilon) {
        return Math.clamp(ratio, 1 - epsilon, 1 + epsilon);
    }

    static double value(double ratio, double advantage, double epsilon) {
        return Math.min(ratio * advantage, clip(ratio, epsilon) * advantage);
    }

    /// Whether the unclipped side was chosen, so that the sample pulls at the policy.
    static boolean active(double ratio, double advantage, double epsilon) {
        return ratio * advantage <= clip(ratio, epsilon) * advantage;
    }

    /// ∂L/∂ ln π: ρ A on the unclipped side, 0 on the clipped one.
    static double slope(double ratio, double advantage, double epsilon) {
        return active(ratio, advantage, epsilon) ? ratio * advantage : 0;
    }
}
