package rewardscope.agent.approximation;

import java.util.List;
import java.util.Optional;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.StepEvent;
import rewardscope.math.StateExchange;

/// Sarsa with a linear function in place of a table: semi-gradient and on-policy.
///
/// w ← w + α [ R + γ q̂(S′, A′, w) − q̂(S, A, w) ] ∇ q̂(S, A, w)
///
/// Sutton & Barto, 2nd edition, section 10.1. One act is one transition; the next action A′ is drawn with it.
public final class LinearSarsa extends LinearAgent {
    public static final AgentType TYPE = new AgentType(
            "linear-sarsa",
            "Linear Sarsa",
            Family.APPROXIMATION,
            PARAMETERS,
            Sight::needsNumberedActions,
            LinearSarsa::new);

    private static final Equation EQUATION = Equation.of(
            """
            #{tdError|\\delta} = #{reward|R} + #{gamma|\\gamma} #{qNext|\\hat q(S',A')} \
            - #{qOld|\\hat q(S,A)} \\\\ \
            #{qNew|\\hat q(S,A)} \\leftarrow #{qOld|\\hat q(S,A)} + #{alpha|\\alpha} #{tdError|\\delta}""");

    private static final int NONE = -1;

    private int a;
    private int aNext = NONE;
    private int aNextUsed = NONE;
    private double alphaUsed;
    private double gammaUsed;
    private double qOld;
    private double qNext;
    private double qNew;

    public LinearSarsa(AgentSettings settings) {
        super(settings);
    }

    @Override
    public void advance() {
        look();
        a = aNext >= 0 ? aNext : choose(x);
        act(a);
        alphaUsed = alpha.value();
        gammaUsed = gamma.value();

        aNext   = sight.terminated() ? NONE : choose(xNext);
        qOld    = q(x, a);
        qNext   = sight.terminated() ? 0 : q(xNext, aNext);
        tdError = sight.reward() + gammaUsed * qNext - qOld;
        learn(x, a, alphaUsed, tdError);
        qNew    = q(x, a);

        aNextUsed = aNext;
        if (sight.endsEpisode()) {
            aNext = NONE;
        }
    }

    /// The record of one transition and the update that followed it.
    ///
    /// @param nextAction A′, −1 if S′ is terminal
    /// @param features the features that were on in S: their weights for A moved
    /// @param qOld q̂(S, A, w) before the update
    /// @param qNew q̂(S, A, w) after it
    public record Update(
            List<Double> observation,
            int action,
            double reward,
            List<Double> nextObservation,
            int nextAction,
            boolean started,
            boolean terminated,
            boolean truncated,
            List<Integer> features,
            double alpha,
            double gamma,
            double qOld,
            double qNext,
            double tdError,
            double qNew,
            Optional<Move> move)
            implements StepEvent {
        @Override
        public Equation equation() {
            return EQUATION;
        }

        @Override
        public Optional<Place> changed() {
            return move.map(taken -> new Place(taken.from(), taken.action()));
        }
    }

    @Override
    public Update event() {
        return new Update(
                LinearQ.list(observation),
                a,
                sight.reward(),
                LinearQ.list(next),
                aNextUsed,
                sight.started(),
                sight.terminated(),
                sight.truncated(),
                LinearQ.list(x),
                alphaUsed,
                gammaUsed,
                qOld,
                qNext,
                tdError,
                qNew,
                sight.move());
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        aNext = state.integer("aNext", aNext);
    }
}
