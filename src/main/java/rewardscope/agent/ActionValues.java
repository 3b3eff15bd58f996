package rewardscope.agent;

/// An agent that keeps Q(s, a).
public interface ActionValues {
    /// The live table by state, then by action; copy it before handing it to another thread.
    double[][] q();
}
