package rewardscope.compute;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rewardscope.compute.Providers.Found;

/// Every device that can be computed on here. Looking for them can take seconds, so nobody looks before somebody asks,
/// and only once.
public final class Devices {
    private final Path plugins;
    private Optional<List<Found>> found = Optional.empty();

    /// @param plugins the folder of plugins, which need not exist
    public Devices(Path plugins) {
        this.plugins = plugins;
    }

    /// Every provider, usable or not, the default first.
    public synchronized List<Found> providers() {
        if (found.isEmpty()) {
            found = Optional.of(Providers.discover(plugins));
        }
        return found.get();
    }

    /// What can be used, the default first.
    public List<ComputeDevice> usable() {
        var devices = new ArrayList<ComputeDevice>();
        for (Found each : providers()) {
            each.provider().filter(_ -> each.usable()).ifPresent(provider -> devices.addAll(provider.devices()));
        }
        return List.copyOf(devices);
    }

    /// The device of this name.
    ///
    /// @throws IllegalArgumentException why there is none, in a sentence
    public Compute named(String name) {
        for (ComputeDevice device : usable()) {
            if (device.name().equals(name)) {
                return Compute.on(device);
            }
        }
        for (Found each : providers()) {
            if (each.name().equals(name)) {
                throw new IllegalArgumentException(
                        "The device " + name + " cannot be used here: " + each.problem().orElse("it has no device."));
            }
        }
        var names = usable().stream().map(ComputeDevice::name).toList();
        throw new IllegalArgumentException(
                "There is no device `" + name + "`. Write one of " + String.join(", ", names) + ".");
    }
}
