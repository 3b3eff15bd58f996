package rewardscope.nn.mlp;

import rewardscope.math.Stateful;

/// Moves a flat parameter vector against its gradient. Its moments and its count of steps are part of its state; its
/// learning rate is too, because schedules change it.
public sealed interface Optimiser extends Stateful permits Sgd, RmsProp, Adam {
    /// @param theta    as long as this optimiser was made for; moved
    /// @param gradient ∂loss/∂θ; not modified
    void step(double[] theta, double[] gradient);

    double learningRate();

    void learningRate(double learningRate);
}
