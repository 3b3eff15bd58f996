package rewardscope.agent.gradient;

/// How far a value is from its return: ½ (v − G)², or with clipping the larger of this and the same for a value that may
/// move from the old one by at most ε.
final class ValueLoss {
    private ValueLoss() {}

    static double value(double v, double target) {
        return 0.5 * (v - target) * (v - target);
    }

    static double slope(double v, double target) {
        return v - target;
    }

    static double clippedValue(double v, double vOld, double target, double epsilon) {
        return Math.max(value(v, target), value(clipped(v, vOld, epsilon), target));
    }

    /// ∂/∂v: 0 where the clipped value is the worse one and stands still.
    static double clippedSlope(double v, double vOld, double target, double epsilon) {
        double clipped = clipped(v, vOld, epsilon);
        boolean unclippedIsWorse = value(v, target) >= value(clipped, target);
        return unclippedIsWorse || Math.abs(v - vOld) <= epsilon ? slope(v, target) : 0;
    }

    private static double clipped(double v, double vOld, double epsilon) {
        return vOld + Math.clamp(v - vOld, -epsilon, epsilon);
    }
}
