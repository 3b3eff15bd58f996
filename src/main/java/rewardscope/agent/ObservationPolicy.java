package rewardscope.agent;

/// An agent whose policy can be asked about any observation, for portraits of a continuous world.
public interface ObservationPolicy {
    /// With numbered actions the probability of each; with forces the mean of each dimension, then the standard
    /// deviation of each. A fresh array.
    double[] policyAt(double[] observation);
}
