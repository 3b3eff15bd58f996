package rewardscope.nn;

/// A training step met a NaN or an infinity. Nothing was changed by that step: the weights before it can be looked at.
public final class TrainingStopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long step;
    private final String tensor;

    /// @param step the update that could not be made, counted from 1
    /// @param what what is not finite, such as "the loss"
    /// @param tensor the name of the first tensor concerned
    public TrainingStopped(long step, String what, String tensor) {
        super("Step " + step + " stopped: " + what + " is not a finite number. The first tensor concerned is "
                + tensor + ". Try a smaller learning rate.");
        this.step = step;
        this.tensor = tensor;
    }

    public long step() {
        return step;
    }

    /// The name of the first tensor concerned.
    public String tensor() {
        return tensor;
    }
}
