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

/// Q-learning with a mistake in it, for learners to find by stepping. The equation on the screen and the numbers in it are
/// those of the code that runs, mistake included; [QLearning] is the same without it.
///
/// | `planted-bug` | what the code does |
/// | --- | --- |
/// | `terminal-bootstrap` | goes on past the end: takes the best value of the start, where the world was put back |
/// | `wrong-sign` | moves away from the target |
/// | `same-state` | takes the best value of S, where it was, in place of S′ |
/// | `double-discount` | discounts the reward that it has just received, too |
///
/// One act is one transition.
public final class BugLab extends Controller {
    private static final ParameterSpec.Choice BUG = new ParameterSpec.Choice(
            "planted-bug",
            List.of("terminal-bootstrap", "wrong-sign", "same-state", "double-discount"),
            "The mistake that learners are to find");

    public static final AgentType TYPE = new AgentType(
            "bug-lab",
            "Q-learning, with a mistake",
            Family.CONTROL,
            List.of(
                    ParameterSpec.ALPHA,
                    ParameterSpec.GAMMA,
                    ParameterSpec.EPSILON,
                    Behaviour.BETA,
                    ParameterSpec.INITIAL,
                    BUG),
            Needs::finiteStates,
            BugLab::new);

    private static final Equation PLAIN = Equation.of(
            """
            #{qNew|Q(S,A)} \\leftarrow #{qOld|Q(S,A)} + #{alpha|\\alpha} \\left[ #{reward|R} \
            + #{gamma|\\gamma} #{maxQNext|\\max_a Q(S',a)} - #{qOld|Q(S,A)} \\right]""");
    private static final Equation MINUS = Equation.of(
            """
            #{qNew|Q(S,A)} \\leftarrow #{qOld|Q(S,A)} - #{alpha|\\alpha} \\left[ #{reward|R} \
            + #{gamma|\\gamma} #{maxQNext|\\max_a Q(S',a)} - #{qOld|Q(S,A)} \\right]""");
    private static final Equation OF_S = Equation.of(
            """
            #{qNew|Q(S,A)} \\leftarrow #{qOld|Q(S,A)} + #{alpha|\\alpha} \\left[ #{reward|R} \
            + #{gamma|\\gamma} #{maxQNext|\\max_a Q(S,a)} - #{qOld|Q(S,A)} \\right]""");
    private static final Equation DISCOUNTED = Equation.of(
            """
            #{qNew|Q(S,A)} \\leftarrow #{qOld|Q(S,A)} + #{alpha|\\alpha} \\left[ #{gamma|\\gamma} \\left( #{reward|R} \
            + #{gamma|\\gamma} #{maxQNext|\\max_a Q(S',a)} \\right) - #{qOld|Q(S,A)} \\right]""");

    private static final int TERMINAL_BOOTSTRAP = 0;
    private static final int WRONG_SIGN = 1;
    private static final int SAME_STATE = 2;
    private static final int DOUBLE_DISCOUNT = 3;
    private static final List<Equation> EQUATIONS = List.of(PLAIN, MINUS, OF_S, DISCOUNTED);

    private final HyperParameter alpha;
    private final int bug;
    private int startState;

    private double alphaUsed;
    private int looked;
    private int aNext;
    private double qOld;
    private double maxQNext;
    private double target;
    private double qNew;

    public BugLab(AgentSettings settings) {
        super(settings);
        alpha = settings.hyper(ParameterSpec.ALPHA);
        bug = BUG.options().indexOf(settings.choice(BUG.name()));
    }

    /// The record of one transition and the update that followed it.
    ///
    /// @param state S
    /// @param action A
    /// @param nextState S′
    /// @param bug which of the mistakes, from 0
    /// @param looked the state whose best value was taken; −1 for none
    /// @param nextAction its greedy action, −1 for none
    /// @param target what the estimate should have moved towards, as the code has it
    /// @param explored whether A was drawn at random
    public record Update(
            int state,
            int action,
            double reward,
            int nextState,
            int looked,
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
            double qNew,
            int bug)
            implements TransitionEvent {
        @Override
        public Equation equation() {
            return EQUATIONS.get(bug);
        }

        @Override
        public Optional<Place> place(String component) {
            return switch (component) {
                case "qOld", "qNew" -> changed();
                case "maxQNext" ->
                    nextAction < 0 ? Optional.empty() : Optional.of(new Place(looked, nextAction));
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

        startState = started ? s : startState;

        looked   = switch (bug) {
            case TERMINAL_BOOTSTRAP -> terminated ? startState : sNext; // where the world was put back, as if it went on
            case SAME_STATE -> s;
            default -> sNext;
        };
        qOld     = q.get(s, a);
        aNext    = q.greedy(looked);
        maxQNext = q.max(looked); // 0 in a terminal state
        target   = r + gammaUsed * maxQNext;
        target   = bug == DOUBLE_DISCOUNT ? gammaUsed * target : target;
        tdError  = target - qOld;
        qNew     = bug == WRONG_SIGN ? qOld - alphaUsed * tdError : qOld + alphaUsed * tdError;
        q.set(s, a, qNew);
    }

    @Override
    public Update event() {
        return new Update(
                s,
                a,
                r,
                sNext,
                looked,
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
                qNew,
                bug);
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        startState = state.integer("start-state", startState);
    }
}
