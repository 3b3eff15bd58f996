package rewardscope.nn.mlp;

/// Clipping by the global norm over all gradients together.
public final class GradientClipping {
    private GradientClipping() {}

    /// ‖g‖₂ over all the vectors.
    public static double norm(double[]... gradients) {
        double sum = 0;
        for (double[] g : gradients) {
            sum += squares(g);
        }
        return Math.sqrt(sum);
    }

    /// g ← g · min(1, maxNorm / (‖g‖₂ + 1e-6)), as in PyTorch.
    ///
    /// @param gradients scaled in place
    /// @return the norm before clipping
    public static double globalNorm(double maxNorm, double[]... gradients) {
        double norm = norm(gradients);
        double factor = maxNorm / (norm + 1e-6);
        if (factor < 1) {
            for (double[] g : gradients) {
                for (int i = 0; i < g.length; i++) {
                    g[i] *= factor;
                }
            }
        }
        return norm;
    }

    /// Four sums side by side, so that the additions need not wait for each other.
    private static double squares(double[] g) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 4 <= g.length; i += 4) {
            s0 = Math.fma(g[i], g[i], s0);
            s1 = Math.fma(g[i + 1], g[i + 1], s1);
            s2 = Math.fma(g[i + 2], g[i + 2], s2);
            s3 = Math.fma(g[i + 3], g[i + 3], s3);
        }
        for (; i < g.length; i++) {
            s0 = Math.fma(g[i], g[i], s0);
        }
        return (s0 + s1) + (s2 + s3);
    }
}
