package rewardscope.agent;

/// An agent with a policy worth showing.
public interface ActionProbabilities {
    /// π(a|s) by action, a fresh array; all zero in a terminal state.
    double[] policy(int state);
}
