package rewardscope.env;

/// What came of one action in a finite environment.
///
/// @param state the next state S′
/// @param reward the reward R
/// @param terminated the episode is over and S′ has no future: do not bootstrap
/// @param truncated the step limit was reached: S′ has a future, bootstrap
public record Transition(int state, double reward, boolean terminated, boolean truncated) {
    public boolean endsEpisode() {
        return terminated || truncated;
    }
}
