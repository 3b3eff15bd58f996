package rewardscope.env;

import rewardscope.math.Stateful;

/// A world that an agent acts in. Everything that changes while it runs is part of its saved state, its own stream of
/// random numbers included.
public interface Environment extends Stateful {
    /// Return and length of the episode that is running or has just ended.
    Episode episode();

    /// Whether `reset` must come before the next `step`: at the very start and after an episode has ended.
    boolean needsReset();
}
