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

/// Sarsa(λ): one TD error is credited to every pair in proportion to its eligibility trace.
///
/// δ = R + γ Q(S′,A′) − Q(S,A);   z(S,A) ← γλ z(S,A) + 1, all other z ← γλ z;   Q ← Q + α δ z
///
/// Sutton & Barto, 2nd edition, section 12.7, with a table for features. One act is one transition.
public final class SarsaLambda extends TracedController {
    public static final AgentType TYPE = new AgentType(
            "sarsa-lambda",
            "Sarsa(λ)",
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
            SarsaLambda::new);

    private static final String TD_ERROR =
            "#{tdError|\\delta} = #{reward|R} + #{gamma|\\gamma} #{qNext|Q(S',A')} - #{qOld|Q(S,A)} \\\\ ";
    private static final String UPDATE =
            "\\\\ #{qNew|Q(S,A)} \\leftarrow #{qOld|Q(S,A)} + #{alpha|\\alpha} #{tdError|\\delta} #{traceNew|z(S,A)}";
    private static final Equation ACCUMULATING = Equation.of(TD_ERROR
            + "#{traceNew|z(S,A)} \\leftarrow #{gamma|\\gamma} #{lambda|\\lambda} #{traceOld|z(S,A)} + 1" + UPDATE);
    private static final Equation REPLACING = Equation.of(TD_ERROR + "#{traceNew|z(S,A)} \\leftarrow 1" + UPDATE);

    private double qOld;
    private double qNext;
    private double qNew;

    public SarsaLambda(AgentSettings settings) {
        super(settings);
    }

    /// The record of one transition and the updates that followed it.
    ///
    /// @param state S
    /// @param action A
    /// @param nextState S′
    /// @param nextAction A′, −1 if S′ is terminal
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
            boolean started,
            boolean terminated,
            boolean truncated,
            boolean explored,
            Traces.Kind traces,
            double alpha,
            double gamma,
            double lambda,
            double qOld,
            double qNext,
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
        if (started) {
            z.clear();
            chooseNext(s);
        }
        a = takeNext();
        takeAction(a);
        if (terminated) {
            aNext = -1;
        } else {
            chooseNext(sNext);
        }
        alphaUsed = alpha.value();
        gammaUsed = gamma.value();
        lambdaUsed = lambda.value();

        qOld    = q.get(s, a);
        qNext   = terminated ? 0 : q.get(sNext, aNext);
        tdError = r + gammaUsed * qNext - qOld;
        z.visit(q.pair(s, a), gammaUsed * lambdaUsed, alphaUsed);
        q.addTraced(alphaUsed * tdError, z);
        qNew    = q.get(s, a);
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
                z.kind(),
                alphaUsed,
                gammaUsed,
                lambdaUsed,
                qOld,
                qNext,
                tdError,
                started ? 0 : z.before(),
                z.at(q.pair(s, a)),
                qNew,
                credits());
    }
}
