package rewardscope.env;

/// What one episode came to.
///
/// @param undiscountedReturn the plain sum of its rewards
/// @param length the number of steps taken
/// @param terminated whether the task ended it
/// @param truncated whether the step limit ended it
public record Episode(double undiscountedReturn, int length, boolean terminated, boolean truncated) {
    public static final Episode NONE = new Episode(0, 0, false, false);

    public boolean ended() {
        return terminated || truncated;
    }
}
