package rewardscope.agent.approximation;

/// What a Q-network should have said, and how wrong it was.
final class DqnTarget {
    private DqnTarget() {}

    /// R + γ max_a Q_target(S′, a), or R alone where the episode terminated.
    ///
    /// @param qTargetNext Q_target(S′, ·), row after row
    static double of(double reward, double gamma, boolean terminated, double[] qTargetNext, int row, int actions) {
        return terminated ? reward : reward + gamma * qTargetNext[row * actions + best(qTargetNext, row, actions)];
    }

    /// R + γ Q_target(S′, argmax_a Q(S′, a)): one network chooses, the other judges (van Hasselt et al. 2016).
    static double doubleOf(
            double reward,
            double gamma,
            boolean terminated,
            double[] qNext,
            double[] qTargetNext,
            int row,
            int actions) {
        return terminated ? reward : reward + gamma * qTargetNext[row * actions + best(qNext, row, actions)];
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
