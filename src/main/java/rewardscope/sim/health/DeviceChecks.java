package rewardscope.sim.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rewardscope.compute.ComputeDevice;
import rewardscope.compute.Devices;
import rewardscope.compute.Providers;

/// Every compute device multiplies the same two matrices as a plain loop does; plugins are as they should be.
final class DeviceChecks {
    private static final int M = 33;
    private static final int N = 47;
    private static final int K = 29;
    private static final double TOLERANCE = 1e-4;

    private DeviceChecks() {}

    /// A device that is missing here is no fault; a plugin that cannot be loaded, or one that computes wrongly, is.
    static List<Finding> all(Devices devices) {
        var findings = new ArrayList<Finding>();
        for (Providers.Found found : devices.providers()) {
            String subject = "device " + found.name();
            String problem = found.problem().orElse("");
            if (found.provider().isEmpty()) {
                findings.add(Finding.wrong("plugin " + found.name(), problem + " Take it out of the folder plugins, or renew it."));
            } else if (!found.usable()) {
                findings.add(Finding.well(subject, "not used here. " + problem));
            } else {
                found.provider().get().devices().forEach(device -> findings.add(
                        Finding.of("device " + device.name(), () -> product(device))));
            }
        }
        return findings;
    }

    static Finding product(ComputeDevice device) {
        float[] a = numbers(M * K, 1);
        float[] b = numbers(K * N, 2);
        float[] got = new float[M * N];
        try (var backend = device.open().apply(1)) {
            var x = backend.allocate(a.length);
            var y = backend.allocate(b.length);
            var z = backend.allocate(got.length);
            backend.upload(a, 0, x, 0, a.length);
            backend.upload(b, 0, y, 0, b.length);
            backend.matmul(x, false, y, false, z, false, 1, M, N, K);
            backend.download(z, 0, got, 0, got.length);
        }
        double apart = 0;
        for (int i = 0; i < M; i++) {
            for (int j = 0; j < N; j++) {
                double sum = 0;
                for (int k = 0; k < K; k++) {
                    sum += (double) a[i * K + k] * b[k * N + j];
                }
                double gap = Math.abs(got[i * N + j] - sum);
                apart = Double.isNaN(gap) ? Double.POSITIVE_INFINITY : Math.max(apart, gap);
            }
        }
        String figure = String.format(Locale.ROOT, "%.1e", apart);
        String subject = "device " + device.name();
        return apart <= TOLERANCE
                ? Finding.well(subject, "agrees with a plain loop to " + figure + " (" + device.description() + ").")
                : Finding.wrong(subject, "differs from a plain loop by " + figure
                        + ": compute on another device, and renew this one's driver.");
    }

    /// Between −1 and 1, the same everywhere.
    private static float[] numbers(int count, int seed) {
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) Math.sin(seed + 1.7 * i);
        }
        return numbers;
    }
}
