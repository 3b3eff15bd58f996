package rewardscope.agent.gradient;

import java.util.ArrayList;
import java.util.List;

/// Solves A x = b for a positive definite A that is known only by its products A v (Hestenes & Stiefel 1952).
///
/// α ← rᵀr / pᵀAp;  x ← x + α p;  r ← r − α A p;  p ← r + (rᵀr_new / rᵀr_old) p
final class ConjugateGradient {
    /// A product with the matrix.
    interface Product {
        /// @param v not modified
        /// @param out A v
        void apply(double[] v, double[] out);
    }

    /// How it went.
    ///
    /// @param x the solution so far
    /// @param residuals ‖b − A x‖ at the start and after every iteration
    record Solution(double[] x, List<Double> residuals) {}

    private ConjugateGradient() {}

    /// From x = 0, until so many iterations are done or the residual is as good as nothing.
    static Solution solve(Product a, double[] b, int iterations) {
        int n = b.length;
        var x = new double[n];
        double[] r = b.clone();
        double[] p = b.clone();
        var ap = new double[n];
        double rr = dot(r, r);
        var residuals = new ArrayList<Double>();
        residuals.add(Math.sqrt(rr));
        for (int i = 0; i < iterations && rr > 1e-20; i++) {
            a.apply(p, ap);
            double alpha = rr / dot(p, ap);
            for (int j = 0; j < n; j++) {
                x[j] += alpha * p[j];
                r[j] -= alpha * ap[j];
            }
            double rrNew = dot(r, r);
            double beta = rrNew / rr;
            for (int j = 0; j < n; j++) {
                p[j] = r[j] + beta * p[j];
            }
            rr = rrNew;
            residuals.add(Math.sqrt(rr));
        }
        return new Solution(x, List.copyOf(residuals));
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum = Math.fma(a[i], b[i], sum);
        }
        return sum;
    }
}
