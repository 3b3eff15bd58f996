package rewardscope.sim.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import rewardscope.math.Interval;
import rewardscope.sim.Experiment;
import rewardscope.sim.ExperimentRun;
import rewardscope.sim.Failures;
import rewardscope.sim.Stop;
import rewardscope.sim.comparison.Outcome.Trouble;

/// Several experiments on the same seeds, run in the background by [ExperimentRun].
public final class Comparison implements AutoCloseable {
    private static final int POINTS = 60;

    private final List<Experiment> experiments;
    private final List<String> names;
    private final Plan plan;
    private final ExecutorService workers;
    private final AtomicReferenceArray<Optional<Outcome>> outcomes;
    private final AtomicInteger done = new AtomicInteger();

    /// What is to be run.
    ///
    /// @param seeds how many: the first experiment's seed and those after it
    /// @param steps environment steps of each run
    public record Plan(Measure measure, int seeds, long steps) {}

    /// What is there so far.
    ///
    /// @param done runs that are behind it
    /// @param of all runs
    /// @param verdict when all runs are over
    public record Progress(Plan plan, int done, int of, List<Learner> learners, Optional<Verdict> verdict) {
        public boolean complete() {
            return done == of;
        }
    }

    /// The runs of one experiment.
    ///
    /// @param name tells it from the others
    /// @param seeds how many of them are done
    /// @param diverged how many of these ran into infinite values; they count with what they got until then
    /// @param failed how many could not be run; they are left out
    /// @param why what the first of those said, as a sentence; empty if all could be run
    /// @param steps where the points of the curve lie
    /// @param curve the mean over the seeds with its 95 % interval; a point is missing where some seed has none
    /// @param end the level at the end
    public record Learner(
            String name,
            int seeds,
            int diverged,
            int failed,
            String why,
            double[] steps,
            List<Optional<Interval>> curve,
            Interval end) {}

    private Comparison(List<Experiment> experiments, Plan plan, int threads) {
        this.experiments = List.copyOf(experiments);
        this.plan = plan;
        names = AgentNames.of(experiments);
        outcomes = new AtomicReferenceArray<>(experiments.size() * plan.seeds());
        for (int i = 0; i < outcomes.length(); i++) {
            outcomes.set(i, Optional.empty());
        }
        workers = Executors.newFixedThreadPool(threads, work -> {
            var thread = Thread.ofPlatform().daemon().name("comparison").unstarted(work);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        });
    }

    /// Starts the runs, seed after seed, each seed for all experiments.
    ///
    /// @param listener told after every run, on a worker's thread
    public static Comparison start(
            List<Experiment> experiments, Plan plan, int threads, Consumer<Progress> listener) {
        var comparison = new Comparison(experiments, plan, threads);
        for (int k = 0; k < plan.seeds(); k++) {
            for (int e = 0; e < experiments.size(); e++) {
                int at = k * experiments.size() + e;
                Experiment run = experiments
                        .get(e)
                        .withSeed(comparison.seed(k))
                        .withStop(Stop.afterSteps(plan.steps()));
                comparison.workers.execute(() -> comparison.run(at, run, listener));
            }
        }
        comparison.workers.shutdown();
        return comparison;
    }

    long seed(int k) {
        return experiments.getFirst().seed() + k;
    }

    private void run(int at, Experiment experiment, Consumer<Progress> listener) {
        try {
            outcomes.set(
                    at, Optional.of(plan.measure().outcome(ExperimentRun.run(experiment), plan.steps(), POINTS)));
        } catch (CancellationException e) {
            return;
        } catch (RuntimeException | Error e) {
            outcomes.set(at, Optional.of(Outcome.failed(POINTS, Failures.said(e))));
        }
        done.incrementAndGet();
        if (!workers.isTerminated()) {
            listener.accept(progress());
        }
    }

    /// What is there so far; callable at any time from any thread.
    public Progress progress() {
        int behind = done.get(); // before the outcomes are read: of so many runs all are there
        List<Learner> learners =
                IntStream.range(0, experiments.size()).mapToObj(this::learner).toList();
        return new Progress(
                plan, behind, outcomes.length(), learners, behind == outcomes.length() ? Optional.of(verdict()) : Optional.empty());
    }

    /// Agent e on the k-th seed.
    Optional<Outcome> outcome(int e, int k) {
        return outcomes.get(k * experiments.size() + e);
    }

    private Learner learner(int e) {
        var runs = new ArrayList<Outcome>();
        for (int k = 0; k < plan.seeds(); k++) {
            outcome(e, k).ifPresent(runs::add);
        }
        List<Outcome> sound = runs.stream().filter(run -> run.trouble() != Trouble.FAILED).toList();
        var at = new double[POINTS];
        var curve = new ArrayList<Optional<Interval>>();
        for (int p = 0; p < POINTS; p++) {
            int point = p;
            at[p] = step(p);
            double[] values = sound.stream().mapToDouble(run -> run.curve()[point]).toArray();
            boolean all = values.length > 0 && Arrays.stream(values).allMatch(Double::isFinite);
            curve.add(all ? Optional.of(Interval.of(values)) : Optional.empty());
        }
        double[] ends = sound.stream().mapToDouble(Outcome::end).filter(Double::isFinite).toArray();
        return new Learner(
                names.get(e),
                runs.size(),
                (int) runs.stream().filter(run -> run.trouble() == Trouble.DIVERGED).count(),
                runs.size() - sound.size(),
                runs.stream().map(Outcome::why).filter(why -> !why.isEmpty()).findFirst().orElse(""),
                at,
                List.copyOf(curve),
                Interval.of(ends));
    }

    double step(int point) {
        return (double) (point + 1) * plan.steps() / POINTS;
    }

    private Verdict verdict() {
        var ends = new double[experiments.size()][plan.seeds()];
        for (int e = 0; e < ends.length; e++) {
            for (int k = 0; k < ends[e].length; k++) {
                ends[e][k] = outcome(e, k).map(Outcome::end).orElse(Double.NaN);
            }
        }
        return Verdict.of(plan.measure(), names, ends);
    }

    public List<String> names() {
        return names;
    }

    Experiment experiment(int learner) {
        return experiments.get(learner);
    }

    Plan plan() {
        return plan;
    }

    /// Every run that is over, as a tidy table.
    public String csv() {
        return ComparisonCsv.of(this);
    }

    /// Calls off what has not been run; runs that go on stop soon.
    @Override
    public void close() {
        workers.shutdownNow();
    }
}
