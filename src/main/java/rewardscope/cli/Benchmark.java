package rewardscope.cli;

import java.util.Map;
import java.util.Optional;
import rewardscope.compute.Compute;

/// One part whose throughput matters.
public interface Benchmark {
    /// Kebab-case, as in `bench NAME`.
    String name();

    /// Measures and returns what was measured, by name: numbers, words and lists of them.
    Map<String, Object> measure();

    /// The same on another device; empty if what it measures computes on none of one's choice.
    default Optional<Benchmark> on(Compute compute) {
        return Optional.empty();
    }
}
