package rewardscope.cli;

import java.util.Map;

/// One part whose throughput matters.
public interface Benchmark {
    /// Kebab-case, as in `bench NAME`.
    String name();

    /// Measures and returns what was measured, by name: numbers, words and lists of them.
    Map<String, Object> measure();
}
