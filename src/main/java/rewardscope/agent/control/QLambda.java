package rewardscope.agent.control;

import java.util.List;
import java.util.Optional;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.Needs;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.Traces;
import rewardscope.agent.TransitionEvent;
import rewardscope.math.StateExchange;

/// Watkins's Q(λ): Q-learning with eligibility traces, which are cut as soon as an action is not greedy.
///
/// δ = R + γ max_a Q(S′,a) − Q(S,A);   z(S,A) ← κγλ z(S,A) + 1, all other z ← κγλ z;   Q ← Q + α δ z
///
/// κ is 1 if A was greedy when it was chosen, else 0. Watkins (1989); Sutton & Barto, 2nd edition, section 12.10, with
/// a table for features. One act is one transition.
public final class QLambda extends TracedController {
    public static final AgentType TYPE = new AgentType(
            "q-lambda",
            "Watkins's Q(λ)",
            Family.CONTROL,
            List.of(
                    ParameterSpec.ALPHA,
                    ParameterSpec.GAMMA,
                    ParameterSpec.LAMBDA,
                    ParameterSpec.EPSILON,
                    Behaviour.BETA,
                    Traces.TWO_KINDS,
                    ParameterSpec.INITIAL),
            Needs::finiteStates,
            QLambda::new);

    private static final String TD_ERROR =
            "#{tdError|\\delta} = #{reward|R} + #{gamma|\\gamma} #{maxQNext|\\max_a Q(S',a)} - #{qOld|Q(S,A)} \\\\ ";
    private static final String UPDATE =
            "\\\\ #{qNew|Q(S,A)} \\leftarrow #{qOld|Q(S,A)} + #{alpha|\\alpha} #{tdError|\\delta} #{traceNew|z(S,A)}";
    private static final Equation ACCUMULATING = Equation.of(TD_ERROR
            + """
            #{traceNew|z(S,A)} \\leftarrow #{kept|\\kappa} #{gamma|\\gamma} #{lambda|\\lambda} \
            #{traceOld|z(S,A)} + 1"""
            + UPDATE);
    private static final Equation REPLACING = Equation.of(TD_ERROR + "#{traceNew|z(S,A)} \\leftarrow 1" + UPDATE);

    private int aBest;
    private boolean greedyNext = true;
    private boolean kept;
    private double qOld;
    private double maxQNext;
    private double qNew;

    public QLambda(AgentSettings settings) {
        super(settings);
    }

    /// The record of one transition and the updates that followed it.
    ///
    /// @param state S
    /// @param action A
    /// @param nextState S′
    /// @param nextAction A′, what will be done in S′; −1 if it is terminal
    /// @param bestAction a greedy action in S′: A′ itself if that is one; −1 if S′ is terminal
    /// @param kept κ: 1 if A was greedy when it was chosen, 0 if the traces were cut
    /// @param traceOld z(S,A) before
    /// @param traceNew z(S,A) with this visit
    /// @param credits every pair with a trace, and what it received
    /// @param explored whether A was drawn at random
    public record Update(
            int state,
            int action,
            double reward,
            int nextState,
            int nextAction,
            int bestAction,
            boolean started,
            boolean terminated,
            boolean truncated,
            boolean explored,
            Traces.Kind traces,
            double alpha,
            double gamma,
            double lambda,
            int kept,
            double qOld,
            double maxQNext,
            double tdError,
            double traceOld,
            double traceNew,
            double qNew,
            List<Credit> credits)
            implements TransitionEvent {
        @Override
        public Equation equation() {
            return traces == Traces.Kind.REPLACING ? REPLACING : ACCUMULATING;
        }

        @Override
        public Optional<Place> place(String component) {
            return switch (component) {
                case "qOld", "qNew", "traceOld", "traceNew" -> changed();
                case "maxQNext" -> Optional.of(new Place(nextState, bestAction));
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
        if (started) {
            z.clear();
            chooseNext(s);
            greedyNext = true; // no traces yet to cut
        }
        a = takeNext();
        kept = greedyNext;
        takeAction(a);
        if (terminated) {
            aNext = -1;
        } else {
            chooseNext(sNext);
        }
        alphaUsed = alpha.value();
        gammaUsed = gamma.value();
        lambdaUsed = lambda.value();

        qOld       = q.get(s, a);
        maxQNext   = terminated ? 0 : q.max(sNext);
        greedyNext = terminated || q.get(sNext, aNext) == maxQNext;
        aBest      = greedyNext ? aNext : q.greedy(sNext);
        tdError    = r + gammaUsed * maxQNext - qOld;
        z.visit(q.pair(s, a), kept ? gammaUsed * lambdaUsed : 0, alphaUsed);
        q.addTraced(alphaUsed * tdError, z);
        qNew       = q.get(s, a);
    }

    @Override
    public Update event() {
        return new Update(
                s,
                a,
                r,
                sNext,
                aNext,
                aBest,
                started,
                terminated,
                truncated,
                explored,
                z.kind(),
                alphaUsed,
                gammaUsed,
                lambdaUsed,
                kept ? 1 : 0,
                qOld,
                maxQNext,
                tdError,
                started ? 0 : z.before(),
                z.at(q.pair(s, a)),
                qNew,
                credits());
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        greedyNext = state.flag("greedyNext", greedyNext);
    }
}
