package rewardscope.nn;

/// A learning rate over time: a linear warm-up to `peak` over `warmUp` steps, then constant, linear or half a cosine
/// down to `floor` at step `total`, and `floor` from there on.
public record LearningRate(Shape shape, double peak, double floor, long warmUp, long total) {
    public enum Shape { CONSTANT, LINEAR, COSINE }

    public LearningRate {
        if (!(peak >= 0) || !(floor >= 0) || warmUp < 0 || total < warmUp) {
            throw new IllegalArgumentException("a learning rate needs peak, floor ≥ 0 and 0 ≤ warm-up ≤ total");
        }
    }

    public static LearningRate constant(double value) {
        return new LearningRate(Shape.CONSTANT, value, value, 0, 0);
    }

    /// @param step 0 is the first step
    public double at(long step) {
        if (step < warmUp) {
            return peak * (step + 1) / warmUp;
        }
        if (shape == Shape.CONSTANT) {
            return peak;
        }
        if (step >= total) {
            return floor;
        }
        double progress = (double) (step - warmUp) / (total - warmUp);
        return switch (shape) {
            case CONSTANT -> peak;
            case LINEAR -> peak + (floor - peak) * progress;
            case COSINE -> floor + (peak - floor) * (1 + Math.cos(Math.PI * progress)) / 2;
        };
    }
}
