package rewardscope.nn.mlp;

import rewardscope.math.StateExchange;

/// Stochastic gradient descent with momentum:
///
/// v ← μ v + g (the first step: v = g),  θ ← θ − α v, and with Nesterov's look-ahead θ ← θ − α (g + μ v).
public final class Sgd implements Optimiser {
    private final double mu;
    private final boolean nesterov;
    private final double[] v;
    private double alpha;

    public Sgd(int parameters, double learningRate, double momentum, boolean nesterov) {
        this.mu = momentum;
        this.nesterov = nesterov;
        this.alpha = learningRate;
        v = new double[momentum == 0 ? 0 : parameters];
    }

    public static Sgd of(int parameters, double learningRate) {
        return new Sgd(parameters, learningRate, 0, false);
    }

    @Override
    public void step(double[] theta, double[] gradient) {
        if (mu == 0) {
            for (int i = 0; i < theta.length; i++) {
                theta[i] -= alpha * gradient[i];
            }
            return;
        }
        for (int i = 0; i < theta.length; i++) {
            v[i] = mu * v[i] + gradient[i];
            theta[i] -= alpha * (nesterov ? gradient[i] + mu * v[i] : v[i]);
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
        state.numbers("velocity", v);
    }
}
