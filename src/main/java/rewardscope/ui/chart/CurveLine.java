package rewardscope.ui.chart;

import java.util.Arrays;
import rewardscope.sim.Curve;

/// One branch's curve as it is drawn.
///
/// @param label the branch, empty where there is only one
/// @param now the act at which the branch stands
/// @param active whether it is the branch that the transport bar stands for
record CurveLine(String label, Curve.Points points, long now, boolean active) {
    /// Dashes that tell it from the active line without colour; none for that one.
    float[] dashes() {
        if (active || label.isEmpty()) {
            return new float[0];
        }
        return switch ((label.charAt(0) - 'A') % 3) {
            case 0 -> new float[] {7, 4};
            case 1 -> new float[] {2, 4};
            default -> new float[] {8, 3, 2, 3};
        };
    }

    int size() {
        return points.size();
    }

    /// How many buckets lie in the past.
    int past() {
        int i = Arrays.binarySearch(points.lastAct(), now);
        return i >= 0 ? i + 1 : -i - 1;
    }

    /// Where the present stands on the horizontal axis.
    double presentX() {
        int past = past();
        return past == 0 ? 0 : points.x(past - 1);
    }

    /// The bucket nearest to a place on the horizontal axis, −1 if there is none.
    int nearest(double x) {
        if (size() == 0) {
            return -1;
        }
        double first = points.x(0);
        return (int) Math.clamp(Math.round((x - first) / points.perBucket()), 0, size() - 1L);
    }

    double lowest() {
        return Arrays.stream(points.min()).filter(Double::isFinite).min().orElse(Double.NaN);
    }

    double highest() {
        return Arrays.stream(points.max()).filter(Double::isFinite).max().orElse(Double.NaN);
    }

    /// The smallest value above zero, for a logarithmic axis.
    double lowestPositive() {
        return Arrays.stream(points.min()).filter(v -> v > 0).min().orElse(Double.NaN);
    }
}
