package rewardscope.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rewardscope.compute.Compute;
import rewardscope.lesson.Nearest;
import rewardscope.sim.JsonResults;

@Command(
        name = "bench",
        description = "Measures the throughput of the parts that matter: one line of JSON each.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "one of them; all if none is named")
    private @Nullable String name;

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description = "what neural networks compute on, as `devices` names it; if no benchmark is named, only those"
                    + " that compute on it are measured")
    private @Nullable String device;

    BenchCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        List<Benchmark> chosen = around.benchmarks().stream()
                .filter(benchmark -> name == null || benchmark.name().equals(name))
                .toList();
        if (chosen.isEmpty()) {
            var names = around.benchmarks().stream().map(Benchmark::name).toList();
            throw CommandFailure.call("There is no benchmark `" + name + "`. "
                    + Nearest.cure(String.valueOf(name), names));
        }
        for (Benchmark benchmark : place(chosen)) {
            var line = new LinkedHashMap<String, Object>();
            line.put("bench", benchmark.name());
            line.putAll(benchmark.measure());
            var writer = new OutputStreamWriter(around.out(), StandardCharsets.UTF_8);
            JsonResults.write(line, writer);
            writer.write('\n');
            writer.flush();
        }
        return ExitCode.WELL;
    }

    /// The benchmarks on the device that was asked for.
    private List<Benchmark> place(List<Benchmark> benchmarks) {
        if (device == null) {
            return benchmarks;
        }
        Compute compute = around.device(device);
        var placed = benchmarks.stream()
                .flatMap(benchmark -> benchmark.on(compute).stream())
                .toList();
        if (placed.isEmpty()) {
            throw CommandFailure.call("The benchmark `" + name + "` does not compute on a device of your choice. "
                    + "Leave out `--device`.");
        }
        return placed;
    }
}
