package rewardscope.agent;

/// An agent that keeps an eligibility trace for every state, or for every state and action.
public interface EligibilityTraces {
    /// The trace by state (for Q: the largest of its actions), a fresh array.
    double[] traces();
}
