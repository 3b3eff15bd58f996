package rewardscope.agent;

/// An agent that keeps V(s).
public interface StateValues {
    /// The live table by state; copy it before handing it to another thread.
    double[] v();
}
