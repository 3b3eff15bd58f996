package rewardscope.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import rewardscope.agent.Agent;
import rewardscope.agent.Diverged;
import rewardscope.agent.Family;
import rewardscope.agent.Mark;
import rewardscope.agent.Measured;
import rewardscope.agent.Series;
import rewardscope.agent.StepEvent;
import rewardscope.agent.TakesChoices;
import rewardscope.agent.planning.RmsError;
import rewardscope.env.Episode;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.Layout;
import rewardscope.env.bandit.BanditEnvironment;
import rewardscope.language.world.WorldSpec;
import rewardscope.nn.TrainingStopped;

/// Runs an experiment from its beginning to its end, without a window, and writes down what it came to.
public final class ExperimentRun {
    /// No limit on the length of a run but its own stop.
    public static final long UNLIMITED = Long.MAX_VALUE;

    private static final Ending RETRACED = new Ending(Stop.NEVER, false, "");
    private static final int LOOK_UP_ACTS = 4096;
    private static final int LONELY_ACTS = 10_000;

    private final Simulation simulation;
    private final Ending ending;
    private final SortedMap<Long, List<Intervention>> script;
    private final List<SeriesRecord> records = new ArrayList<>();
    private final List<Results.EpisodeResult> episodes = new ArrayList<>();
    private double sumOfReturns;
    private long steps;
    private long sweeps;
    private long updates;

    private ExperimentRun(Experiment experiment) {
        this(experiment, ending(experiment), new TreeMap<>());
    }

    private ExperimentRun(Experiment experiment, Ending ending, SortedMap<Long, List<Intervention>> script) {
        simulation = new Simulation(experiment);
        this.ending = ending;
        this.script = script;
        for (Series series : simulation.series()) {
            records.add(new SeriesRecord(series));
        }
    }

    /// When a run ends.
    ///
    /// @param stop counts that end it
    /// @param whenFinished whether it also ends when the agent has nothing left to do
    /// @param sentence what to tell the user about it; empty if it is the experiment's own stop
    public record Ending(Stop stop, boolean whenFinished, String sentence) {}

    /// Sees every act.
    public interface Watcher {
        void saw(long act, StepEvent event);
    }

    /// The experiment's own stop; without one, when the agent has finished, and at the latest after a number of sweeps,
    /// pulls or episodes that suits its kind.
    public static Ending ending(Experiment experiment) {
        if (!experiment.stop().isEmpty()) {
            return new Ending(experiment.stop(), false, "");
        }
        if (experiment.agentType().family() == Family.PLANNING) {
            return new Ending(
                    Stop.afterSweeps(1000),
                    true,
                    "no `stop` is given: the run ends when the values no longer change, or after 1000 sweeps");
        }
        if (experiment.environment() instanceof WorldSpec) {
            return new Ending(Stop.NEVER, true, "");
        }
        if (experiment.agentType().family() == Family.LANGUAGE) {
            var updates = new Stop(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(),
                    OptionalLong.of(500), OptionalDouble.empty());
            return new Ending(updates, true, "no `stop` is given: the run ends after 500 updates");
        }
        if (experiment.environment().type().equals("bandit")) {
            return new Ending(Stop.afterSteps(1000), true, "no `stop` is given: the run ends after 1000 steps");
        }
        return new Ending(
                new Stop(
                        OptionalLong.empty(),
                        OptionalLong.of(1_000_000),
                        OptionalLong.of(500),
                        OptionalLong.empty(),
                        OptionalDouble.empty()),
                true,
                "no `stop` is given: the run ends after 500 episodes, or after 1000000 steps");
    }

    public static Results run(Experiment experiment) {
        return run(experiment, UNLIMITED, Optional.empty());
    }

    /// @param mostActs the run is cut short after so many acts
    /// @throws CancellationException if the thread is interrupted
    /// @throws NeedsAPerson if a person would have to act
    public static Results run(Experiment experiment, long mostActs, Optional<Watcher> watcher) {
        return run(experiment, mostActs, watcher, Models.NONE);
    }

    /// @param models what to take up before the run, and where to leave what it came to
    public static Results run(Experiment experiment, long mostActs, Optional<Watcher> watcher, Models models) {
        var run = new ExperimentRun(experiment);
        try {
            if (run.simulation.agent() instanceof TakesChoices) {
                throw new NeedsAPerson(experiment.agentType().name());
            }
            models.load(run.simulation.agent());
            var results = run.run(mostActs, watcher);
            models.save(run.simulation.agent());
            return results;
        } finally {
            run.simulation.close();
        }
    }

    /// Does again what was done in another run, up to the act where that one stands, and nothing beyond.
    ///
    /// @param there looks at the run where it stands
    public static Results retrace(
            Experiment experiment, Way way, Optional<Watcher> watcher, Consumer<Simulation> there) {
        var run = new ExperimentRun(experiment, RETRACED, way.interventions());
        try {
            var results = run.run(way.act(), watcher);
            if (results.stopped().isEmpty()) {
                run.intervene();
            }
            there.accept(run.simulation);
            return results;
        } finally {
            run.simulation.close();
        }
    }

    private void intervene() {
        for (Intervention each : script.getOrDefault(simulation.acts(), List.of())) {
            each.applyTo(simulation.agent());
        }
    }

