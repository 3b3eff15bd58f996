package rewardscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rewardscope.compute.ComputeDevice;
import rewardscope.compute.ComputeFailure;
import rewardscope.compute.Devices;
import rewardscope.compute.Providers;
import rewardscope.sim.Failures;

/// The compute devices as `devices` lists them, the one that is used when nothing is said first.
public final class ComputeDevices {
    private static final int SIDE = 512;
    private static final long NANOS = 1_000_000_000L;

    private ComputeDevices() {}

    /// Measures each for about a second.
    public static List<Device> list(Devices devices) {
        var listed = new ArrayList<Device>();
        for (Providers.Found found : devices.providers()) {
            if (!found.usable()) {
                listed.add(new Device(found.name(), "", found.problem().orElse("")));
                continue;
            }
            found.provider().orElseThrow().devices().forEach(device -> listed.add(measured(device)));
        }
        return listed;
    }

    private static Device measured(ComputeDevice device) {
        try {
            String figure = String.format(Locale.ROOT, "%.0f GFLOP/s", gigaflops(device));
            return new Device(device.name(), device.description() + "\t" + figure, "");
        } catch (ComputeFailure e) {
            return new Device(device.name(), device.description(), e.getMessage() + ".");
        } catch (LinkageError | RuntimeException e) { // a plugin's own mistake
            return new Device(device.name(), device.description(), "it failed (" + Failures.reason(e) + ").");
        }
    }

    /// Products of two 512 × 512 matrices for a second, the first one not counted.
    private static double gigaflops(ComputeDevice device) {
        try (var backend = device.open().apply(Runtime.getRuntime().availableProcessors())) {
            int size = SIDE * SIDE;
            var a = backend.allocate(size);
            var b = backend.allocate(size);
            var c = backend.allocate(size);
            var one = new float[1];
            backend.matmul(a, false, b, false, c, false, 1, SIDE, SIDE, SIDE);
            backend.download(c, 0, one, 0, 1); // waits for the device
            long start = System.nanoTime();
            long products = 0;
            while (System.nanoTime() - start < NANOS) {
                for (int i = 0; i < 4; i++) {
                    backend.matmul(a, false, b, false, c, false, 1, SIDE, SIDE, SIDE);
                }
                products += 4;
                backend.download(c, 0, one, 0, 1);
            }
            return 2.0 * SIDE * SIDE * SIDE * products / (System.nanoTime() - start);
        }
    }
}
