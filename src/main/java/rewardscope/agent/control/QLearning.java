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

/// One-step Q-learning: learns about the greedy policy while following another.
///
/// Q(S,A) ← Q(S,A) + α [ R + γ max_a Q(S′,a) − Q(S,A) ]
///
/// Sutton & Barto, 2nd edition, section 6.5, equation 6.8; Watkins (1989). One act is one transition.
public final class QLearning extends Controller {
    public static final AgentType TYPE = new AgentType(
            "q-learning",
            "Q-learning",
            Family.CONTROL,
            List.of(
                    ParameterSpec.ALPHA,
                    ParameterSpec.GAMMA,
                    ParameterSpec.EPSILON,
                    Behaviour.BETA,
                    ParameterSpec.INITIAL),
            Needs::finiteStates,
            QLearning::new);

    private static final Equation EQUATION = Equation.of(
            """
            #{qNew|Q(S,A)} \\leftarrow #{qOld|Q(S,A)} + #{alpha|\\alpha} \\left[ #{reward|R} \
            + #{gamma|\\gamma} #{maxQNext|\\max_a Q(S',a)} - #{qOld|Q(S,A)} \\right]""");

    private final HyperParameter alpha;

    private double alphaUsed;
    private int aNext;
    private double qOld;
    private double maxQNext;
    private double target;
    private double qNew;

    public QLearning(AgentSettings settings) {
        super(settings);
        alpha = settings.hyper(ParameterSpec.ALPHA);
    }

    /// The record of one transition and the update that followed it.
    ///
    /// @param state S
    /// @param action A
    /// @param nextState S′
    /// @param nextAction the greedy action in S′, −1 if S′ is terminal
    /// @param target R + γ max_a Q(S′,a)
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
            double maxQNext,
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
                case "maxQNext" -> Optional.of(new Place(nextState, nextAction));
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
        a = behaviour.choose(s);
        takeAction(a);
        alphaUsed = alpha.value();
        gammaUsed = gamma.value();

        qOld     = q.get(s, a);
        aNext    = terminated ? -1 : q.greedy(sNext);
        maxQNext = terminated ? 0 : q.max(sNext);
        target   = r + gammaUsed * maxQNext;
        tdError  = target - qOld;
        qNew     = qOld + alphaUsed * tdError;
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
                behaviour.explored(),
                alphaUsed,
                gammaUsed,
                qOld,
                maxQNext,
                target,
                tdError,
                qNew);
    }
}
