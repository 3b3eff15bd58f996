package rewardscope.agent.gradient;

/// Returns and advantages from what was collected.
///
/// δ_t = R_t + γ V(S_{t+1}) − V(S_t),   Â_t = δ_t + γ λ Â_{t+1}   (Schulman et al. 2016, equation 16)
///
/// Termination and truncation are two things. A step that terminates has no future: V(S_{t+1}) counts as 0. A step that
/// was truncated has one that was not seen: V of the observation that the episode ended in counts. Both cut the sum.
public final class Advantages {
    private Advantages() {}

    /// Generalised advantage estimates: λ = 0 is the TD error, λ = 1 the Monte Carlo return minus the value.
    ///
    /// @param vNext V of the observation that each step led to; not read where the step terminated
    /// @param advantages the first `n` are written
    public static void gae(
            double[] reward,
            double[] v,
            double[] vNext,
            boolean[] terminated,
            boolean[] truncated,
            int n,
            double gamma,
            double lambda,
            double[] advantages) {
        double running = 0;
        for (int t = n - 1; t >= 0; t--) {
            double future = terminated[t] ? 0 : vNext[t];
            double delta = reward[t] + gamma * future - v[t];
            running = delta + (terminated[t] || truncated[t] ? 0 : gamma * lambda * running);
            advantages[t] = running;
        }
    }

    /// G_t = R_t + γ G_{t+1}, with V of the last observation where the future was cut off.
    ///
    /// @param returns the first `n` are written
    public static void returns(
            double[] reward,
            double[] vNext,
            boolean[] terminated,
            boolean[] truncated,
            int n,
            double gamma,
            double[] returns) {
        for (int t = n - 1; t >= 0; t--) {
            double future = terminated[t] ? 0 : truncated[t] || t == n - 1 ? vNext[t] : returns[t + 1];
            returns[t] = reward[t] + gamma * future;
        }
    }

    /// (x − mean) / (standard deviation + 1e-8), with the unbiased deviation.
    public static void normalise(double[] x, int[] indices, int from, int to, double[] out) {
        int n = to - from;
        double mean = 0;
        for (int i = from; i < to; i++) {
            mean += x[indices[i]];
        }
        mean /= n;
        double squares = 0;
        for (int i = from; i < to; i++) {
            double d = x[indices[i]] - mean;
            squares += d * d;
        }
        double deviation = Math.sqrt(squares / Math.max(1, n - 1)) + 1e-8;
        for (int i = from; i < to; i++) {
            out[i - from] = (x[indices[i]] - mean) / deviation;
        }
    }
}
