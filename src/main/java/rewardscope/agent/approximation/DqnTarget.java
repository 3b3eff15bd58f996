package rewardscope.agent.approximation;

/// What a Q-network should have said, and how wrong it was.
final class DqnTarget {
    private DqnTarget() {}

    /// What the target network says of S′: Q(S′, a*, w⁻), or 0 where the episode terminated and nothing follows.
    ///
    /// @param qChoosing Q(S′, ·), row after row, whose best action is a*: the target network's own values for
    ///     max_a Q(S′, a, w⁻), the learning network's for Q(S′, argmax_a Q(S′, a, w), w⁻) (van Hasselt et al. 2016)
    /// @param qTargetNext Q(S′, ·, w⁻), row after row
    static double next(boolean terminated, double[] qChoosing, double[] qTargetNext, int row, int actions) {
        return terminated ? 0 : qTargetNext[row * actions + best(qChoosing, row, actions)];
    }

    /// The first action with the largest value in a row.
    static int best(double[] q, int row, int actions) {
        int best = 0;
        for (int a = 1; a < actions; a++) {
            if (q[row * actions + a] > q[row * actions + best]) {
                best = a;
            }
        }
        return best;
    }

    /// Huber's loss: ½ δ² near 0, |δ| − ½ beyond 1.
    static double huber(double delta) {
        double size = Math.abs(delta);
        return size <= 1 ? 0.5 * delta * delta : size - 0.5;
    }

    static double huberSlope(double delta) {
        return Math.clamp(delta, -1, 1);
    }
}
