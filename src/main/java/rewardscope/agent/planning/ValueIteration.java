package rewardscope.agent.planning;

import java.util.List;
import java.util.Optional;
import rewardscope.agent.ActionProbabilities;
import rewardscope.agent.ActionValues;
import rewardscope.agent.Agent;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Hyperparameters;
import rewardscope.agent.Mark;
import rewardscope.agent.Needs;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.Series;
import rewardscope.agent.StateValues;
import rewardscope.agent.StepEvent;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.FiniteMdp;
import rewardscope.math.StateExchange;

/// Value iteration: the Bellman optimality equation turned into an update.
///
/// v_{k+1}(s) ← max_a Σ_{s′,r} p(s′,r|s,a) [ r + γ v_k(s′) ]
///
/// Sutton & Barto, 2nd edition, section 4.4, equation 4.10. One act is the backup of one state; a sweep backs up every
/// state once.
public final class ValueIteration implements Agent, StateValues, ActionValues, ActionProbabilities {
    public static final AgentType TYPE = new AgentType(
            "value-iteration",
            "Value iteration",
            Family.PLANNING,
            List.of(ParameterSpec.GAMMA, ParameterSpec.INITIAL, ParameterSpec.IN_PLACE),
            Needs::model,
            ValueIteration::new);

    /// A largest change below this counts as converged when no other stop is asked for.
    private static final double CONVERGED = 1e-12;

    private static final Equation EQUATION = Equation.of(
            """
            #{vNew|v_{k+1}(s)} \\leftarrow #sym{\\max_a} #each{outcomes|\\sum_{s',r}| + |\
            #{probability|p(s',r\\mid s,a)} \\left[ #{reward|r} + #{gamma|\\gamma} #{vNext|v_k(s')} \\right]}""");

    private final FiniteEnvironment environment;
    private final FiniteMdp model;
    private final Hyperparameters hyperparameters;
    private final HyperParameter gamma;
    private final Sweep sweep;

    private int s;
    private double gammaUsed;
    private double[] v;
    private double vOld;
    private double vNew;

    public ValueIteration(AgentSettings settings) {
        environment = settings.finiteEnvironment();
        model = environment.model();
        hyperparameters = settings.hyperparameters();
        gamma = settings.hyper(ParameterSpec.GAMMA);
        sweep = new Sweep(model, settings.number("initial"), settings.flag("in-place"));
        v = sweep.read();
    }

    /// The record of one backup.
    ///
    /// @param state s
    /// @param action the action that attains the maximum (the first of several)
    /// @param outcomes how that action can turn out
    /// @param actionValues the backed-up value of every available action
    public record Backup(
            int state,
            int action,
            double gamma,
            double vOld,
            List<Backups.Outcome> outcomes,
            List<Backups.ActionValue> actionValues,
            double vNew)
            implements StepEvent {
        @Override
        public Equation equation() {
            return EQUATION;
        }

        @Override
        public Optional<Place> changed() {
            return Optional.of(Place.of(state));
        }
    }

    @Override
    public void advance() {
        s = sweep.state();
        v = sweep.read();
        gammaUsed = gamma.value();
        vOld = v[s];
        vNew = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < model.actions(); a++) {
            if (model.available(s, a)) {
                vNew = Math.max(vNew, model.backup(s, a, gammaUsed, v));
            }
        }
        sweep.write(vNew);
    }

    @Override
    public Backup event() {
        var actionValues = Backups.actionValues(model, s, gammaUsed, v, vOld);
        int best = actionValues.getFirst().action();
        double bestValue = actionValues.getFirst().value();
        for (var candidate : actionValues) {
            if (candidate.value() > bestValue) {
                best = candidate.action();
                bestValue = candidate.value();
            }
        }
        var outcomes = Backups.outcomes(model, s, best, gammaUsed, v, vOld);
        return new Backup(s, best, gammaUsed, vOld, outcomes, actionValues, vNew);
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
