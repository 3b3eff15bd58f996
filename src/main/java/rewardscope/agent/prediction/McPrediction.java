package rewardscope.agent.prediction;

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

/// Monte Carlo prediction: plays a whole episode, then learns from its returns, last step first.
///
/// G ← R_{t+1} + γ G;   V(S_t) ← V(S_t) + 1/N(S_t) [ G − V(S_t) ]
///
/// Sutton & Barto, 2nd edition, section 5.1, and equation 6.1 for a constant `alpha`. One act is one transition, or,
/// once the episode is over, one step of the way back through it. An episode that was cut short goes on, as far as
/// the returns are concerned, with the value of the state it was cut in.
public final class McPrediction extends Predictor {
    public static final AgentType TYPE = new AgentType(
            "mc-prediction",
            "Monte Carlo prediction",
            Family.PREDICTION,
            List.of(
                    StepSize.ALPHA,
                    ParameterSpec.GAMMA,
                    StepSize.VISITS,
                    ParameterSpec.POLICY,
                    ParameterSpec.INITIAL),
            Needs::finiteStates,
            McPrediction::new);

    private static final String RETURN =
            "#{returnNew|G} \\leftarrow #{reward|R_{t+1}} + #{gamma|\\gamma} #{returnOld|G}";
    private static final String UPDATE =
            """
             \\\\ #{vNew|V(S_t)} \\leftarrow #{vOld|V(S_t)} + %s \
            \\left[ #{returnNew|G} - #{vOld|V(S_t)} \\right]""";
    private static final Equation PASS = Equation.of(RETURN);
    private static final Equation CONSTANT = Equation.of(RETURN + UPDATE.replace("%s", "#{alpha|\\alpha}"));
    private static final Equation AVERAGE = Equation.of(RETURN + UPDATE.replace("%s", "\\frac{1}{#{visits|N(S_t)}}"));

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
    private double vOld;
    private double vNew;

    public McPrediction(AgentSettings settings) {
        super(settings);
        everyVisit = settings.choice(StepSize.VISITS.name()).equals("every");
        stepSize = new StepSize(settings, model.states());
        episode = Trajectory.ofStates(model);
    }

    /// The record of one step back that updated a state.
    ///
    /// @param t its time in the episode
    /// @param state S_t
    /// @param reward R_{t+1}
    /// @param returnOld the return from t+1 on
    /// @param returnNew the return from t on: the target
    /// @param visits N(S_t), this visit counted
    /// @param averaging whether the step size was 1/N
    public record Update(
            int t,
            int state,
            double reward,
            double gamma,
            double returnOld,
            double returnNew,
            int visits,
            boolean averaging,
            double alpha,
            double vOld,
            double tdError,
            double vNew)
            implements StepEvent {
        @Override
        public Equation equation() {
            return averaging ? AVERAGE : CONSTANT;
        }

        @Override
        public Optional<Place> place(String component) {
            return switch (component) {
                case "vOld", "vNew", "visits" -> changed();
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<Place> changed() {
            return Optional.of(Place.of(state));
        }
    }

    /// The record of one step back over a state that the episode had visited before: only the return is carried on.
    public record LaterVisit(int t, int state, double reward, double gamma, double returnOld, double returnNew)
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
        a = choose(s);
        takeAction(a);
        marks = Mark.STEP;
        episode.add(s, a, r);
        gathered.add(r, gammaUsed, started);
        if (episodeEnded()) {
            lookingBack  = true;
            largestError = 0;
            t = episode.length();
            g = terminated ? 0 : v[sNext];
        }
    }

    private void lookBack() {
        t--;
        s = episode.state(t);
        r = episode.reward(t);

        gOld = g;
        g    = r + gammaUsed * gOld;
        updated = everyVisit || episode.firstVisit(t);
        if (updated) {
            alphaUsed = stepSize.visit(s);
            vOld      = v[s];
            tdError   = g - vOld;
            vNew      = vOld + alphaUsed * tdError;
            v[s]      = vNew;
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
            return new LaterVisit(t, s, r, gammaUsed, gOld, g);
        }
        return new Update(
                t, s, r, gammaUsed, gOld, g, stepSize.visits(s), stepSize.averages(), alphaUsed, vOld, tdError, vNew);
    }

    @Override
    List<Series> curves() {
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
