package rewardscope.agent;

/// An agent that has a value for every observation, for portraits of a continuous world.
public interface ObservationValues {
    /// V at an observation of the environment, or max_a Q.
    double value(double[] observation);
}
