package rewardscope.sim.health;

import java.util.List;
import java.util.Locale;
import rewardscope.compute.Devices;
import rewardscope.compute.Trial;
import rewardscope.compute.Tried;

/// Every compute device multiplies the same two matrices as a plain loop does; plugins are as they should be.
final class DeviceChecks {
    private static final double TOLERANCE = 1e-4;

    private DeviceChecks() {}

    /// A device that is missing here is no fault; a plugin that cannot be loaded, a driver that fails, or a device that
    /// computes wrongly, is.
    static List<Finding> all(Devices devices) {
        return devices.tried(0).stream().map(DeviceChecks::finding).toList();
    }

    static Finding finding(Tried tried) {
        String problem = tried.problem().orElse("");
        if (tried.trial().isPresent()) {
            return product(tried, tried.trial().get());
        }
        if (!tried.faulty()) {
            return Finding.well("device " + tried.name(), "not used here. " + problem);
        }
        return tried.description().isEmpty()
                ? Finding.wrong("plugin " + tried.name(), problem + " Take it out of the folder plugins, or renew it.")
                : Finding.wrong("device " + tried.name(), problem + " Compute on another device, and renew this one's driver.");
    }

    private static Finding product(Tried tried, Trial trial) {
        String gap = String.format(Locale.ROOT, "%.1e", trial.gap());
        String subject = "device " + tried.name();
        return trial.gap() <= TOLERANCE
                ? Finding.well(subject, "agrees with a plain loop to " + gap + " (" + tried.description() + ").")
                : Finding.wrong(subject, "differs from a plain loop by " + gap
                        + ": compute on another device, and renew this one's driver.");
    }
}
