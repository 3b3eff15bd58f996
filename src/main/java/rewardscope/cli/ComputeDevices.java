package rewardscope.cli;

import java.util.List;
import java.util.Locale;
import rewardscope.compute.Devices;
import rewardscope.compute.Trial;
import rewardscope.compute.Tried;

/// The compute devices as `devices` lists them, the one that is used when nothing is said first.
public final class ComputeDevices {
    private static final long NANOS = 1_000_000_000L;

    private ComputeDevices() {}

    /// Measures each for about a second.
    public static List<Device> list(Devices devices) {
        return devices.tried(NANOS).stream().map(ComputeDevices::listed).toList();
    }

    private static Device listed(Tried tried) {
        String figure = tried.trial().map(ComputeDevices::figure).orElse("");
        return new Device(tried.name(), tried.description() + figure, tried.problem().orElse(""));
    }

    private static String figure(Trial trial) {
        return String.format(Locale.ROOT, "\t%.0f GFLOP/s", trial.gigaflops());
    }
}
