package rewardscope.nn.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import rewardscope.compute.ComputeBackend;
import rewardscope.compute.ComputeDevice;
import rewardscope.compute.DeviceBuffer;

/// GFLOP/s of matrix products m × k times k × n in the shapes that the tiny GPTs use: forward (B transposed), gradient of
/// the inputs (nothing transposed) and gradient of the weights (A transposed), on one thread and on several.
public final class MatmulBenchmark implements Benchmark {
    private static final int[][] SHAPES = {
        {32, 32, 32}, {1024, 64, 64}, {1024, 64, 256}, {1024, 256, 64}, {2048, 128, 512}, {2048, 512, 128}
    };

    private final ComputeDevice device;
    private final int threads;
    private final LongSupplier nanos;
    private final double secondsAJob;
    private final int rounds;

    public MatmulBenchmark(ComputeDevice device, int threads, LongSupplier nanos, double secondsAJob, int rounds) {
        this.device = device;
        this.threads = threads;
        this.nanos = nanos;
        this.secondsAJob = secondsAJob;
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return "matmul";
    }

    @Override
    public Map<String, Double> run() {
        var stopwatch = new Stopwatch(nanos, secondsAJob, rounds);
        var backends = new ArrayList<ComputeBackend>();
        try {
            for (int count : threads == 1 ? List.of(1) : List.of(1, threads)) {
                ComputeBackend backend = device.open().apply(count);
                backends.add(backend);
                String suffix = String.format(Locale.ROOT, "-%d-thread%s-gflops", count, count == 1 ? "" : "s");
                for (int[] shape : SHAPES) {
                    int m = shape[0];
                    int k = shape[1];
                    int n = shape[2];
                    add(stopwatch, backend, suffix, false, false, m, k, n);
                    add(stopwatch, backend, "-b-transposed" + suffix, false, true, m, k, n);
                    add(stopwatch, backend, "-a-transposed" + suffix, true, false, k, m, n);
                }
            }
            return stopwatch.run();
        } finally {
            backends.forEach(ComputeBackend::close);
        }
    }

    private static void add(
            Stopwatch stopwatch, ComputeBackend backend, String form, boolean tA, boolean tB, int m, int k, int n) {
        DeviceBuffer a = backend.allocate(m * k);
        DeviceBuffer b = backend.allocate(k * n);
        DeviceBuffer c = backend.allocate(m * n);
        var one = new float[1];
        int repeat = Math.max(1, 1_000_000 / (m * k * n / 1000 + 1) / 1000);
        String name = String.format(Locale.ROOT, "%dx%dx%d%s", m, k, n, form);
        stopwatch.add(name, 1e9, () -> {
            for (int i = 0; i < repeat; i++) {
                backend.matmul(a, tA, b, tB, c, false, 1, m, n, k);
            }
            backend.download(c, 0, one, 0, 1); // waits for the device
            return repeat * 2 * m * n * k;
        });
    }
}
