package rewardscope.agent.gradient;

import rewardscope.math.RandomStream;

/// Numbered actions: π(a|s) = exp h(s, a) / Σ_b exp h(s, b), with the preferences h as outputs of the network.
///
/// Sutton & Barto, 2nd edition, equation 13.2. ∇_h ln π(a) = 1[a] − π.
public final class SoftmaxPolicy extends Policy {
    private static final double[] NONE = {};

    private final int n;
    private final double[] logPi;
    private final double[] pi;

    public SoftmaxPolicy(int actions) {
        n = actions;
        logPi = new double[n];
        pi = new double[n];
    }

    @Override
    public int actionWidth() {
        return 1;
    }

    @Override
    public int outputs() {
        return n;
    }

    @Override
    public int memoryWidth() {
        return 2 * n;
    }

    @Override
    public double[] further() {
        return NONE;
    }

    @Override
    public void look(double[] h, int row) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < n; a++) {
            largest = Math.max(largest, h[row * n + a]);
        }
        double sum = 0;
        for (int a = 0; a < n; a++) {
            logPi[a] = h[row * n + a] - largest;
            pi[a] = Math.exp(logPi[a]);
            sum += pi[a];
        }
        double logSum = Math.log(sum);
        for (int a = 0; a < n; a++) {
            logPi[a] -= logSum;
            pi[a] /= sum;
        }
    }

    @Override
    public void sample(RandomStream random, double[] action) {
        action[0] = random.categorical(pi);
    }

    @Override
    public double logProbability(double[] actions, int row) {
        return logPi[(int) actions[row]];
    }

    @Override
    public void addScore(
            double weight, double[] actions, int actionRow, double[] dOutputs, int row, double[] dFurther) {
        for (int a = 0; a < n; a++) {
            dOutputs[row * n + a] -= weight * pi[a];
        }
        dOutputs[row * n + (int) actions[actionRow]] += weight;
    }

    @Override
    public double entropy() {
        double entropy = 0;
        for (int a = 0; a < n; a++) {
            entropy -= pi[a] > 0 ? pi[a] * logPi[a] : 0;
        }
        return entropy;
    }

    /// ∂H/∂h(a) = −π(a) (ln π(a) + H)
    @Override
    public void addEntropyGradient(double weight, double[] dOutputs, int row, double[] dFurther) {
        double entropy = entropy();
        for (int a = 0; a < n; a++) {
            dOutputs[row * n + a] -= pi[a] > 0 ? weight * pi[a] * (logPi[a] + entropy) : 0;
        }
    }

    @Override
    public void remember(double[] memory, int row) {
        System.arraycopy(logPi, 0, memory, row * 2 * n, n);
        System.arraycopy(pi, 0, memory, row * 2 * n + n, n);
    }

    /// Σ_a π_old(a) [ ln π_old(a) − ln π(a) ]
    @Override
    public double kl(double[] memory, int row) {
        double kl = 0;
        for (int a = 0; a < n; a++) {
            double p = memory[row * 2 * n + n + a];
            kl += p > 0 ? p * (memory[row * 2 * n + a] - logPi[a]) : 0;
        }
        return kl;
    }

    /// ∂KL/∂h = π − π_old
    @Override
    public void addKlGradient(
            double weight, double[] memory, int memoryRow, double[] dOutputs, int row, double[] dFurther) {
        for (int a = 0; a < n; a++) {
            dOutputs[row * n + a] += weight * (pi[a] - memory[memoryRow * 2 * n + n + a]);
        }
    }

    /// F = diag(π) − π πᵀ
    @Override
    public void addFisher(
            double weight, double[] v, int row, double[] vFurther, double[] dOutputs, double[] dFurther) {
        double mean = 0;
        for (int a = 0; a < n; a++) {
            mean += pi[a] * v[row * n + a];
        }
        for (int a = 0; a < n; a++) {
            dOutputs[row * n + a] += weight * pi[a] * (v[row * n + a] - mean);
        }
    }

    @Override
    public double[] describe() {
        return pi.clone();
    }
}
