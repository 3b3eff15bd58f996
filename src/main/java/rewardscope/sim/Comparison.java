package rewardscope.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import rewardscope.math.Interval;

/// Several experiments on the same seeds, run in the background by [ExperimentRun], and what can honestly be said about
/// their difference.
public final class Comparison implements AutoCloseable {
    private static final int POINTS = 60;
    private static final int LAST_EPISODES = 100;
    private static final int SMOOTHED = 20;

    private final List<Experiment> experiments;
    private final int seeds;
    private final long steps;
    private final ExecutorService workers;
    private final AtomicReferenceArray<Optional<Outcome>> outcomes;
    private final AtomicInteger done = new AtomicInteger();

    /// One run: the return over its steps, and how good it was at the end.
    ///
    /// @param curve at evenly spaced steps: the mean return of the last episodes (of a bandit, the mean reward); NaN
    ///     before the first
    /// @param last the mean return of the last 100 episodes; NaN if it came to nothing
    record Outcome(double[] curve, double last) {}

    /// What is there so far.
    ///
    /// @param done runs that are behind it
    /// @param of all runs
    public record Progress(int done, int of, List<Learner> learners, String verdict) {
        public boolean complete() {
            return done == of;
        }
    }

    /// The runs of one experiment.
    ///
    /// @param seeds how many of them are done
    /// @param steps where the points of the curve lie
    /// @param curve the mean over the seeds with its 95 % interval; a point is missing where some seed has none
    /// @param last the level at the end
    public record Learner(Experiment experiment, int seeds, double[] steps, List<Optional<Interval>> curve, Interval last) {}

