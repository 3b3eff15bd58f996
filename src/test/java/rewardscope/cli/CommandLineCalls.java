package rewardscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import rewardscope.compute.Devices;
import rewardscope.sim.health.SelfCheck;
import rewardscope.ui.formula.Formulas;

/// Calls of the command line as a shell would make them, in a folder of their own.
final class CommandLineCalls {
    static final String RAT =
            """
            environment: {type: linear-track, states: 6}
            agent: {type: q-learning, alpha: 0.5, gamma: 0.9, epsilon: 0.1}
            seed: 7
            """;
    static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    CommandLineCalls(Path folder) {
        this.folder = folder;
    }

    record Ended(int code, String out, String err) {
        JsonNode json() throws IOException {
            return JSON.readTree(out);
        }

        List<String> lines() {
            return out.lines().toList();
        }
    }

    Ended call(String... args) {
        return with("", List.of(), args);
    }

    /// A call that reads `in` and knows these measurements; no stack trace may come of it.
    Ended with(String in, List<Benchmark> benchmarks, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var around = new Surroundings(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Desktop.none("There is no window in a test."),
                () -> List.of(new Device("cpu", "this computer", ""), new Device("gpu", "a card", "no driver")),
                new Devices(folder.resolve("plugins")),
                benchmarks,
                latex -> Formulas.fault(latex).map(f -> new FormulaProof.Fault(f.message(), f.cure())),
                new SelfCheck(folder, List.of(folder), new Devices(folder.resolve("plugins"))));
        int code = CommandLineApp.run(args, around);
        var ended =
                new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        assertThat(ended.err() + ended.out()).doesNotContain("\tat ").doesNotContain("Exception");
        return ended;
    }
}
