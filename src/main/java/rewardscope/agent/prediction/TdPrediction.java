package rewardscope.agent.prediction;

import java.util.List;
import java.util.Optional;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Needs;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.TransitionEvent;

/// TD(0): learns a guess from the next guess, without waiting for the end.
///
/// V(S) ← V(S) + α [ R + γ V(S′) − V(S) ]
///
/// Sutton & Barto, 2nd edition, section 6.1, equation 6.2. One act is one transition.
public final class TdPrediction extends Predictor {
    public static final AgentType TYPE = new AgentType(
            "td-prediction",
            "TD(0)",
            Family.PREDICTION,
            List.of(ParameterSpec.ALPHA, ParameterSpec.GAMMA, ParameterSpec.POLICY, ParameterSpec.INITIAL),
            Needs::finiteStates,
            TdPrediction::new);

    private static final Equation EQUATION = Equation.of(
            """
            #{vNew|V(S)} \\leftarrow #{vOld|V(S)} + #{alpha|\\alpha} \\left[ #{reward|R} \
            + #{gamma|\\gamma} #{vNext|V(S')} - #{vOld|V(S)} \\right]""");

    private final HyperParameter alpha;

    private double alphaUsed;
    private double vOld;
    private double vNext;
    private double target;
    private double vNew;

    public TdPrediction(AgentSettings settings) {
        super(settings);
        alpha = settings.hyper(ParameterSpec.ALPHA);
    }

    /// The record of one transition and the update that followed it.
    ///
    /// @param state S
    /// @param action A
    /// @param nextState S′
    /// @param vNext V(S′), 0 if the episode terminated
    /// @param target R + γ V(S′)
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
            double vOld,
            double vNext,
            double target,
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

        vOld    = v[s];
        vNext   = terminated ? 0 : v[sNext];
        target  = r + gammaUsed * vNext;
        tdError = target - vOld;
        vNew    = vOld + alphaUsed * tdError;
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
                vOld,
                vNext,
                target,
                tdError,
                vNew);
    }
}
