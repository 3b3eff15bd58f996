package rewardscope.compute;

import java.util.function.IntFunction;

/// One device that a provider can compute on: the processor itself, or one of several cards. Its name is its identity.
///
/// @param name        short and lower-case, the only one of its name, as in `--device simd`
/// @param description what it is, in a few words: its maker's name for it, memory, driver
/// @param processor   whether it is the processor by kernels that the application brings along: networks that are small
///     enough for kernels of their own gain nothing by moving there
/// @param open        makes a backend on it, given how many threads of the host it may use
public record ComputeDevice(String name, String description, boolean processor, IntFunction<ComputeBackend> open) {
    /// A plugin's device, whatever it is.
    public ComputeDevice(String name, String description, IntFunction<ComputeBackend> open) {
        this(name, description, false, open);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ComputeDevice device && name.equals(device.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
