package rewardscope.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;

/// Everything that commands reach outside themselves.
///
/// @param devices found when asked for, not before
public record Surroundings(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Desktop desktop,
        Supplier<List<Device>> devices,
        List<Benchmark> benchmarks) {
    void say(String sentence) {
        err.println(sentence);
    }
}
