package rewardscope.compute;

/// A device can no longer be worked with: its memory is full, a kernel does not compile, or it is gone. Nothing is said
/// about what its buffers hold. A run goes on elsewhere from its last keyframe.
public final class ComputeFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param sentence what happened, naming the device, without a full stop at its end
    public ComputeFailure(String sentence) {
        super(sentence);
    }

    public ComputeFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
