package rewardscope.agent.planning;

import java.util.List;
import java.util.Optional;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.Needs;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.StepEvent;

/// Value iteration: the Bellman optimality equation turned into an update.
///
/// v_{k+1}(s) ← max_a Σ_{s′,r} p(s′,r|s,a) [ r + γ v_k(s′) ]
///
/// Sutton & Barto, 2nd edition, section 4.4, equation 4.10. One act is the backup of one state; a sweep backs up every
/// state once.
public final class ValueIteration extends Planner {
    public static final AgentType TYPE = new AgentType(
            "value-iteration",
            "Value iteration",
            Family.PLANNING,
            List.of(ParameterSpec.GAMMA, ParameterSpec.INITIAL, ParameterSpec.IN_PLACE),
            Needs::model,
            ValueIteration::new);

    private static final Equation EQUATION = Equation.of(
            """
            #{vNew|v_{k+1}(s)} \\leftarrow #sym{\\max_a} #each{outcomes|\\sum_{s',r}| + |\
            #{probability|p(s',r\\mid s,a)} \\left[ #{reward|r} + #{gamma|\\gamma} #{vNext|v_k(s')} \\right]}""");

    public ValueIteration(AgentSettings settings) {
        super(settings);
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
        public Optional<Place> place(String component) {
            return switch (component) {
                case "vOld", "vNew" -> changed();
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<Place> changed() {
            return Optional.of(Place.of(state));
        }
    }

    @Override
    public void advance() {
        s = nextState();
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
        var best = actionValues.getFirst();
        for (var candidate : actionValues) {
            if (candidate.value() > best.value()) {
                best = candidate;
            }
        }
        var outcomes = Backups.outcomes(model, s, best.action(), gammaUsed, v, vOld);
        return new Backup(s, best.action(), gammaUsed, vOld, outcomes, actionValues, vNew);
    }
}
