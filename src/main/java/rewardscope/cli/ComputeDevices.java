package rewardscope.cli;

import java.nio.file.Path;
import java.util.List;
import rewardscope.compute.Providers;

/// The compute backends as `devices` lists them, the one that is used when nothing is said first.
public final class ComputeDevices {
    private ComputeDevices() {}

    /// @param plugins the folder of plugins, which need not exist
    public static List<Device> list(Path plugins) {
        return Providers.discover(plugins).stream()
                .map(found -> new Device(found.name(), "rank " + found.rank(), found.problem().orElse("")))
                .toList();
    }
}
