package rewardscope.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rewardscope.sim.ExperimentRun;
import rewardscope.sim.Failures;
import rewardscope.sim.JsonResults;
import rewardscope.store.DiskTrouble;

@Command(
        name = "sweep",
        description = "Runs every combination of settings on every seed: one line of JSON a run as it ends.",
        footer = "With --out, runs that the file already holds from the same device are not run again.",
        mixinStandardHelpOptions = true)
final class SweepCommand implements Callable<Integer> {
    private static final int MOST_JOBS = 256;

    private final Surroundings around;

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Option(names = "--seeds", paramLabel = "1..30", description = "a range or a list of seeds")
    private String seeds = "";

    @Option(names = "--jobs", paramLabel = "N", description = "how many runs at once; the number of cores by default")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--out", paramLabel = "FILE", description = "add the lines to this file, and resume from it")
    private @Nullable Path out;

    SweepCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (jobs < 1 || jobs > MOST_JOBS) {
            throw CommandFailure.call("--jobs is " + jobs + ". Write a number between 1 and " + MOST_JOBS + ".");
        }
        var input = ExperimentInput.find(options.experiment(), around);
        List<SweepPlan.Run> planned = SweepPlan.of(input, options.settings(), options.stop(), seeds);
        Set<SweepFile.Done> done = out == null ? Set.of() : SweepFile.finished(out);
        List<SweepPlan.Run> left = done.isEmpty() ? planned : left(planned, done);
        if (left.size() < planned.size()) {
            around.say("Note: " + (planned.size() - left.size()) + " of " + planned.size()
                    + " runs are in " + out + " already.");
        }
        var ending = ExperimentRun.ending(planned.getFirst().experiment());
        if (!ending.sentence().isEmpty()) {
            around.say("Note: " + ending.sentence() + ".");
        }
        try (SweepLines lines = lines()) {
            return run(left, lines);
        }
    }

    /// The runs that are not in the file, or are there from another device: a run hangs on where it is computed.
    private List<SweepPlan.Run> left(List<SweepPlan.Run> planned, Set<SweepFile.Done> done) {
        return planned.stream()
                .filter(run -> !done.contains(
                        new SweepFile.Done(run.key(), options.place(run.experiment(), around).backend())))
                .toList();
    }

    private SweepLines lines() {
        if (out == null) {
            return SweepLines.to(around.out());
        }
        try {
            return SweepLines.to(out);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILED, "The file " + DiskTrouble.sentence(out, e));
        }
    }

    private int run(List<SweepPlan.Run> runs, SweepLines lines) throws InterruptedException {
        var room = new Semaphore(2 * jobs); // so that a long plan does not queue up whole
        var futures = new ArrayList<Future<String>>();
        var refused = new AtomicReference<Optional<IOException>>(Optional.empty());
        try (var pool = Executors.newFixedThreadPool(jobs)) {
            for (SweepPlan.Run run : runs) {
                room.acquire();
                futures.add(pool.submit(() -> {
                    try {
                        return refused.get().isPresent() ? "" : one(run, lines);
                    } catch (IOException e) {
                        refused.set(Optional.of(e)); // what nobody can keep, nobody needs to compute
                        return "";
                    } finally {
                        room.release();
                    }
                }));
            }
        }
        int failures = 0;
        for (var future : futures) {
            try {
                future.get();
            } catch (ExecutionException e) {
                failures++;
                around.say("A run failed: " + Failures.reason(e.getCause() == null ? e : e.getCause()));
            }
        }
        if (refused.get().isPresent()) {
            Path file = out == null ? Path.of("standard output") : out;
            around.say("The file " + DiskTrouble.what(file, refused.get().get())
                    + " Every line in it is whole: make room, and the same command goes on from there.");
            return ExitCode.FAILED;
        }
        return failures == 0 ? ExitCode.WELL : ExitCode.FAILED;
    }

    private String one(SweepPlan.Run run, SweepLines lines) throws IOException {
        var line = new StringWriter();
        JsonResults.write(run.settings(), ExperimentRun.run(options.place(run.experiment(), around)), line);
        lines.add(line.toString());
        return "";
    }
}
