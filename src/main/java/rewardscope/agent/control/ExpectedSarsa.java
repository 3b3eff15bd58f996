package rewardscope.agent.control;

import java.util.ArrayList;
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

/// Expected Sarsa: the mean over what the policy may do next, in place of what it happens to do.
///
/// Q(S,A) ← Q(S,A) + α [ R + γ Σ_a π(a|S′) Q(S′,a) − Q(S,A) ]
///
/// Sutton & Barto, 2nd edition, section 6.6, equation 6.9. One act is one transition.
public final class ExpectedSarsa extends Controller {
    public static final AgentType TYPE = new AgentType(
            "expected-sarsa",
            "Expected Sarsa",
            Family.CONTROL,
            List.of(
                    ParameterSpec.ALPHA,
                    ParameterSpec.GAMMA,
                    ParameterSpec.EPSILON,
                    Behaviour.BETA,
                    ParameterSpec.INITIAL),
            Needs::finiteStates,
            ExpectedSarsa::new);

    private static final Equation EQUATION = Equation.of(
            """
            #{qNew|Q(S,A)} \\leftarrow #{qOld|Q(S,A)} + #{alpha|\\alpha} \\left[ #{reward|R} + #{gamma|\\gamma} \
            #each{nextActions|\\sum_a| + |#{probability|\\pi(a\\mid S')} \\cdot #{q|Q(S',a)}} \
            - #{qOld|Q(S,A)} \\right]""");

    private final HyperParameter alpha;
    private final double[] policyNext;
    private final double[] qOfNext;

    private double alphaUsed;
    private double qOld;
    private double expectedQNext;
    private double target;
    private double qNew;

    public ExpectedSarsa(AgentSettings settings) {
        super(settings);
        alpha = settings.hyper(ParameterSpec.ALPHA);
        policyNext = new double[model.actions()];
        qOfNext = new double[model.actions()];
    }

    /// What may be done in S′.
    ///
    /// @param nextState S′
    /// @param probability π(a|S′)
    /// @param q Q(S′,a), as it was before the update
    public record NextAction(int nextState, int action, double probability, double q) {}

    /// The record of one transition and the update that followed it.
    ///
    /// @param state S
    /// @param action A
    /// @param nextState S′
    /// @param nextActions all that may be done in S′; empty if it is terminal
    /// @param expectedQNext Σ_a π(a|S′) Q(S′,a)
    /// @param target R + γ times that
    /// @param explored whether A was drawn at random
    public record Update(
            int state,
            int action,
            double reward,
            int nextState,
            List<NextAction> nextActions,
            boolean started,
            boolean terminated,
            boolean truncated,
            boolean explored,
            double alpha,
            double gamma,
            double qOld,
            double expectedQNext,
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
                case "expectedQNext", "reward" -> Optional.of(Place.of(nextState));
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

        qOld          = q.get(s, a);
        expectedQNext = terminated ? 0 : expectation(sNext);
        target        = r + gammaUsed * expectedQNext;
        tdError       = target - qOld;
        qNew          = qOld + alphaUsed * tdError;
        q.set(s, a, qNew);
    }

    /// Σ_a π(a|s) Q(s,a); keeps its terms for the record.
    private double expectation(int s) {
        behaviour.probabilities(s, policyNext);
        double sum = 0;
        for (int a : q.available(s)) {
            qOfNext[a] = q.get(s, a);
            sum += policyNext[a] * qOfNext[a];
        }
        return sum;
    }

    @Override
    public Update event() {
        var nextActions = new ArrayList<NextAction>();
        if (!terminated) {
            for (int b : q.available(sNext)) {
                nextActions.add(new NextAction(sNext, b, policyNext[b], qOfNext[b]));
            }
        }
        return new Update(
                s,
                a,
                r,
                sNext,
                List.copyOf(nextActions),
                started,
                terminated,
                truncated,
                behaviour.explored(),
                alphaUsed,
                gammaUsed,
                qOld,
                expectedQNext,
                target,
                tdError,
                qNew);
    }
}
