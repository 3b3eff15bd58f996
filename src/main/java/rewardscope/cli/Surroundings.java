package rewardscope.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;
import rewardscope.compute.Compute;
import rewardscope.compute.Devices;
import rewardscope.sim.health.SelfCheck;

/// Everything that commands reach outside themselves.
///
/// @param devices as `devices` lists them; found when asked for, not before
/// @param compute what `--device` chooses from
/// @param formulas what `check` proves formulas with
/// @param selfCheck what `doctor` reports
public record Surroundings(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Desktop desktop,
        Supplier<List<Device>> devices,
        Devices compute,
        List<Benchmark> benchmarks,
        FormulaProof formulas,
        SelfCheck selfCheck) {
    /// Where `--device NAME` computes.
    Compute device(String name) {
        try {
            return compute.named(name);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.call(String.valueOf(e.getMessage()));
        }
    }

    void say(String sentence) {
        err.println(sentence);
    }
}
