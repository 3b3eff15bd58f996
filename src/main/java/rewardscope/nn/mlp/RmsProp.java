package rewardscope.nn.mlp;

import rewardscope.math.StateExchange;

/// RMSprop (Hinton 2012), as in PyTorch: s ← ρ s + (1 − ρ) g²,  θ ← θ − α g / (√s + ε).
public final class RmsProp implements Optimiser {
    private final double rho;
    private final double epsilon;
    private final double[] s;
    private double alpha;

    /// @param smoothing ρ, usually 0.99
    public RmsProp(int parameters, double learningRate, double smoothing, double epsilon) {
        alpha = learningRate;
        rho = smoothing;
        this.epsilon = epsilon;
        s = new double[parameters];
    }

    public static RmsProp of(int parameters, double learningRate) {
        return new RmsProp(parameters, learningRate, 0.99, 1e-8);
    }

    @Override
    public void step(double[] theta, double[] gradient) {
        for (int i = 0; i < theta.length; i++) {
            s[i] = rho * s[i] + (1 - rho) * gradient[i] * gradient[i];
            theta[i] -= alpha * gradient[i] / (Math.sqrt(s[i]) + epsilon);
        }
    }

    @Override
    public double learningRate() {
        return alpha;
    }

    @Override
    public void learningRate(double learningRate) {
        alpha = learningRate;
    }

    @Override
    public void exchange(StateExchange state) {
        alpha = state.number("learning-rate", alpha);
        state.numbers("square", s);
    }
}
