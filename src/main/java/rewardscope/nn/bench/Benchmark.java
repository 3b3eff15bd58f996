package rewardscope.nn.bench;

import java.util.Map;

/// Something that measures itself.
public interface Benchmark {
    /// As on the command line: `bench NAME`.
    String name();

    /// Figure by name, with the unit at the end of the name; medians.
    Map<String, Double> run();
}
