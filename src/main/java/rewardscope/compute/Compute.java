package rewardscope.compute;

import java.util.Optional;

/// Where the arithmetic of a run happens. A run is a pure function of its experiment, its seed and this.
///
/// @param chosen  the device that was asked for; empty for the best one that the application brings along itself
/// @param threads of the host that one run may use; results do not depend on it
public record Compute(Optional<ComputeDevice> chosen, int threads) {
    /// The best backend that the application brings along, on one thread.
    public static final Compute STANDARD = new Compute(Optional.empty(), 1);

    public static Compute on(ComputeDevice device) {
        return new Compute(Optional.of(device), 1);
    }

    public Compute withThreads(int threads) {
        return new Compute(chosen, threads);
    }

    /// Looked up only now, so that a run without a neural network never asks for it.
    public ComputeDevice device() {
        return chosen.orElseGet(() -> Providers.best(Providers.discover()).devices().getFirst());
    }

    /// Whether a device was chosen that is more than the processor.
    public boolean elsewhere() {
        return chosen.filter(device -> !device.processor()).isPresent();
    }

    /// A backend of one's own, to be closed by whoever asked for it.
    ///
    /// @throws ComputeFailure if the device does not take any more work
    public ComputeBackend open() {
        return device().open().apply(threads);
    }
}
