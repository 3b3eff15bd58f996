package rewardscope.compute;

import java.util.Optional;

/// One device, or what stands in the place of one, and what came of trying it.
///
/// @param name of the device; of the provider or the jar where there is no device
/// @param description empty where there is no device
/// @param trial empty when there is a problem
/// @param problem why it cannot be used here, in one sentence; empty when it can
/// @param faulty whether the problem is a fault, of a plugin or a driver, and not just something that this machine lacks
public record Tried(
        String name, String description, Optional<Trial> trial, Optional<String> problem, boolean faulty) {
    static Tried well(ComputeDevice device, Trial trial) {
        return new Tried(device.name(), device.description(), Optional.of(trial), Optional.empty(), false);
    }

    static Tried absent(String name, String why) {
        return new Tried(name, "", Optional.empty(), Optional.of(why), false);
    }

    static Tried faulty(String name, String description, String why) {
        return new Tried(name, description, Optional.empty(), Optional.of(why), true);
    }

    /// Tries a device in this process. Whatever it throws, linkage errors included, becomes a sentence.
    static Tried here(ComputeDevice device, int threads, long nanos) {
        try {
            return well(device, Trial.of(device, threads, nanos));
        } catch (ComputeFailure e) {
            return faulty(device.name(), device.description(), e.getMessage() + ".");
        } catch (LinkageError | StackOverflowError | RuntimeException e) { // a plugin's own mistake
            String why = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
            return faulty(device.name(), device.description(), "It failed (" + why.lines().findFirst().orElse("") + ").");
        }
    }
}
