package rewardscope.cli.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import rewardscope.cli.Benchmark;
import rewardscope.compute.Compute;
import rewardscope.compute.ComputeDevice;
import rewardscope.nn.bench.MatmulBenchmark;
import rewardscope.nn.bench.TransformerBenchmark;

/// Matrix products and the tiny GPTs, on the backend that is used when nothing is said or on the device that is named.
public final class ComputeBenchmarks {
    private static final double SECONDS_A_JOB = 0.5;
    private static final double SECONDS_A_PRODUCT = 0.2;
    private static final int ROUNDS = 5;

    private ComputeBenchmarks() {}

    public static List<Benchmark> all() {
        return List.of(
                new OnDevice("transformer", Compute.STANDARD, (device, threads) -> new TransformerBenchmark(
                        device, threads, System::nanoTime, SECONDS_A_JOB, ROUNDS)),
                new OnDevice("matmul", Compute.STANDARD, (device, threads) -> new MatmulBenchmark(
                        device, threads, System::nanoTime, SECONDS_A_PRODUCT, ROUNDS)));
    }

    private record OnDevice(
            String name, Compute compute, BiFunction<ComputeDevice, Integer, rewardscope.nn.bench.Benchmark> maker)
            implements Benchmark {
        @Override
        public Optional<Benchmark> on(Compute other) {
            return Optional.of(new OnDevice(name, other, maker));
        }

        @Override
        public Map<String, Object> measure() {
            ComputeDevice device = compute.device();
            int threads = Runtime.getRuntime().availableProcessors();
            var figures = new LinkedHashMap<String, Object>();
            figures.put("backend", device.name());
            figures.put("threads", threads);
            figures.putAll(maker.apply(device, threads).run());
            return figures;
        }
    }
}
