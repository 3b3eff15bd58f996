package rewardscope.agent.prediction;

import java.util.List;
import java.util.Optional;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.Needs;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.TransitionEvent;

/// Off-policy TD(0): follows one policy and learns the values of another, weighing each update by how much likelier
/// the action is under the one that is evaluated.
///
/// ρ = π(A|S) / b(A|S);   V(S) ← V(S) + α ρ [ R + γ V(S′) − V(S) ]
///
/// Sutton & Barto, 2nd edition, section 7.3 with n = 1 (and 11.1). One act is one transition.
public final class OffPolicyTd extends OffPolicyPredictor {
    public static final AgentType TYPE = new AgentType(
            "off-policy-td",
            "Off-policy TD(0)",
            Family.PREDICTION,
            List.of(
                    ParameterSpec.ALPHA,
                    ParameterSpec.GAMMA,
                    ParameterSpec.POLICY,
                    BEHAVIOUR,
                    ParameterSpec.INITIAL),
            Needs::finiteStates,
            OffPolicyTd::new);

    private static final Equation EQUATION = Equation.of(
            """
            #{ratio|\\rho} = \\frac{#{targetProbability|\\pi(A\\mid S)}}{#{behaviourProbability|b(A\\mid S)}} \\\\ \
            #{vNew|V(S)} \\leftarrow #{vOld|V(S)} + #{alpha|\\alpha} #{ratio|\\rho} \\left[ #{reward|R} \
            + #{gamma|\\gamma} #{vNext|V(S')} - #{vOld|V(S)} \\right]""");

    public OffPolicyTd(AgentSettings settings) {
        super(settings);
    }

    /// The record of one transition and the update that followed it.
    ///
    /// @param state S
    /// @param action A
    /// @param nextState S′
    /// @param targetProbability π(A|S)
    /// @param behaviourProbability b(A|S)
    /// @param ratio ρ: 0 if the evaluated policy would never have done this
    /// @param vNext V(S′), 0 if the episode terminated
    public record Update(
            int state,
            int action,
            double reward,
            int nextState,
            boolean started,
            boolean terminated,
            boolean truncated,
            double alpha,
            double gamma,
            double targetProbability,
            double behaviourProbability,
            double ratio,
            double vOld,
            double vNext,
            double tdError,
            double vNew)
            implements TransitionEvent {
        @Override
        public Equation equation() {
            return EQUATION;
        }

        @Override
        public Optional<Place> place(String component) {
            return switch (component) {
                case "vOld", "vNew" -> changed();
                case "vNext", "reward" -> Optional.of(Place.of(nextState));
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
        s = currentState();
        a = choose(s);
        takeAction(a);
        alphaUsed = alpha.value();
        gammaUsed = gamma.value();

        ratio   = target.at(s)[a] / behaviour.at(s)[a];
        vOld    = v[s];
        vNext   = terminated ? 0 : v[sNext];
        tdError = r + gammaUsed * vNext - vOld;
        vNew    = vOld + alphaUsed * ratio * tdError;
        v[s]    = vNew;
    }

    @Override
    public Update event() {
        return new Update(
                s,
                a,
                r,
                sNext,
                started,
                terminated,
                truncated,
                alphaUsed,
                gammaUsed,
                target.at(s)[a],
                behaviour.at(s)[a],
                ratio,
                vOld,
                vNext,
                tdError,
                vNew);
    }
}
