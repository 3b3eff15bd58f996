package rewardscope.cli.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import rewardscope.cli.Benchmark;
import rewardscope.compute.ComputeProvider;
import rewardscope.compute.Providers;
import rewardscope.nn.bench.MatmulBenchmark;
import rewardscope.nn.bench.TransformerBenchmark;

/// Matrix products and the tiny GPTs on the backend that is used when nothing is said.
public final class ComputeBenchmarks {
    private static final double SECONDS_A_JOB = 0.5;
    private static final double SECONDS_A_PRODUCT = 0.2;
    private static final int ROUNDS = 5;

    private ComputeBenchmarks() {}

    public static List<Benchmark> all() {
        return List.of(
                of("transformer", (provider, threads) -> new TransformerBenchmark(
                        provider, threads, System::nanoTime, SECONDS_A_JOB, ROUNDS)),
                of("matmul", (provider, threads) -> new MatmulBenchmark(
                        provider, threads, System::nanoTime, SECONDS_A_PRODUCT, ROUNDS)));
    }

    private static Benchmark of(
            String name, BiFunction<ComputeProvider, Integer, rewardscope.nn.bench.Benchmark> maker) {
        return new Benchmark() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Map<String, Object> measure() {
                ComputeProvider provider = Providers.best(Providers.discover());
                int threads = Runtime.getRuntime().availableProcessors();
                var figures = new LinkedHashMap<String, Object>();
                figures.put("backend", provider.name());
                figures.put("threads", threads);
                figures.putAll(maker.apply(provider, threads).run());
                return figures;
            }
        };
    }
}
