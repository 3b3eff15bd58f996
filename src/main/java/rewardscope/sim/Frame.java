package rewardscope.sim;

import java.util.List;
import java.util.Optional;

/// All that the window shows of a run at one moment, immutable.
///
/// @param number counts up with every frame published
/// @param views one a branch, the first being the run that was started with
/// @param active the branch that the transport bar stands for
/// @param sideBySide whether all branches advance together
/// @param explanation the answer to the last "why does this cell have this value?"
/// @param actsPerSecond measured while running, else 0
public record Frame(
        long number,
        Experiment experiment,
        List<View> views,
        int active,
        Status status,
        Speed speed,
        boolean sideBySide,
        Optional<Explanation> explanation,
        double actsPerSecond) {

    public View view() {
        return views.get(active);
    }

    /// What the run is doing.
    public sealed interface Status {
        record Paused() implements Status {}

        /// @param returningTo the act of an earlier run that it is on its way back to; −1 if it goes its own way
        record Running(long returningTo) implements Status {
            public Running() {
                this(-1);
            }

            public boolean returning() {
                return returningTo >= 0;
            }
        }

        /// The stop was met, or the agent has nothing left to do.
        record Finished(String why) implements Status {}

        /// Something went wrong while running; the state before it can still be looked at.
        record Failed(String sentence) implements Status {}
    }

    /// Acts a second, from one in two seconds to as fast as it goes.
    public record Speed(double actsPerSecond) {
        public static final Speed SLOWEST = new Speed(0.5);
        public static final Speed FASTEST = new Speed(Double.POSITIVE_INFINITY);

        public boolean flatOut() {
            return Double.isInfinite(actsPerSecond);
        }
    }
}
