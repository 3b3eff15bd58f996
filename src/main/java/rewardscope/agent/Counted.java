package rewardscope.agent;

/// A record that is one of several which belong together: the steps of an episode that are learned from, the tries of
/// a line search.
public interface Counted extends StepEvent {
    /// Its number among them, counted from 0.
    int number();
}
