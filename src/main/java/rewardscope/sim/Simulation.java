package rewardscope.sim;

import java.util.List;
import rewardscope.agent.Agent;
import rewardscope.agent.Diverged;
import rewardscope.agent.Mark;
import rewardscope.agent.Series;
import rewardscope.agent.StepEvent;
import rewardscope.env.Episode;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// One run of an experiment at one point of its life: advances act by act and counts.
public final class Simulation implements Stateful, AutoCloseable {
    private static final int WINDOW = 100;

    private final Experiment experiment;
    private final Agent agent;
    private final List<Series> series;

    private long acts;
    private long steps;
    private long episodes;
    private long sweeps;
    private long updates;
    private final double[] lastReturns = new double[WINDOW];

    public Simulation(Experiment experiment) {
        this.experiment = experiment;
        agent = experiment.createAgent();
        series = agent.series();
    }

    public Experiment experiment() {
        return experiment;
    }

    public Agent agent() {
        return agent;
    }

    /// The agent's own series, in a fixed order.
    public List<Series> series() {
        return series;
    }

    /// Does the next smallest teachable act and returns what it completed, as bits of [Mark].
    ///
    /// @throws Diverged if its numbers are no longer finite
    public int advance() {
        agent.advance();
        acts++;
        int marks = agent.marks();
        if ((marks & Mark.STEP) != 0) {
            steps++;
        }
        if (!agent.finite()) {
            throw new Diverged(steps, "the values are no longer finite (try a smaller step size)");
        }
        if ((marks & Mark.EPISODE) != 0) {
            Episode episode = agent.environment().episode();
            lastReturns[(int) (episodes % WINDOW)] = episode.undiscountedReturn();
            episodes++;
        }
        if ((marks & Mark.SWEEP) != 0) {
            sweeps++;
        }
        if ((marks & Mark.UPDATE) != 0) {
            updates++;
        }
        return marks;
    }

    /// Advances until the stop is met, the agent has finished, or so many acts are done; returns whether either of the
    /// first two holds.
    public boolean advanceUntil(Stop stop, long maxActs) {
        for (long i = 0; i < maxActs; i++) {
            if (over(stop)) {
                return true;
            }
            advance();
        }
        return over(stop);
    }

    private boolean over(Stop stop) {
        return stop.isEmpty() ? agent.finished() : stop.met(counts());
    }

    /// The record of the last act.
    public StepEvent event() {
        return agent.event();
    }

    public Counts counts() {
        return new Counts(acts, steps, episodes, sweeps, updates, meanReturn());
    }

    public long acts() {
        return acts;
    }

    private double meanReturn() {
        int n = (int) Math.min(episodes, WINDOW);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += lastReturns[i];
        }
        return sum / n;
    }

    /// Gives back what its agent holds outside of the heap.
    @Override
    public void close() {
        agent.close();
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("agent", agent);
        acts = state.longInteger("acts", acts);
        steps = state.longInteger("steps", steps);
        episodes = state.longInteger("episodes", episodes);
        sweeps = state.longInteger("sweeps", sweeps);
        updates = state.longInteger("updates", updates);
        state.numbers("lastReturns", lastReturns);
    }
}
