package rewardscope.nn.mlp;

import rewardscope.math.StateExchange;

/// Adam (Kingma & Ba 2015), with weight decay decoupled (AdamW, Loshchilov & Hutter 2019) or added to the gradient (L2):
///
/// m ← β₁ m + (1 − β₁) g,  v ← β₂ v + (1 − β₂) g²,
/// θ ← θ − α m̂ / (√v̂ + ε) with m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ).
public final class Adam implements Optimiser {
    /// What weight decay λ does: AdamW shrinks θ by α λ before the step, L2 adds λ θ to the gradient.
    public enum Decay { DECOUPLED, L2 }

    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final double lambda;
    private final Decay decay;
    private final double[] m;
    private final double[] v;
    private double alpha;
    private long t;

    public Adam(
            int parameters, double learningRate, double beta1, double beta2, double epsilon, double weightDecay,
            Decay decay) {
        alpha = learningRate;
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
        lambda = weightDecay;
        this.decay = decay;
        m = new double[parameters];
        v = new double[parameters];
    }

    /// Adam with β = (0.9, 0.999), ε = 1e-8 and no weight decay.
    public static Adam of(int parameters, double learningRate) {
        return of(parameters, learningRate, 1e-8);
    }

    public static Adam of(int parameters, double learningRate, double epsilon) {
        return new Adam(parameters, learningRate, 0.9, 0.999, epsilon, 0, Decay.DECOUPLED);
    }

    /// AdamW with β = (0.9, 0.999), ε = 1e-8; every parameter decays.
    public static Adam w(int parameters, double learningRate, double weightDecay) {
        return new Adam(parameters, learningRate, 0.9, 0.999, 1e-8, weightDecay, Decay.DECOUPLED);
    }

    @Override
    public void step(double[] theta, double[] gradient) {
        t++;
        double stepSize = alpha / (1 - Math.pow(beta1, t));
        double rootOfCorrection2 = Math.sqrt(1 - Math.pow(beta2, t));
        double l2 = decay == Decay.L2 ? lambda : 0;
        double keep = decay == Decay.DECOUPLED ? 1 - alpha * lambda : 1;
        for (int i = 0; i < m.length; i++) {
            double g = gradient[i] + l2 * theta[i];
            double mNew = beta1 * m[i] + (1 - beta1) * g;
            double vNew = beta2 * v[i] + (1 - beta2) * g * g;
            m[i] = mNew;
            v[i] = vNew;
            theta[i] = keep * theta[i] - stepSize * mNew / (Math.sqrt(vNew) / rootOfCorrection2 + epsilon);
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
        t = state.longInteger("steps", t);
        state.numbers("m", m);
        state.numbers("v", v);
    }
}
