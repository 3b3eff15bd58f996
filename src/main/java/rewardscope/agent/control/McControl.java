package rewardscope.agent.control;

import java.util.List;
import java.util.Optional;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.Mark;
import rewardscope.agent.Needs;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.ReturnSoFar;
import rewardscope.agent.Series;
import rewardscope.agent.StepEvent;
import rewardscope.agent.StepSize;
import rewardscope.agent.Trajectory;
import rewardscope.math.StateExchange;

/// On-policy Monte Carlo control: plays a whole episode, then learns from its returns, last step first.
///
/// G ← R_{t+1} + γ G;   Q(S_t,A_t) ← Q(S_t,A_t) + 1/N(S_t,A_t) [ G − Q(S_t,A_t) ]
///
/// Sutton & Barto, 2nd edition, section 5.4; greedy in the limit with infinite exploration when `epsilon` is
/// `1/episode`. With `alpha` the step size is constant. One act is one transition, or, once the episode is over, one
/// step of the way back through it.
public final class McControl extends Controller {
    public static final AgentType TYPE = new AgentType(
            "mc-control",
            "Monte Carlo control",
            Family.CONTROL,
            List.of(
                    StepSize.ALPHA,
                    ParameterSpec.GAMMA,
                    ParameterSpec.EPSILON,
                    Behaviour.BETA,
                    StepSize.VISITS,
                    ParameterSpec.INITIAL),
            Needs::finiteStates,
            McControl::new);

    private static final String RETURN =
            "#{returnNew|G} \\leftarrow #{reward|R_{t+1}} + #{gamma|\\gamma} #{returnOld|G}";
    private static final String UPDATE =
            """
             \\\\ #{qNew|Q(S_t,A_t)} \\leftarrow #{qOld|Q(S_t,A_t)} + %s \
            \\left[ #{returnNew|G} - #{qOld|Q(S_t,A_t)} \\right]""";
    private static final Equation PASS = Equation.of(RETURN);
    private static final Equation CONSTANT = Equation.of(RETURN + UPDATE.replace("%s", "#{alpha|\\alpha}"));
    private static final Equation AVERAGE =
            Equation.of(RETURN + UPDATE.replace("%s", "\\frac{1}{#{visits|N(S_t,A_t)}}"));

    private final boolean everyVisit;
    private final StepSize stepSize;
    private final Trajectory episode;
    private final ReturnSoFar gathered = new ReturnSoFar();

    private boolean lookingBack;
    private int t;
    private double g;
    private double largestError;

    private boolean updated;
    private boolean wasGathering;
    private double gOld;
    private double alphaUsed;
    private double qOld;
    private double qNew;

    public McControl(AgentSettings settings) {
        super(settings);
        everyVisit = settings.choice(StepSize.VISITS.name()).equals("every");
        stepSize = new StepSize(settings, model.states() * model.actions());
        episode = Trajectory.ofPairs(model);
    }

    /// The record of one step back that updated a pair.
    ///
    /// @param t its time in the episode
    /// @param state S_t
    /// @param action A_t
    /// @param reward R_{t+1}
    /// @param returnOld the return from t+1 on
    /// @param returnNew the return from t on: the target
    /// @param visits N(S_t,A_t), this visit counted
    /// @param averaging whether the step size was 1/N
    public record Update(
            int t,
            int state,
            int action,
            double reward,
            double gamma,
            double returnOld,
            double returnNew,
            int visits,
            boolean averaging,
            double alpha,
            double qOld,
            double tdError,
            double qNew)
            implements StepEvent {
        @Override
        public Equation equation() {
            return averaging ? AVERAGE : CONSTANT;
        }

        @Override
        public Optional<Place> place(String component) {
            return switch (component) {
                case "qOld", "qNew", "visits" -> changed();
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<Place> changed() {
            return Optional.of(new Place(state, action));
        }
    }

    /// The record of one step back over a pair that the episode had visited before: only the return is carried on.
    public record LaterVisit(
            int t, int state, int action, double reward, double gamma, double returnOld, double returnNew)
            implements StepEvent {
        @Override
        public Equation equation() {
            return PASS;
        }
    }

    @Override
    public void advance() {
        gammaUsed = gamma.value();
        wasGathering = !lookingBack;
        if (lookingBack) {
            lookBack();
        } else {
            gather();
        }
    }

    private void gather() {
        s = currentState();
        if (started) {
            episode.clear();
        }
        a = behaviour.choose(s);
        takeAction(a);
        marks = Mark.STEP;
        episode.add(s, a, r);
        gathered.add(r, gammaUsed, started);
        if (episodeEnded()) {
            lookingBack  = true;
            largestError = 0;
            t = episode.length();
            g = terminated ? 0 : behaviour.expectedValue(sNext);
        }
    }

    private void lookBack() {
        t--;
        s = episode.state(t);
        a = episode.action(t);
        r = episode.reward(t);

        gOld = g;
        g    = r + gammaUsed * gOld;
        updated = everyVisit || episode.firstVisit(t);
        if (updated) {
            alphaUsed = stepSize.visit(q.pair(s, a));
            qOld      = q.get(s, a);
            tdError   = g - qOld;
            qNew      = qOld + alphaUsed * tdError;
            q.set(s, a, qNew);
            largestError = Math.max(largestError, Math.abs(tdError));
        }
        lookingBack = t > 0;
        marks = lookingBack ? 0 : Mark.EPISODE;
    }

    @Override
    public StepEvent event() {
        if (wasGathering) {
            return gathered.event(s, a, r, sNext, started, terminated, truncated);
        }
        if (!updated) {
            return new LaterVisit(t, s, a, r, gammaUsed, gOld, g);
        }
        return new Update(
                t,
                s,
                a,
                r,
                gammaUsed,
                gOld,
                g,
                stepSize.visits(q.pair(s, a)),
                stepSize.averages(),
                alphaUsed,
                qOld,
                tdError,
                qNew);
    }

    @Override
    public List<Series> series() {
        return List.of(new Series("largest-error", Mark.EPISODE, () -> largestError));
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        state.part("stepSize", stepSize);
        state.part("episode", episode);
        state.part("gathered", gathered);
        lookingBack = state.flag("lookingBack", lookingBack);
        t = state.integer("t", t);
        g = state.number("g", g);
        largestError = state.number("largestError", largestError);
    }
}
