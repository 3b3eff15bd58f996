package rewardscope.agent.approximation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.StepEvent;

/// Q-learning with a linear function in place of a table: semi-gradient, off-policy, and so not sure to converge.
///
/// w ← w + α [ R + γ max_a q̂(S′, a, w) − q̂(S, A, w) ] ∇ q̂(S, A, w)
///
/// Sutton & Barto, 2nd edition, sections 11.1 to 11.3. One act is one transition.
public final class LinearQ extends LinearAgent {
    public static final AgentType TYPE = new AgentType(
            "linear-q",
            "Linear Q-learning",
            Family.APPROXIMATION,
            PARAMETERS,
            Sight::needsNumberedActions,
            LinearQ::new);

    private static final Equation EQUATION = Equation.of(
            """
            #{tdError|\\delta} = #{reward|R} + #{gamma|\\gamma} #{maxQNext|\\max_a \\hat q(S',a)} \
            - #{qOld|\\hat q(S,A)} \\\\ \
            #{qNew|\\hat q(S,A)} \\leftarrow #{qOld|\\hat q(S,A)} + #{alpha|\\alpha} #{tdError|\\delta}""");

    private int a;
    private double alphaUsed;
    private double gammaUsed;
    private double qOld;
    private double maxQNext;
    private double qNew;

    public LinearQ(AgentSettings settings) {
        super(settings);
    }

    @Override
    public void advance() {
        look();
        a = choose(x);
        act(a);
        alphaUsed = alpha.value();
        gammaUsed = gamma.value();

        qOld     = q(x, a);
        maxQNext = sight.terminated() ? 0 : maxQ(xNext);
        tdError  = sight.reward() + gammaUsed * maxQNext - qOld;
        learn(x, a, alphaUsed, tdError);
        qNew     = q(x, a);
    }

    /// The record of one transition and the update that followed it.
    ///
    /// @param features the features that were on in S: their weights for A moved
    /// @param qOld q̂(S, A, w) before the update
    /// @param qNew q̂(S, A, w) after it
    public record Update(
            List<Double> observation,
            int action,
            double reward,
            List<Double> nextObservation,
            boolean started,
            boolean terminated,
            boolean truncated,
            List<Integer> features,
            double alpha,
            double gamma,
            double qOld,
            double maxQNext,
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
                list(observation),
                a,
                sight.reward(),
                list(next),
                sight.started(),
                sight.terminated(),
                sight.truncated(),
                list(x),
                alphaUsed,
                gammaUsed,
                qOld,
                maxQNext,
                tdError,
                qNew,
                sight.move());
    }

    static List<Double> list(double[] numbers) {
        var list = new ArrayList<Double>(numbers.length);
        for (double number : numbers) {
            list.add(number);
        }
        return List.copyOf(list);
    }

    static List<Integer> list(int[] numbers) {
        var list = new ArrayList<Integer>(numbers.length);
        for (int number : numbers) {
            list.add(number);
        }
        return List.copyOf(list);
    }
}
