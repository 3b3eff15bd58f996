package rewardscope.agent.prediction;

import java.util.List;
import java.util.Optional;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Needs;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.ReturnSoFar;
import rewardscope.agent.StepEvent;
import rewardscope.agent.Window;
import rewardscope.math.StateExchange;

/// n-step TD: n rewards, then the estimate of the state reached.
///
/// G ← R_{τ+1} + γ R_{τ+2} + ... + γ^{n−1} R_{τ+n} + γ^n V(S_{τ+n});   V(S_τ) ← V(S_τ) + α [ G − V(S_τ) ]
///
/// Sutton & Barto, 2nd edition, section 7.1. One act is one turn of the pseudocode's loop: a transition, while the
/// episode lasts, and the update of the state n steps back, once there is one. At the end of an episode the last
/// states are updated, an act each, from the rewards that are left.
public final class NStepTd extends Predictor {
    public static final AgentType TYPE = new AgentType(
            "n-step-td",
            "n-step TD",
            Family.PREDICTION,
            List.of(
                    ParameterSpec.ALPHA,
                    ParameterSpec.GAMMA,
                    Window.N,
                    ParameterSpec.POLICY,
                    ParameterSpec.INITIAL),
            Needs::finiteStates,
            NStepTd::new);

    private static final Equation EQUATION = Equation.of(
            """
            #{target|G} \\leftarrow #each{rewards|\\sum_{i=\\tau+1}^{\\min(\\tau+n,T)}| + |\
            #{discount|\\gamma^{i-\\tau-1}} \\cdot #{reward|R_i}} \
            + #{lastDiscount|\\gamma^{n}} \\cdot #{vNext|V(S_{\\tau+n})} \\\\ \
            #{vNew|V(S_\\tau)} \\leftarrow #{vOld|V(S_\\tau)} + #{alpha|\\alpha} \
            \\left[ #{target|G} - #{vOld|V(S_\\tau)} \\right]""");

    private final HyperParameter alpha;
    private final Window window;
    private final ReturnSoFar gathered = new ReturnSoFar();

    private boolean ending;
    private boolean updated;
    private boolean acted;
    private int sTau;
    private double alphaUsed;
    private double lastDiscount;
    private double vOld;
    private double vNext;
    private double target;
    private double vNew;

    public NStepTd(AgentSettings settings) {
        super(settings);
        alpha = settings.hyper(ParameterSpec.ALPHA);
        window = new Window(settings.count(Window.N.name()));
    }

    /// The record of one update, n steps after the state that it is about.
    ///
    /// @param state S_τ
    /// @param rewards R_{τ+1}, R_{τ+2}, ... with what each counts
    /// @param nextState S_{τ+n}, or the state in which the episode ended
    /// @param lastDiscount γ^n, or the power of what is left if the episode ended before
    /// @param vNext what the state reached counts with: 0 if the episode terminated
    /// @param taken the transition of this act; empty when the episode is over and its last states are updated
    public record Update(
            int state,
            List<Window.Reward> rewards,
            int nextState,
            boolean terminated,
            boolean truncated,
            double alpha,
            double gamma,
            int n,
            double lastDiscount,
            double vNext,
            double vOld,
            double target,
            double tdError,
            double vNew,
            Optional<Move> taken)
            implements StepEvent {
        @Override
        public Equation equation() {
            return EQUATION;
        }

        @Override
        public Optional<Place> place(String component) {
            return switch (component) {
                case "vOld", "vNew" -> changed();
                case "vNext" -> Optional.of(Place.of(nextState));
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<Place> changed() {
            return Optional.of(Place.of(state));
        }

        @Override
        public Optional<Move> move() {
            return taken;
        }
    }

    @Override
    public void advance() {
        alphaUsed = alpha.value();
        gammaUsed = gamma.value();
        acted = !ending;
        if (acted) {
            s = currentState();
            a = choose(s);
            takeAction(a);
            gathered.add(r, gammaUsed, started);
            window.add(s, a, r);
            ending = episodeEnded();
        }
        updated = window.full() || ending;
        if (updated) {
            update();
            window.removeFirst();
            ending = ending && !window.isEmpty();
        }
        marks = Window.marks(acted, episodeEnded(), window);
    }

    private void update() {
        sTau         = window.state(0);
        lastDiscount = Math.pow(gammaUsed, window.size());
        vNext        = terminated ? 0 : v[sNext];
        target       = window.discountedRewards(gammaUsed) + lastDiscount * vNext;
        vOld         = v[sTau];
        tdError      = target - vOld;
        vNew         = vOld + alphaUsed * tdError;
        v[sTau]      = vNew;
    }

    @Override
    public StepEvent event() {
        if (!updated) {
            return gathered.event(s, a, r, sNext, started, terminated, truncated);
        }
        return new Update(
                sTau,
                window.removedRewards(gammaUsed),
                sNext,
                terminated,
                truncated,
                alphaUsed,
                gammaUsed,
                window.n(),
                lastDiscount,
                vNext,
                vOld,
                target,
                tdError,
                vNew,
                acted
                        ? Optional.of(new StepEvent.Move(s, a, sNext, r, started, terminated, truncated))
                        : Optional.empty());
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        state.part("window", window);
        state.part("gathered", gathered);
        sNext = state.integer("sNext", sNext);
        ending = state.flag("ending", ending);
        terminated = state.flag("terminated", terminated);
        truncated = state.flag("truncated", truncated);
    }
}