    private Results run(long mostActs, Optional<Watcher> watcher) {
        Agent agent = simulation.agent();
        long lastMark = 0;
        boolean over = ending.stop().met(simulation.counts());
        while (!over && simulation.acts() < mostActs) {
            if (!script.isEmpty()) {
                intervene();
            }
            int marks;
            try {
                marks = simulation.advance();
            } catch (TrainingStopped | Diverged e) {
                return results(false, Optional.of(Failures.reason(e)));
            }
            watcher.ifPresent(w -> w.saw(simulation.acts(), simulation.event()));
            if (marks != 0) {
                lastMark = simulation.acts();
                note(marks);
                over = met(marks);
            }
            if (simulation.acts() % LOOK_UP_ACTS == 0 && Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the run was called off");
            }
            over = over
                    || (agent.finished()
                            && ending != RETRACED
                            && (ending.whenFinished() || simulation.acts() - lastMark > LONELY_ACTS));
        }
        return results(over, Optional.empty());
    }

    /// The stop, looked at after every act: counts are compared here, and the mean return only when an episode ends.
    private boolean met(int marks) {
        Stop stop = ending.stop();
        return steps >= stop.steps().orElse(Long.MAX_VALUE)
                || sweeps >= stop.sweeps().orElse(Long.MAX_VALUE)
                || updates >= stop.updates().orElse(Long.MAX_VALUE)
                || ((marks & Mark.EPISODE) != 0 && stop.met(simulation.counts()));
    }

    private void note(int marks) {
        steps += (marks & Mark.STEP) != 0 ? 1 : 0;
        sweeps += (marks & Mark.SWEEP) != 0 ? 1 : 0;
        updates += (marks & Mark.UPDATE) != 0 ? 1 : 0;
        for (int i = 0; i < records.size(); i++) {
            records.get(i).note(marks);
        }
        if ((marks & Mark.EPISODE) != 0) {
            Episode episode = simulation.agent().environment().episode();
            episodes.add(new Results.EpisodeResult(
                    episode.undiscountedReturn(), episode.length(), episode.terminated()));
            sumOfReturns += episode.undiscountedReturn();
        }
    }

    private Results results(boolean reached, Optional<String> stopped) {
        Agent agent = simulation.agent();
        Map<String, Results.Points> series = new LinkedHashMap<>();
        records.stream().filter(record -> record.used > 0).forEach(r -> series.put(r.series.name(), r.points()));
        Optional<FiniteEnvironment> finite =
                agent.environment() instanceof FiniteEnvironment f ? Optional.of(f) : Optional.empty();
        View.Learned learned = View.learned(agent);
        boolean diverged = stopped.isPresent() || !finite(learned) || records.stream().anyMatch(record -> record.diverged);
        return new Results(
                simulation.experiment().source(),
                simulation.experiment().seed(),
                simulation.agent().backend(),
                simulation.counts(),
                reached,
                diverged,
                stopped,
                List.copyOf(episodes),
                finite.map(FiniteEnvironment::layout),
                finite.map(f -> f.model().actionNames()).orElseGet(() -> arms(agent)),
                learned,
                series,
                metrics());
    }

    private static List<String> arms(Agent agent) {
        var names = new ArrayList<String>();
        if (agent.environment() instanceof BanditEnvironment bandit) {
            for (int arm = 0; arm < bandit.arms(); arm++) {
                names.add(Integer.toString(arm));
            }
        }
        return List.copyOf(names);
    }

    private Map<String, Double> metrics() {
        var metrics = new LinkedHashMap<String, Double>();
        if (simulation.agent() instanceof Measured measured) {
            metrics.putAll(measured.metrics());
        }
        for (SeriesRecord record : records) {
            if (record.series.name().equals(RmsError.SERIES) && record.used > 0) {
                metrics.put(RmsError.SERIES, record.series.value().getAsDouble());
                metrics.put("mean-" + RmsError.SERIES, Arrays.stream(record.values, 0, record.used).average().orElse(0));
            }
        }
        if (!episodes.isEmpty()) {
            metrics.put("mean-return", sumOfReturns / episodes.size());
            metrics.put("mean-return-100", simulation.counts().meanReturn100());
            metrics.put(
                    "mean-length-100",
                    episodes.stream()
                            .skip(Math.max(0, episodes.size() - 100))
                            .mapToInt(Results.EpisodeResult::length)
                            .average()
                            .orElse(0));
        }
        return metrics;
    }

    /// Infinite values, and NaN where a number belongs. (Q of an action that is not available is NaN by design.)
    private static boolean finite(View.Learned learned) {
        for (double v : learned.v().orElse(new double[0])) {
            if (!Double.isFinite(v)) {
                return false;
            }
        }
        double[][] q = learned.q().orElse(new double[0][]);
        double[][] policy = learned.policy().orElse(new double[0][]);
        for (int s = 0; s < q.length; s++) {
            for (int a = 0; a < q[s].length; a++) {
                boolean taken = s < policy.length && policy[s][a] > 0;
                if (Double.isInfinite(q[s][a]) || (taken && Double.isNaN(q[s][a]))) {
                    return false;
                }
            }
        }
        return true;
    }

    /// The values of one series. When there are very many, every second one is dropped, again and again.
    private static final class SeriesRecord {
        private static final int MOST = 1 << 17;

        final Series series;
        double[] values = new double[64];
        int used;
        int every = 1;
        long seen;
        boolean diverged;

        SeriesRecord(Series series) {
            this.series = series;
        }

        void note(int marks) {
            if ((series.mark() & marks) == 0) {
                return;
            }
            double value = series.value().getAsDouble();
            diverged |= !Double.isFinite(value);
            if (seen++ % every != 0) {
                return;
            }
            if (used == MOST) {
                for (int i = 0; i < MOST / 2; i++) {
                    values[i] = values[2 * i];
                }
                used = MOST / 2;
                every *= 2;
                if ((seen - 1) % every != 0) {
                    return;
                }
            }
            if (used == values.length) {
                values = Arrays.copyOf(values, 2 * used);
            }
            values[used++] = value;
        }

        Results.Points points() {
            return new Results.Points(Arrays.copyOf(values, used), every);
        }
    }
}
