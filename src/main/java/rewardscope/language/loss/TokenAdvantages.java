package rewardscope.language.loss;

import rewardscope.agent.gradient.Advantages;

/// Advantages of the tokens of answers. An answer is an episode: it terminates with its last token.
public final class TokenAdvantages {
    private TokenAdvantages() {}

    /// δ_t = R_t + γ V_{t+1} − V_t, Â_t = δ_t + γ λ Â_{t+1}, with V = 0 after the last token.
    ///
    /// @param n tokens of the answer
    /// @param advantage the first `n` are written
    /// @param target Â_t + V_t, what the value should have been; the first `n` are written
    public static void gae(
            double[] reward, double[] v, int n, double gamma, double lambda, double[] advantage, double[] target) {
        var vNext = new double[n];
        var terminated = new boolean[n];
        System.arraycopy(v, Math.min(1, n), vNext, 0, Math.max(0, n - 1));
        if (n > 0) {
            terminated[n - 1] = true;
        }
        Advantages.gae(reward, v, vNext, terminated, new boolean[n], n, gamma, lambda, advantage);
        for (int t = 0; t < n; t++) {
            target[t] = advantage[t] + v[t];
        }
    }

    /// Brings the counted entries to mean 0 and deviation 1, in place; the others become 0.
    ///
    /// @param unbiased whether the variance is divided by n − 1 instead of n
    public static void whiten(double[] x, boolean[] counted, boolean unbiased) {
        int n = 0;
        double mean = 0;
        for (int i = 0; i < x.length; i++) {
            mean += counted[i] ? x[i] : 0;
            n += counted[i] ? 1 : 0;
        }
        mean /= Math.max(1, n);
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            squares += counted[i] ? (x[i] - mean) * (x[i] - mean) : 0;
        }
        double deviation = Math.sqrt(squares / Math.max(1, unbiased ? n - 1 : n) + 1e-8);
        for (int i = 0; i < x.length; i++) {
            x[i] = counted[i] ? (x[i] - mean) / deviation : 0;
        }
    }
}
