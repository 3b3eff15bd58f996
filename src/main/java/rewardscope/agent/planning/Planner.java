package rewardscope.agent.planning;

import java.util.List;
import rewardscope.agent.ActionProbabilities;
import rewardscope.agent.ActionValues;
import rewardscope.agent.Agent;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Hyperparameters;
import rewardscope.agent.Mark;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.Series;
import rewardscope.agent.StateValues;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.FiniteMdp;
import rewardscope.math.StateExchange;

/// What all planners that sweep have: a model, and values by state. Action values and the greedy policy are looked up
/// one step ahead, from the newest complete sweep.
abstract class Planner implements Agent, StateValues, ActionValues, ActionProbabilities {
    /// A largest change below this counts as converged when no other stop is asked for.
    static final double CONVERGED = 1e-12;

    final FiniteEnvironment environment;
    final FiniteMdp model;
    final Hyperparameters hyperparameters;
    final HyperParameter gamma;
    final Sweep sweep;

    /// The state of this act, the discount in force, and the table that the backup read.
    int s;

    double gammaUsed;
    double[] v;
    double vOld;
    double vNew;

    Planner(AgentSettings settings) {
        this(settings, settings.number("initial"), settings.flag("in-place"));
    }

    Planner(AgentSettings settings, double initial, boolean inPlace) {
        environment = settings.finiteEnvironment();
        model = environment.model();
        hyperparameters = settings.hyperparameters();
        gamma = settings.hyper(ParameterSpec.GAMMA);
        sweep = new Sweep(model, initial, inPlace);
        v = sweep.read();
    }

    /// The next state of the sweep: the backup reads `v`, the value so far is `vOld`.
    final int nextState() {
        gammaUsed = gamma.value();
        v = sweep.read();
        s = sweep.state();
        vOld = v[s];
        return s;
    }

    @Override
    public int marks() {
        return sweep.ended() ? Mark.SWEEP : 0;
    }

    @Override
    public boolean finished() {
        return sweep.maxChange() < CONVERGED;
    }

    @Override
    public FiniteEnvironment environment() {
        return environment;
    }

    @Override
    public Hyperparameters hyperparameters() {
        return hyperparameters;
    }

    @Override
    public List<Series> series() {
        return List.of(new Series("max-change", Mark.SWEEP, sweep::maxChange));
    }

    @Override
    public double[] v() {
        return sweep.seen();
    }

    @Override
    public double[][] q() {
        return Backups.lookAhead(model, gamma.value(), sweep.values());
    }

    @Override
    public double[] policy(int state) {
        return Backups.greedyPolicy(Backups.lookAhead(model, gamma.value(), sweep.values(), state));
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("environment", environment);
        state.part("hyperparameters", hyperparameters);
        state.part("sweep", sweep);
    }
}
