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
import rewardscope.agent.StepEvent;
import rewardscope.agent.TransitionEvent;
import rewardscope.math.StateExchange;

/// Least-squares TD: gathers the equations whose solution TD(0) would creep towards, and solves them.
///
/// A_{S,S} ← A_{S,S} + 1;   A_{S,S′} ← A_{S,S′} − γ;   b_S ← b_S + R;   then V = A⁻¹ b
///
/// Sutton & Barto, 2nd edition, section 9.8, with a table for features. One act is one transition, or a solution: at
/// the end of each episode, and after every `solve-every` steps if that is set. There is no step size.
public final class LeastSquaresTd extends LeastSquares {
    private static final ParameterSpec.Count SOLVE_EVERY = new ParameterSpec.Count(
            "solve-every", 0, 0, 1_000_000, "Steps after which to solve; 0: at the end of each episode alone");

    public static final AgentType TYPE = new AgentType(
            "least-squares-td",
            "Least-squares TD",
            Family.PREDICTION,
            List.of(
                    ParameterSpec.GAMMA,
                    ParameterSpec.POLICY,
                    SOLVE_EVERY,
                    NormalEquations.RIDGE,
                    ParameterSpec.INITIAL),
            Needs::finiteStates,
            LeastSquaresTd::new);

    private static final Equation EQUATION = Equation.of(
            """
            #{diagonalNew|A_{S,S}} \\leftarrow #{diagonalOld|A_{S,S}} + 1 \\\\ \
            #{linkNew|A_{S,S'}} \\leftarrow #{linkOld|A_{S,S'}} - #{discount|\\gamma} \\\\ \
            #{bNew|b_S} \\leftarrow #{bOld|b_S} + #{reward|R}""");

    private final int solveEvery;

    private int stepsSince;
    private boolean ended;
    private boolean solving;
    private boolean wasSolving;
    private double diagonalOld;
    private double diagonalNew;
    private double linkOld;
    private double linkNew;
    private double discount;
    private double bOld;
    private double bNew;

    public LeastSquaresTd(AgentSettings settings) {
        super(settings);
        solveEvery = settings.count(SOLVE_EVERY.name());
    }

    /// The record of one transition and what it added to the equations.
    ///
    /// @param state S
    /// @param action A
    /// @param nextState S′
    /// @param discount γ, 0 if the episode terminated
    public record Addition(
            int state,
            int action,
            double reward,
            int nextState,
            boolean started,
            boolean terminated,
            boolean truncated,
            double gamma,
            double discount,
            double diagonalOld,
            double diagonalNew,
            double linkOld,
            double linkNew,
            double bOld,
            double bNew)
            implements TransitionEvent {
        @Override
        public Equation equation() {
            return EQUATION;
        }

        @Override
        public Optional<Place> place(String component) {
            return switch (component) {
                case "diagonalOld", "diagonalNew", "bOld", "bNew" -> Optional.of(Place.of(state));
                case "linkOld", "linkNew", "reward" -> Optional.of(Place.of(nextState));
                default -> Optional.empty();
            };
        }
    }

    @Override
    public void advance() {
        gammaUsed = gamma.value();
        wasSolving = solving;
        if (solving) {
            solve();
            solving = false;
            stepsSince = 0;
            marks = ended ? Mark.UPDATE | Mark.EPISODE : Mark.UPDATE;
        } else {
            gather();
        }
    }

    private void gather() {
        s = currentState();
        a = choose(s);
        takeAction(a);
        marks = Mark.STEP;
        stepsSince++;
        ended   = episodeEnded();
        solving = ended || stepsSince == solveEvery;

        diagonalOld = equations.a(s, s);
        equations.addToA(s, s, 1);
        diagonalNew = equations.a(s, s);

        discount    = terminated ? 0 : gammaUsed;
        linkOld     = equations.a(s, sNext);
        equations.addToA(s, sNext, -discount);
        linkNew     = equations.a(s, sNext);

        bOld        = equations.b(s);
        equations.addToB(s, r);
        bNew        = equations.b(s);
    }

    @Override
    public StepEvent event() {
        return wasSolving
                ? solved()
                : new Addition(
                        s,
                        a,
                        r,
                        sNext,
                        started,
                        terminated,
                        truncated,
                        gammaUsed,
                        discount,
                        diagonalOld,
                        diagonalNew,
                        linkOld,
                        linkNew,
                        bOld,
                        bNew);
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        stepsSince = state.integer("stepsSince", stepsSince);
        solving = state.flag("solving", solving);
        ended = state.flag("ended", ended);
    }
}
