package rewardscope.sim.comparison;

import java.util.Arrays;

/// What one run came to, by one measure.
///
/// @param curve at evenly spaced steps; NaN before the first episode has ended
/// @param end the number for the end of the run; NaN if it came to nothing
/// @param why what the run said when it could not be run; else empty
record Outcome(double[] curve, double end, Trouble trouble, String why) {
    enum Trouble {
        NONE,

        /// A value became infinite or no number: it counts with what it got until then.
        DIVERGED,

        /// It could not be run: it is left out.
        FAILED
    }

    static Outcome failed(int points, String why) {
        var curve = new double[points];
        Arrays.fill(curve, Double.NaN);
        return new Outcome(curve, Double.NaN, Trouble.FAILED, why);
    }
}
