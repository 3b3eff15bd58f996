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
import rewardscope.agent.StepEvent;
import rewardscope.agent.Trajectory;
import rewardscope.math.StateExchange;

/// Least-squares Monte Carlo: the values whose squared distance from all returns is smallest.
///
/// G ← R_{t+1} + γ G;   A_{S,S} ← A_{S,S} + 1;   b_S ← b_S + G;   then V = A⁻¹ b
///
/// The normal equations of Sutton & Barto, 2nd edition, equation 9.1, with a table for features, where the solution is
/// the mean return. One act is one transition, one step of the way back through the episode, or the solution.
public final class LeastSquaresMc extends LeastSquares {
    public static final AgentType TYPE = new AgentType(
            "least-squares-mc",
            "Least-squares Monte Carlo",
            Family.PREDICTION,
            List.of(ParameterSpec.GAMMA, ParameterSpec.POLICY, NormalEquations.RIDGE, ParameterSpec.INITIAL),
            Needs::finiteStates,
            LeastSquaresMc::new);

    private static final Equation EQUATION = Equation.of(
            """
            #{returnNew|G} \\leftarrow #{reward|R_{t+1}} + #{gamma|\\gamma} #{returnOld|G} \\\\ \
            #{diagonalNew|A_{S,S}} \\leftarrow #{diagonalOld|A_{S,S}} + 1 \\\\ \
            #{bNew|b_S} \\leftarrow #{bOld|b_S} + #{returnNew|G}""");

    private enum Phase {
        GATHER,
        LOOK_BACK,
        SOLVE
    }

    private final Trajectory episode;
    private final ReturnSoFar gathered = new ReturnSoFar();

    private Phase phase = Phase.GATHER;
    private Phase done = Phase.GATHER;
    private int t;
    private double g;

    private double gOld;
    private double diagonalOld;
    private double diagonalNew;
    private double bOld;
    private double bNew;

    public LeastSquaresMc(AgentSettings settings) {
        super(settings);
        episode = Trajectory.ofStates(model);
    }

    /// The record of one step back and what it added to the equations.
    ///
    /// @param t its time in the episode
    /// @param state S_t
    /// @param reward R_{t+1}
    /// @param returnOld the return from t+1 on
    /// @param returnNew the return from t on
    public record Addition(
            int t,
            int state,
            double reward,
            double gamma,
            double returnOld,
            double returnNew,
            double diagonalOld,
            double diagonalNew,
            double bOld,
            double bNew)
            implements StepEvent {
        @Override
        public Equation equation() {
            return EQUATION;
        }

        @Override
        public Optional<Place> place(String component) {
            return switch (component) {
                case "diagonalOld", "diagonalNew", "bOld", "bNew" -> Optional.of(Place.of(state));
                default -> Optional.empty();
            };
        }
    }

    @Override
    public void advance() {
        gammaUsed = gamma.value();
        done = phase;
        switch (phase) {
            case GATHER -> gather();
            case LOOK_BACK -> lookBack();
            case SOLVE -> {
                solve();
                phase = Phase.GATHER;
                marks = Mark.UPDATE | Mark.EPISODE;
            }
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
            phase = Phase.LOOK_BACK;
            t = episode.length();
            g = terminated ? 0 : v[sNext];
        }
    }

    private void lookBack() {
        t--;
        s = episode.state(t);
        r = episode.reward(t);
        marks = 0;

        gOld        = g;
        g           = r + gammaUsed * gOld;
        diagonalOld = equations.a(s, s);
        equations.addToA(s, s, 1);
        diagonalNew = equations.a(s, s);
        bOld        = equations.b(s);
        equations.addToB(s, g);
        bNew        = equations.b(s);
        phase       = t > 0 ? Phase.LOOK_BACK : Phase.SOLVE;
    }

    @Override
    public StepEvent event() {
        return switch (done) {
            case GATHER -> gathered.event(s, a, r, sNext, started, terminated, truncated);
            case LOOK_BACK -> new Addition(t, s, r, gammaUsed, gOld, g, diagonalOld, diagonalNew, bOld, bNew);
            case SOLVE -> solved();
        };
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        state.part("episode", episode);
        state.part("gathered", gathered);
        phase = Phase.values()[state.integer("phase", phase.ordinal())];
        t = state.integer("t", t);
        g = state.number("g", g);
    }
}