    private Comparison(List<Experiment> experiments, int seeds, long steps, int threads) {
        this.experiments = List.copyOf(experiments);
        this.seeds = seeds;
        this.steps = steps;
        outcomes = new AtomicReferenceArray<>(experiments.size() * seeds);
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
    /// @param seeds the first experiment's seed and those after it
    /// @param steps environment steps of each run
    /// @param listener told after every run, on a worker's thread
    public static Comparison start(
            List<Experiment> experiments, int seeds, long steps, int threads, Consumer<Progress> listener) {
        var comparison = new Comparison(experiments, seeds, steps, threads);
        long first = experiments.getFirst().seed();
        for (int k = 0; k < seeds; k++) {
            for (int e = 0; e < experiments.size(); e++) {
                int at = k * experiments.size() + e;
                Experiment run = experiments.get(e).withSeed(first + k).withStop(Stop.afterSteps(steps));
                comparison.workers.execute(() -> comparison.run(at, run, listener));
            }
        }
        comparison.workers.shutdown();
        return comparison;
    }

    private void run(int at, Experiment experiment, Consumer<Progress> listener) {
        try {
            outcomes.set(at, Optional.of(outcome(ExperimentRun.run(experiment), steps)));
        } catch (CancellationException e) {
            return;
        } catch (RuntimeException e) {
            outcomes.set(at, Optional.of(new Outcome(nothing(), Double.NaN))); // it came to nothing
        }
        done.incrementAndGet();
        if (!workers.isTerminated()) {
            listener.accept(progress());
        }
    }

    private static double[] nothing() {
        var curve = new double[POINTS];
        Arrays.fill(curve, Double.NaN);
        return curve;
    }

    static Outcome outcome(Results results, long steps) {
        var curve = nothing();
        if (results.episodes().isEmpty()) {
            var rewards = results.series().get("reward");
            return rewards == null ? new Outcome(curve, Double.NaN) : ofRewards(rewards.values(), curve);
        }
        var episodes = results.episodes();
        long at = 0;
        int ended = 0;
        for (int p = 0; p < POINTS; p++) {
            long until = Math.round((double) (p + 1) * steps / POINTS);
            while (ended < episodes.size() && at + episodes.get(ended).length() <= until) {
                at += episodes.get(ended++).length();
            }
            curve[p] = meanReturn(episodes, Math.max(0, ended - SMOOTHED), ended);
        }
        return new Outcome(curve, meanReturn(episodes, Math.max(0, episodes.size() - LAST_EPISODES), episodes.size()));
    }

    private static double meanReturn(List<Results.EpisodeResult> episodes, int from, int to) {
        return episodes.subList(from, to).stream()
                .mapToDouble(Results.EpisodeResult::undiscountedReturn)
                .average()
                .orElse(Double.NaN);
    }

    /// A bandit has no episodes: the mean reward of each stretch, and of the last tenth.
    private static Outcome ofRewards(double[] rewards, double[] curve) {
        int n = rewards.length;
        for (int p = 0; p < POINTS; p++) {
            int from = (int) ((long) p * n / POINTS);
            int to = (int) ((long) (p + 1) * n / POINTS);
            curve[p] = Arrays.stream(rewards, from, to).average().orElse(Double.NaN);
        }
        return new Outcome(curve, Arrays.stream(rewards, n - Math.max(1, n / 10), n).average().orElse(Double.NaN));
    }

    /// What is there so far; callable at any time from any thread.
    public Progress progress() {
        int behind = done.get(); // before the outcomes are read: of so many runs all are there
        var learners = new ArrayList<Learner>();
        for (int e = 0; e < experiments.size(); e++) {
            learners.add(learner(e));
        }
        return new Progress(behind, outcomes.length(), List.copyOf(learners), verdict());
    }

    private Learner learner(int e) {
        var runs = new ArrayList<Outcome>();
        for (int k = 0; k < seeds; k++) {
            outcomes.get(k * experiments.size() + e).ifPresent(runs::add);
        }
        var at = new double[POINTS];
        var curve = new ArrayList<Optional<Interval>>();
        for (int p = 0; p < POINTS; p++) {
            int point = p;
            at[p] = (double) (p + 1) * steps / POINTS;
            double[] values = runs.stream().mapToDouble(run -> run.curve()[point]).toArray();
            boolean all = values.length > 0 && Arrays.stream(values).allMatch(Double::isFinite);
            curve.add(all ? Optional.of(Interval.of(values)) : Optional.empty());
        }
        double[] last = runs.stream().mapToDouble(Outcome::last).filter(Double::isFinite).toArray();
        return new Learner(experiments.get(e), runs.size(), at, List.copyOf(curve), Interval.of(last));
    }

    /// One sentence for each pair, by the seeds that both have behind them.
    private String verdict() {
        var sentences = new ArrayList<String>();
        for (int a = 0; a < experiments.size(); a++) {
            for (int b = a + 1; b < experiments.size(); b++) {
                sentences.add(verdict(a, b));
            }
        }
        return String.join("\n", sentences);
    }

    private String verdict(int a, int b) {
        var first = new ArrayList<Double>();
        var second = new ArrayList<Double>();
        for (int k = 0; k < seeds; k++) {
            var x = outcomes.get(k * experiments.size() + a).map(Outcome::last).filter(Double::isFinite);
            var y = outcomes.get(k * experiments.size() + b).map(Outcome::last).filter(Double::isFinite);
            if (x.isPresent() && y.isPresent()) {
                first.add(x.get());
                second.add(y.get());
            }
        }
        return verdict(
                names().get(a),
                names().get(b),
                first.stream().mapToDouble(x -> x).toArray(),
                second.stream().mapToDouble(x -> x).toArray());
    }

    /// The names of the agents, numbered where two are of one type.
    public List<String> names() {
        var names = new ArrayList<String>();
        for (int e = 0; e < experiments.size(); e++) {
            String name = experiments.get(e).agentType().name();
            long same = experiments.stream().filter(x -> x.agentType().name().equals(name)).count();
            names.add(same > 1 ? name + " (" + (e + 1) + ")" : name);
        }
        return List.copyOf(names);
    }

    /// What pairs of results, one a seed, say about two learners: nothing where the interval of their difference
    /// covers 0.
    static String verdict(String a, String b, double[] ofA, double[] ofB) {
        int n = ofA.length;
        if (n < 2) {
            return "Nothing can be said from " + (n == 1 ? "one seed." : "no seed.");
        }
        Interval difference = Interval.ofDifference(ofA, ofB);
        String interval = String.format(
                Locale.ROOT,
                "%s − %s: %s, 95 %% interval %s to %s, paired by seed",
                a,
                b,
                number(difference.mean()),
                number(difference.low()),
                number(difference.high()));
        if (difference.covers(0)) {
            return "No difference can be told from " + n + " seeds (" + interval + ").";
        }
        String better = difference.mean() > 0 ? a : b;
        return better + " gets the higher return on " + n + " seeds (" + interval + ").";
    }

    private static String number(double x) {
        String text = String.format(Locale.ROOT, Math.abs(x) >= 100 ? "%.0f" : Math.abs(x) >= 10 ? "%.1f" : "%.2f", x);
        return text.replace('-', '−');
    }

    /// Calls off what has not been run; runs that go on stop soon.
    @Override
    public void close() {
        workers.shutdownNow();
    }
}
