package rewardscope.cli.bench;

import java.util.Map;
import java.util.function.Supplier;
import rewardscope.cli.Benchmark;

/// A benchmark from its name and what it runs.
record NamedBenchmark(String name, Supplier<Map<String, Object>> run) implements Benchmark {
    @Override
    public Map<String, Object> measure() {
        return run.get();
    }
}
