package rewardscope.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rewardscope.agent.StepEvent;
import rewardscope.compute.Compute;
import rewardscope.compute.ComputeFailure;
import rewardscope.sim.CsvResults;
import rewardscope.language.world.WorldSpec;
import rewardscope.sim.Experiment;
import rewardscope.sim.ExperimentRun;
import rewardscope.sim.JsonResults;
import rewardscope.sim.Models;
import rewardscope.sim.Results;
import rewardscope.sim.share.Shared;
import rewardscope.sim.share.StateDigest;
import rewardscope.store.DiskTrouble;

@Command(
        name = "run",
        description = "Runs one experiment without a window and writes what it came to.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Option(names = "--seed", paramLabel = "S", description = "the root of all random numbers")
    private @Nullable Long seed;

    @Option(names = "--format", paramLabel = "json|csv", description = "json (the default) or csv")
    private Format format = Format.json;

    @Option(names = "--out", paramLabel = "FILE", description = "where to write the results instead of the screen")
    private @Nullable Path out;

    @Option(names = "--trace", paramLabel = "FILE", description = "write every step event as a line of JSON")
    private @Nullable Path trace;

    @Option(
            names = "--load-models",
            paramLabel = "FOLDER",
            description = "language lab: begin with these networks and labels (see the key `start-at`)")
    private @Nullable Path loadModels;

    @Option(
            names = "--save-models",
            paramLabel = "FOLDER",
            description = "language lab: leave networks (safetensors), vocabulary and labels there")
    private @Nullable Path saveModels;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "language lab: give these labels before the first act (JSON lines, as the window keeps them)")
    private @Nullable Path labels;

    /// The forms of results, as they are written in a call.
    enum Format {
        json,
        csv
    }

    RunCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        var overrides = new ArrayList<>(ExperimentInput.overrides(options.settings()));
        options.stop().ifPresent(stop -> overrides.add(ExperimentInput.stop(stop)));
        if (seed != null) {
            overrides.add(ExperimentInput.override("seed=" + seed));
        }
        var input = ExperimentInput.find(options.experiment(), around);
        if (input.shared().isPresent()) {
            if (overrides.isEmpty() && loadModels == null && saveModels == null) {
                return retrace(input.shared().get());
            }
            around.say("Note: this runs the experiment alone, since the call changes it; what was done to the shared run is"
                    + " left out.");
        }
        Experiment experiment = options.place(input.read(overrides), around);
        options.explainDevice(experiment, around);
        var ending = ExperimentRun.ending(experiment);
        if (!ending.sentence().isEmpty()) {
            around.say("Note: " + ending.sentence() + ".");
        }
        Results results = results(experiment);
        results.series().forEach((name, points) -> {
            if (points.every() > 1) {
                around.say("Note: of the series `" + name + "` every " + points.every() + "th value is kept.");
            }
        });
        if (results.diverged() && results.stopped().isEmpty()) {
            around.say("Note: the run diverged: some values are no longer finite numbers.");
        }
        write(results);
        results.stopped().ifPresent(around::say);
        return results.stopped().isEmpty() ? ExitCode.WELL : ExitCode.FAILED;
    }

    /// Comes to where a shared run stands and holds its state against the sender's.
    private int retrace(Shared shared) throws IOException {
        var run = shared.run();
        var experiment = options.place(run.experiment(), around);
        var proof = new AtomicReference<Optional<Shared.Proof>>(Optional.empty());
        Results results;
        Path file = trace == null ? Path.of("nowhere") : trace;
        try (Writer writer = trace == null ? Writer.nullWriter() : writer(file)) {
            results = ExperimentRun.retrace(
                    experiment,
                    run.way(),
                    trace == null ? Optional.empty() : Optional.of((act, event) -> write(act, event, writer, file)),
                    simulation -> proof.set(Optional.of(StateDigest.proof(simulation))));
            flush(writer, file);
        }
        write(results);
        var theirs = shared.proof().orElseThrow();
        var ours = proof.get().orElseThrow();
        around.say(theirs.judge(ours, shared.title().isEmpty() ? "a shared run" : shared.title(), run.way()));
        return theirs.digest().equals(ours.digest()) ? ExitCode.WELL : ExitCode.FAILED;
    }

    private static void write(long act, StepEvent event, Writer writer, Path file) {
        try {
            JsonResults.write(act, event, writer);
            writer.write('\n');
        } catch (IOException e) {
            throw refused(file, e);
        }
    }

    /// Before it is closed, so that a full disk is told as one.
    private static void flush(Writer writer, Path file) {
        try {
            writer.flush();
        } catch (IOException e) {
            throw refused(file, e);
        }
    }

    /// On the processor, from the beginning, if the device fails.
    private Results results(Experiment experiment) throws IOException {
        try {
            return trace == null
                    ? ExperimentRun.run(experiment, ExperimentRun.UNLIMITED, Optional.empty(), models(experiment))
                    : traced(experiment, trace);
        } catch (UncheckedIOException e) {
            throw new CommandFailure(ExitCode.FAILED, String.valueOf(e.getCause().getMessage()));
        } catch (ComputeFailure e) {
            if (experiment.compute().equals(Compute.STANDARD)) {
                throw e;
            }
            around.say("Note: " + e.getMessage() + ". The run is done anew on " + experiment.refuge() + ".");
            return results(experiment.withCompute(Compute.STANDARD));
        }
    }

    private Models models(Experiment experiment) {
        if ((loadModels != null || saveModels != null || labels != null) && !(experiment.environment() instanceof WorldSpec)) {
            throw CommandFailure.call("Only a run of the language lab has models or labels to load or to save.");
        }
        return new Models(Optional.ofNullable(loadModels), Optional.ofNullable(saveModels), Optional.ofNullable(labels));
    }

    private Results traced(Experiment experiment, Path file) throws IOException {
        try (Writer writer = writer(file)) {
            Results results = ExperimentRun.run(
                    experiment,
                    ExperimentRun.UNLIMITED,
                    Optional.of((act, event) -> write(act, event, writer, file)),
                    models(experiment));
            flush(writer, file);
            return results;
        }
    }

    private static Writer writer(Path file) {
        try {
            return Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw refused(file, e);
        }
    }

    private static CommandFailure refused(Path file, IOException e) {
        return new CommandFailure(ExitCode.FAILED, "The file " + DiskTrouble.sentence(file, e));
    }

    private void write(Results results) throws IOException {
        if (out == null) {
            var writer = new BufferedWriter(new OutputStreamWriter(around.out(), StandardCharsets.UTF_8));
            write(results, writer);
            writer.flush();
            return;
        }
        try (Writer writer = writer(out)) {
            write(results, writer);
        } catch (IOException e) {
            throw refused(out, e);
        }
    }

    private void write(Results results, Writer writer) throws IOException {
        if (format == Format.json) {
            JsonResults.write(results, writer);
            writer.write('\n');
        } else {
            CsvResults.write(results, writer);
        }
    }
}
