package rewardscope.agent.gradient;

import java.util.Arrays;
import rewardscope.math.RandomStream;

/// Forces: each dimension is drawn from N(μ(s), σ²), with the means μ as outputs of the network and θ₊ = ln σ the same
/// in all states.
///
/// Sutton & Barto, 2nd edition, section 13.7. ∂ ln π/∂μ = (a − μ)/σ², ∂ ln π/∂ ln σ = ((a − μ)/σ)² − 1.
public final class GaussianPolicy extends Policy {
    private static final double HALF_LOG_2_PI = 0.5 * Math.log(2 * Math.PI);

    private final int n;
    private final double[] mu;
    private final double[] logSigma;

    public GaussianPolicy(int dimensions, double initialLogSigma) {
        n = dimensions;
        mu = new double[n];
        logSigma = new double[n];
        Arrays.fill(logSigma, initialLogSigma);
    }

    @Override
    public int actionWidth() {
        return n;
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
        return logSigma;
    }

    @Override
    public void look(double[] outputs, int row) {
        System.arraycopy(outputs, row * n, mu, 0, n);
    }

    @Override
    public void sample(RandomStream random, double[] action) {
        for (int i = 0; i < n; i++) {
            action[i] = mu[i] + Math.exp(logSigma[i]) * random.gaussian();
        }
    }

    /// −½ ((a − μ)/σ)² − ln σ − ½ ln 2π, summed over dimensions
    @Override
    public double logProbability(double[] actions, int row) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double z = (actions[row * n + i] - mu[i]) / Math.exp(logSigma[i]);
            sum += -0.5 * z * z - logSigma[i] - HALF_LOG_2_PI;
        }
        return sum;
    }

    @Override
    public void addScore(
            double weight, double[] actions, int actionRow, double[] dOutputs, int row, double[] dFurther) {
        for (int i = 0; i < n; i++) {
            double sigma = Math.exp(logSigma[i]);
            double z = (actions[actionRow * n + i] - mu[i]) / sigma;
            dOutputs[row * n + i] += weight * z / sigma;
            dFurther[i] += weight * (z * z - 1);
        }
    }

    /// ln σ + ½ ln 2πe, summed over dimensions
    @Override
    public double entropy() {
        double entropy = 0;
        for (int i = 0; i < n; i++) {
            entropy += logSigma[i] + HALF_LOG_2_PI + 0.5;
        }
        return entropy;
    }

    @Override
    public void addEntropyGradient(double weight, double[] dOutputs, int row, double[] dFurther) {
        for (int i = 0; i < n; i++) {
            dFurther[i] += weight;
        }
    }

    @Override
    public void remember(double[] memory, int row) {
        System.arraycopy(mu, 0, memory, row * 2 * n, n);
        System.arraycopy(logSigma, 0, memory, row * 2 * n + n, n);
    }

    /// ln σ/σ_old + (σ_old² + (μ_old − μ)²) / 2σ² − ½, summed over dimensions
    @Override
    public double kl(double[] memory, int row) {
        double kl = 0;
        for (int i = 0; i < n; i++) {
            double d = mu[i] - memory[row * 2 * n + i];
            double logOld = memory[row * 2 * n + n + i];
            kl += logSigma[i] - logOld + 0.5 * (Math.exp(2 * logOld) + d * d) / Math.exp(2 * logSigma[i]) - 0.5;
        }
        return kl;
    }

    @Override
    public void addKlGradient(
            double weight, double[] memory, int memoryRow, double[] dOutputs, int row, double[] dFurther) {
        for (int i = 0; i < n; i++) {
            double d = mu[i] - memory[memoryRow * 2 * n + i];
            double logOld = memory[memoryRow * 2 * n + n + i];
            double variance = Math.exp(2 * logSigma[i]);
            dOutputs[row * n + i] += weight * d / variance;
            dFurther[i] += weight * (1 - (Math.exp(2 * logOld) + d * d) / variance);
        }
    }

    /// F = 1/σ² for the means, 2 for ln σ
    @Override
    public void addFisher(
            double weight, double[] v, int row, double[] vFurther, double[] dOutputs, double[] dFurther) {
        for (int i = 0; i < n; i++) {
            dOutputs[row * n + i] += weight * v[row * n + i] / Math.exp(2 * logSigma[i]);
            dFurther[i] += weight * 2 * vFurther[i];
        }
    }

    @Override
    public double[] describe() {
        var description = new double[2 * n];
        for (int i = 0; i < n; i++) {
            description[i] = mu[i];
            description[n + i] = Math.exp(logSigma[i]);
        }
        return description;
    }
}
