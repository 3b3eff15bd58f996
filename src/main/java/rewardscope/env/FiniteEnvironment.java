package rewardscope.env;

/// An environment with numbered states and actions, whose model is known (to planners, not to learners).
public interface FiniteEnvironment extends Environment {
    FiniteMdp model();

    /// How the states are laid out for the eye and for results.
    Layout layout();

    /// The current state; after the end of an episode, the state in which it ended.
    int state();

    /// Starts an episode and returns its first state.
    int reset();

    /// Takes an action that is available in the current state.
    Transition step(int action);
}
