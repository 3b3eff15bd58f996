package rewardscope.agent.control;

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
import rewardscope.math.StateExchange;

/// Sarsa: learns about the policy that it follows, exploration included.
///
/// Q(S,A) ← Q(S,A) + α [ R + γ Q(S′,A′) − Q(S,A) ]
///
/// Sutton & Barto, 2nd edition, section 6.4, equation 6.7. One act is one transition; A′ is chosen before the update
/// and taken by the next act.
public final class Sarsa extends Controller {
    public static final AgentType TYPE = new AgentType(
            "sarsa",
            "Sarsa",
            Family.CONTROL,
            List.of(
                    ParameterSpec.ALPHA,
                    ParameterSpec.GAMMA,
                    ParameterSpec.EPSILON,
                    Behaviour.BETA,
                    ParameterSpec.INITIAL),
            Needs::finiteStates,
            Sarsa::new);

    private static final Equation EQUATION = Equation.of(
            """
            #{qNew|Q(S,A)} \\leftarrow #{qOld|Q(S,A)} + #{alpha|\\alpha} \\left[ #{reward|R} \
            + #{gamma|\\gamma} #{qNext|Q(S',A')} - #{qOld|Q(S,A)} \\right]""");

    private final HyperParameter alpha;

    private int aNext;
    private boolean explored;
    private boolean exploresNext;
    private double alphaUsed;
    private double qOld;
    private double qNext;
    private double target;
    private double qNew;

    public Sarsa(AgentSettings settings) {
        super(settings);
        alpha = settings.hyper(ParameterSpec.ALPHA);
    }

    /// The record of one transition and the update that followed it.
    ///
    /// @param state S
    /// @param action A
    /// @param nextState S′
    /// @param nextAction A′, −1 if S′ is terminal
    /// @param target R + γ Q(S′,A′)
    /// @param explored whether A was drawn at random
    public record Update(
            int state,
            int action,
            double reward,
            int nextState,
            int nextAction,
            boolean started,
            boolean terminated,
            boolean truncated,
            boolean explored,
            double alpha,
            double gamma,
            double qOld,
            double qNext,
            double target,
            double tdError,
            double qNew)
            implements TransitionEvent {
        @Override
        public Equation equation() {
            return EQUATION;
        }

        @Override
        public Optional<Place> place(String component) {
            return switch (component) {
                case "qOld", "qNew" -> changed();
                case "qNext" -> Optional.of(new Place(nextState, nextAction));
                case "reward" -> Optional.of(Place.of(nextState));
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<Place> changed() {
            return Optional.of(new Place(state, action));
        }
    }

    @Override
    public void advance() {
        s = currentState();
        a = started ? behaviour.choose(s) : aNext;
        explored = started ? behaviour.explored() : exploresNext;
        takeAction(a);
        aNext = terminated ? -1 : behaviour.choose(sNext);
        exploresNext = behaviour.explored();
        alphaUsed = alpha.value();
        gammaUsed = gamma.value();

        qOld    = q.get(s, a);
        qNext   = terminated ? 0 : q.get(sNext, aNext);
        target  = r + gammaUsed * qNext;
        tdError = target - qOld;
        qNew    = qOld + alphaUsed * tdError;
        q.set(s, a, qNew);
    }

    @Override
    public Update event() {
        return new Update(
                s,
                a,
                r,
                sNext,
                aNext,
                started,
                terminated,
                truncated,
                explored,
                alphaUsed,
                gammaUsed,
                qOld,
                qNext,
                target,
                tdError,
                qNew);
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        aNext = state.integer("aNext", aNext);
        exploresNext = state.flag("exploresNext", exploresNext);
    }
}
