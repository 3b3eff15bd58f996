package rewardscope.agent.gradient;

import rewardscope.math.RandomStream;

/// π(a|s): a distribution over actions whose parameters are the outputs of a network at s, together with a few further
/// parameters θ₊ that do not depend on s.
///
/// One distribution is looked at in turn: [#look] takes a row of the network's outputs, and everything after speaks of
/// the distribution there. Methods named `add...` add weight · gradient to ∂/∂outputs (at a row) and ∂/∂θ₊.
public abstract sealed class Policy permits SoftmaxPolicy, GaussianPolicy {
    /// Numbers in one action.
    public abstract int actionWidth();

    /// Outputs of the network for one state.
    public abstract int outputs();

    /// Numbers that describe a distribution when it is remembered.
    public abstract int memoryWidth();

    /// θ₊: the parameters besides the network's, live.
    public abstract double[] further();

    /// Turns to the distribution at a row of outputs.
    public abstract void look(double[] outputs, int row);

    /// Draws an action.
    public abstract void sample(RandomStream random, double[] action);

    /// ln π(a|s) of the action in a row of actions.
    public abstract double logProbability(double[] actions, int row);

    /// weight · ∇ ln π(a|s)
    public abstract void addScore(
            double weight, double[] actions, int actionRow, double[] dOutputs, int row, double[] dFurther);

    /// H(π) = −E[ln π]
    public abstract double entropy();

    /// weight · ∇ H(π)
    public abstract void addEntropyGradient(double weight, double[] dOutputs, int row, double[] dFurther);

    /// Writes the distribution down, to be compared with a later one.
    public abstract void remember(double[] memory, int row);

    /// KL(remembered ‖ this) ≥ 0
    public abstract double kl(double[] memory, int row);

    /// weight · ∇ KL(remembered ‖ this)
    public abstract void addKlGradient(
            double weight, double[] memory, int memoryRow, double[] dOutputs, int row, double[] dFurther);

    /// weight · F v, with the Fisher information F of the distribution: the Hessian of the KL divergence at itself.
    ///
    /// @param v change of the outputs, a row of a matrix
    /// @param vFurther change of θ₊
    public abstract void addFisher(
            double weight, double[] v, int row, double[] vFurther, double[] dOutputs, double[] dFurther);

    /// With numbered actions the probabilities; else the means, then the standard deviations. A fresh array.
    public abstract double[] describe();
}
