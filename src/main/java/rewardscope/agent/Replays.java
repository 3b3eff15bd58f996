package rewardscope.agent;

/// An agent that learns from stored transitions again and again.
public interface Replays {
    /// What is stored now, copied.
    ///
    /// @param most a larger store is summed up in so many cells
    Contents replay(int most);

    /// A store of transitions, by place.
    ///
    /// @param capacity places that there are
    /// @param size places that are filled
    /// @param newest the place that was filled last, −1 while there is none
    /// @param perCell places that one number stands for: 1, or more in a large store
    /// @param reward the reward in each place, or the mean of those in a cell
    record Contents(int capacity, int size, int newest, int perCell, double[] reward) {}
}
