package rewardscope.sim;

/// How far a run has come.
///
/// @param acts smallest teachable acts: the position on the timeline
/// @param steps actions taken in the environment
/// @param meanReturn100 mean return of the last 100 episodes (of all, while there are fewer); NaN before the first
public record Counts(long acts, long steps, long episodes, long sweeps, long updates, double meanReturn100) {}
