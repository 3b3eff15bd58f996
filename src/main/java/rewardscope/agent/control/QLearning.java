package rewardscope.agent.control;

import java.util.List;
import java.util.Optional;
import rewardscope.agent.ActionProbabilities;
import rewardscope.agent.ActionValues;
import rewardscope.agent.Agent;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Hyperparameters;
import rewardscope.agent.Mark;
import rewardscope.agent.Needs;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.Series;
import rewardscope.agent.StepEvent;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.Transition;
import rewardscope.math.StateExchange;

/// One-step Q-learning: learns about the greedy policy while following another.
///
/// Q(S,A) ← Q(S,A) + α [ R + γ max_a Q(S′,a) − Q(S,A) ]
///
/// Sutton & Barto, 2nd edition, section 6.5, equation 6.8; Watkins (1989). One act is one transition.
public final class QLearning implements Agent, ActionValues, ActionProbabilities {
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

    private final FiniteEnvironment environment;
    private final Hyperparameters hyperparameters;
    private final HyperParameter alpha;
    private final HyperParameter gamma;
    private final QTable q;
    private final Behaviour behaviour;

    private boolean started;
    private int s;
    private int a;
    private Transition next = new Transition(0, 0, false, false);
    private double qOld;
    private double maxQNext;
    private double target;
    private double tdError;
    private double qNew;

    public QLearning(AgentSettings settings) {
        environment = settings.finiteEnvironment();
        hyperparameters = settings.hyperparameters();
        alpha = settings.hyper(ParameterSpec.ALPHA);
        gamma = settings.hyper(ParameterSpec.GAMMA);
        q = new QTable(environment.model(), settings.number("initial"));
        behaviour = Behaviour.of(q, settings);
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
            implements StepEvent {
        @Override
        public Equation equation() {
            return EQUATION;
        }

        @Override
        public Optional<Place> place(String component) {
            return switch (component) {
                case "qOld", "qNew" -> Optional.of(new Place(state, action));
                case "maxQNext" -> Optional.of(new Place(nextState, terminated ? -1 : nextAction));
                case "reward" -> Optional.of(Place.of(nextState));
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<Place> changed() {
            return Optional.of(new Place(state, action));
        }

        @Override
        public Optional<Move> move() {
            return Optional.of(new Move(state, action, nextState, reward, started, terminated, truncated));
        }
    }

    @Override
    public void advance() {
        started = environment.needsReset();
        if (started) {
            hyperparameters.startEpisode();
            environment.reset();
        }
        s = environment.state();
        a = behaviour.choose(s);
        next = environment.step(a);

        qOld = q.get(s, a);
        maxQNext = next.terminated() ? 0 : q.max(next.state());
        target = next.reward() + gamma.value() * maxQNext;
        tdError = target - qOld;
        qNew = qOld + alpha.value() * tdError;
        q.set(s, a, qNew);
    }

    @Override
    public Update event() {
        return new Update(
                s,
                a,
                next.reward(),
                next.state(),
                q.greedy(next.state()),
                started,
                next.terminated(),
                next.truncated(),
                behaviour.explored(),
                alpha.value(),
                gamma.value(),
                qOld,
                maxQNext,
                target,
                tdError,
                qNew);
    }

    @Override
    public int marks() {
        return next.endsEpisode() ? Mark.STEP | Mark.EPISODE : Mark.STEP;
    }

    @Override
    public FiniteEnvironment environment() {
        return environment;
    }

    @Override
    public Hyperparameters hyperparameters() {
        return hyperparameters;
    }

    @Override
    public List<Series> series() {
        return List.of(new Series("td-error", Mark.STEP, () -> tdError));
    }

    @Override
    public double[][] q() {
        return q.values();
    }

    @Override
    public double[] policy(int state) {
        return behaviour.probabilities(state);
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("environment", environment);
        state.part("hyperparameters", hyperparameters);
        state.part("q", q);
        state.part("behaviour", behaviour);
    }
}
