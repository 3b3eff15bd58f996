package rewardscope.agent.control;

import java.util.List;
import java.util.Optional;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Mark;
import rewardscope.agent.Needs;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.TransitionEvent;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;

/// Tabular Dyna-Q: Q-learning from what happens, and again from what a learned model remembers.
///
/// Q(S,A) ← Q(S,A) + α [ R + γ max_a Q(S′,a) − Q(S,A) ]
///
/// Sutton & Barto, 2nd edition, section 8.2. The model keeps the last R and S′ of every pair seen. One act is one
/// transition, or one planning backup: `planning-steps` of these follow each transition.
public final class DynaQ extends Controller {
    private static final ParameterSpec.Count PLANNING_STEPS = new ParameterSpec.Count(
            "planning-steps", 5, 0, 10_000, "Backups from the learned model after each real step");

    public static final AgentType TYPE = new AgentType(
            "dyna-q",
            "Dyna-Q",
            Family.CONTROL,
            List.of(
                    ParameterSpec.ALPHA,
                    ParameterSpec.GAMMA,
                    ParameterSpec.EPSILON,
                    Behaviour.BETA,
                    PLANNING_STEPS,
                    ParameterSpec.INITIAL),
            Needs::finiteStates,
            DynaQ::new);

    private static final Equation EQUATION = Equation.of(
            """
            #{qNew|Q(S,A)} \\leftarrow #{qOld|Q(S,A)} + #{alpha|\\alpha} \\left[ #{reward|R} \
            + #{gamma|\\gamma} #{maxQNext|\\max_a Q(S',a)} - #{qOld|Q(S,A)} \\right]""");

    private static final Equation FROM_MODEL = Equation.of(
            """
            #{qNew|Q(S,A)} \\leftarrow #{qOld|Q(S,A)} + #{alpha|\\alpha} \\left[ #{reward|\\hat R} \
            + #{gamma|\\gamma} #{maxQNext|\\max_a Q(\\hat S',a)} - #{qOld|Q(S,A)} \\right]""");

    private final int planningSteps;
    private final HyperParameter alpha;
    private final RandomStream random;
    private final LearnedModel learned;

    private int planningLeft;
    private boolean endsEpisode;
    private boolean fromModel;
    private int aNext;
    private double alphaUsed;
    private double qOld;
    private double maxQNext;
    private double target;
    private double qNew;

    public DynaQ(AgentSettings settings) {
        super(settings);
        alpha = settings.hyper(ParameterSpec.ALPHA);
        planningSteps = settings.count(PLANNING_STEPS.name());
        random = settings.random("planning");
        learned = new LearnedModel(model.states() * model.actions());
    }

    /// The record of one transition, real or remembered, and the update that followed it.
    ///
    /// @param state S
    /// @param action A
    /// @param nextState S′
    /// @param nextAction the greedy action in S′, −1 if S′ is terminal
    /// @param fromModel whether R and S′ were remembered, not observed
    /// @param planningLeft how many backups from the model follow before the next real step
    /// @param target R + γ max_a Q(S′,a)
    /// @param explored whether A was drawn at random
    public record Update(
            int state,
            int action,
            double reward,
            int nextState,
            int nextAction,
            boolean fromModel,
            int planningLeft,
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
            return fromModel ? FROM_MODEL : EQUATION;
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

        @Override
        public Optional<Move> move() {
            return fromModel ? Optional.empty() : TransitionEvent.super.move();
        }
    }

    @Override
    public void advance() {
        fromModel = planningLeft > 0;
        if (fromModel) {
            remember();
        } else {
            experience();
        }
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

    /// Lines (a) to (e): a step in the world, and into the model with it.
    private void experience() {
        s = currentState();
        a = behaviour.choose(s);
        takeAction(a);
        learned.observe(q.pair(s, a), r, sNext, terminated);
        planningLeft = planningSteps;
        endsEpisode = episodeEnded();
        markEpisode(Mark.STEP);
    }

    /// Line (f): S and A at random among the pairs seen, R and S′ from the model.
    private void remember() {
        int pair = learned.pair(random.below(learned.size()));
        s = q.stateOf(pair);
        a = q.actionOf(pair);
        r = learned.reward(pair);
        sNext = learned.next(pair);
        terminated = learned.terminates(pair);
        truncated = false;
        started = false;
        planningLeft--;
        markEpisode(0);
    }

    /// An episode counts as over when the planning that follows its last step is.
    private void markEpisode(int marked) {
        marks = endsEpisode && planningLeft == 0 ? marked | Mark.EPISODE : marked;
    }

    @Override
    public Update event() {
        return new Update(
                s,
                a,
                r,
                sNext,
                aNext,
                fromModel,
                planningLeft,
                started,
                terminated,
                truncated,
                !fromModel && behaviour.explored(),
                alphaUsed,
                gammaUsed,
                qOld,
                maxQNext,
                target,
                tdError,
                qNew);
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        state.part("random", random);
        state.part("learned", learned);
        planningLeft = state.integer("planningLeft", planningLeft);
        endsEpisode = state.flag("endsEpisode", endsEpisode);
    }
}
