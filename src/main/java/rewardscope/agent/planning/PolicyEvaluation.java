package rewardscope.agent.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.Needs;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.StepEvent;
import rewardscope.agent.TabularPolicy;
import rewardscope.env.FiniteMdp;

/// Iterative policy evaluation: the Bellman equation for v_π turned into an update.
///
/// v_{k+1}(s) ← Σ_a π(a|s) Σ_{s′,r} p(s′,r|s,a) [ r + γ v_k(s′) ]
///
/// Sutton & Barto, 2nd edition, section 4.1, equation 4.5. One act is the backup of one state; a sweep backs up every
/// state once. Where γ = 1 and the policy may never end an episode, the values grow without limit, as they should.
public final class PolicyEvaluation extends Planner {
    public static final AgentType TYPE = new AgentType(
            "policy-evaluation",
            "Policy evaluation",
            Family.PLANNING,
            List.of(ParameterSpec.GAMMA, ParameterSpec.POLICY, ParameterSpec.INITIAL, ParameterSpec.IN_PLACE),
            Needs::model,
            PolicyEvaluation::new);

    private static final Equation EQUATION = Equation.of(
            """
            #{vNew|v_{k+1}(s)} \\leftarrow #each{choices|\\sum_a| + |#{policy|\\pi(a\\mid s)} \
            #each{outcomes|\\sum_{s',r}| + |\
            #{probability|p(s',r\\mid s,a)} \\left[ #{reward|r} + #{gamma|\\gamma} #{vNext|v_k(s')} \\right]}}""");

    private final TabularPolicy policy;

    public PolicyEvaluation(AgentSettings settings) {
        super(settings);
        policy = settings.policy(ParameterSpec.POLICY.name());
    }

    /// One action that the policy may take.
    ///
    /// @param policy π(a|s), above zero
    /// @param value Σ p [r + γ v(s′)]
    public record Choice(int action, double policy, List<Backups.Outcome> outcomes, double value) {}

    /// The record of one backup.
    ///
    /// @param state s
    /// @param choices what the policy may do there, and how it can turn out
    public record Backup(int state, double gamma, double vOld, List<Choice> choices, double vNew)
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
        vNew = backup(model, policy.at(s), s, gammaUsed, v);
        sweep.write(vNew);
    }

    /// Σ_a π(a|s) Σ_{s′,r} p(s′,r|s,a) [ r + γ v(s′) ]
    ///
    /// @param pi π(·|s), not modified
    static double backup(FiniteMdp model, double[] pi, int s, double gamma, double[] v) {
        double sum = 0;
        for (int a = 0; a < pi.length; a++) {
            if (pi[a] > 0) {
                sum += pi[a] * model.backup(s, a, gamma, v);
            }
        }
        return sum;
    }

    @Override
    public Backup event() {
        return new Backup(s, gammaUsed, vOld, choices(model, policy.at(s), s, gammaUsed, v, vOld), vNew);
    }

    /// The terms of a backup, written out.
    static List<Choice> choices(FiniteMdp model, double[] pi, int s, double gamma, double[] v, double vOld) {
        var choices = new ArrayList<Choice>();
        for (int a = 0; a < pi.length; a++) {
            if (pi[a] > 0) {
                var outcomes = Backups.outcomes(model, s, a, gamma, v, vOld);
                double value = outcomes.stream()
                        .mapToDouble(Backups.Outcome::contribution)
                        .sum();
                choices.add(new Choice(a, pi[a], outcomes, value));
            }
        }
        return List.copyOf(choices);
    }
}
