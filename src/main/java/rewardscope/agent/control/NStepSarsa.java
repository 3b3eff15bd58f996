package rewardscope.agent.control;

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

/// n-step Sarsa: n rewards, then the estimate of the pair reached.
///
/// G ← R_{τ+1} + γ R_{τ+2} + ... + γ^{n−1} R_{τ+n} + γ^n Q(S_{τ+n},A_{τ+n});
/// Q(S_τ,A_τ) ← Q(S_τ,A_τ) + α [ G − Q(S_τ,A_τ) ]
///
/// Sutton & Barto, 2nd edition, section 7.2. One act is one turn of the pseudocode's loop: a transition, while the
/// episode lasts, and the update of the pair n steps back, once there is one. At the end of an episode the last pairs
/// are updated, an act each, from the rewards that are left.
public final class NStepSarsa extends Controller {
    public static final AgentType TYPE = new AgentType(
            "n-step-sarsa",
            "n-step Sarsa",
            Family.CONTROL,
            List.of(
                    ParameterSpec.ALPHA,
                    ParameterSpec.GAMMA,
                    Window.N,
                    ParameterSpec.EPSILON,
                    Behaviour.BETA,
                    ParameterSpec.INITIAL),
            Needs::finiteStates,
            NStepSarsa::new);

    private static final Equation EQUATION = Equation.of(
            """
            #{target|G} \\leftarrow #each{rewards|\\sum_{i=\\tau+1}^{\\min(\\tau+n,T)}| + |\
            #{discount|\\gamma^{i-\\tau-1}} \\cdot #{reward|R_i}} \
            + #{lastDiscount|\\gamma^{n}} \\cdot #{qNext|Q(S_{\\tau+n},A_{\\tau+n})} \\\\ \
            #{qNew|Q(S_\\tau,A_\\tau)} \\leftarrow #{qOld|Q(S_\\tau,A_\\tau)} + #{alpha|\\alpha} \
            \\left[ #{target|G} - #{qOld|Q(S_\\tau,A_\\tau)} \\right]""");

    private final HyperParameter alpha;
    private final Window window;
    private final ReturnSoFar gathered = new ReturnSoFar();

    private int aNext;
    private boolean ending;
    private boolean updated;
    private boolean acted;
    private int sTau;
    private int aTau;
    private double alphaUsed;
    private double lastDiscount;
    private double qOld;
    private double qNext;
    private double target;
    private double qNew;

    public NStepSarsa(AgentSettings settings) {
        super(settings);
        alpha = settings.hyper(ParameterSpec.ALPHA);
        window = new Window(settings.count(Window.N.name()));
    }

    /// The record of one update, n steps after the pair that it is about.
    ///
    /// @param state S_τ
    /// @param action A_τ
    /// @param rewards R_{τ+1}, R_{τ+2}, ... with what each counts
    /// @param nextState S_{τ+n}, or the state in which the episode ended
    /// @param nextAction A_{τ+n}, −1 if the state reached is terminal
    /// @param lastDiscount γ^n, or less if the episode ended before
    /// @param qNext what the pair reached counts with: 0 if the episode terminated
    /// @param taken the transition of this act; empty when the episode is over and its last pairs are updated
    public record Update(
            int state,
            int action,
            List<Window.Reward> rewards,
            int nextState,
            int nextAction,
            boolean terminated,
            boolean truncated,
            double alpha,
            double gamma,
            int n,
            double lastDiscount,
            double qNext,
            double qOld,
            double target,
            double tdError,
            double qNew,
            Optional<Move> taken)
            implements StepEvent {
        @Override
        public Equation equation() {
            return EQUATION;
        }

        @Override
        public Optional<Place> place(String component) {
            return switch (component) {
                case "qOld", "qNew" -> changed();
                case "qNext" -> Optional.of(new Place(nextState, nextAction));
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<Place> changed() {
            return Optional.of(new Place(state, action));
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
            a = started ? behaviour.choose(s) : aNext;
            takeAction(a);
            aNext = terminated ? -1 : behaviour.choose(sNext);
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
        aTau         = window.action(0);
        lastDiscount = Math.pow(gammaUsed, window.size());
        qNext        = terminated ? 0 : q.get(sNext, aNext);
        target       = window.discountedRewards(gammaUsed) + lastDiscount * qNext;
        qOld         = q.get(sTau, aTau);
        tdError      = target - qOld;
        qNew         = qOld + alphaUsed * tdError;
        q.set(sTau, aTau, qNew);
    }

    @Override
    public StepEvent event() {
        if (!updated) {
            return gathered.event(s, a, r, sNext, started, terminated, truncated);
        }
        return new Update(
                sTau,
                aTau,
                window.removedRewards(gammaUsed),
                sNext,
                aNext,
                terminated,
                truncated,
                alphaUsed,
                gammaUsed,
                window.n(),
                lastDiscount,
                qNext,
                qOld,
                target,
                tdError,
                qNew,
                acted
                        ? Optional.of(new StepEvent.Move(s, a, sNext, r, started, terminated, truncated))
                        : Optional.empty());
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        state.part("window", window);
        state.part("gathered", gathered);
        aNext = state.integer("aNext", aNext);
        sNext = state.integer("sNext", sNext);
        ending = state.flag("ending", ending);
        terminated = state.flag("terminated", terminated);
        truncated = state.flag("truncated", truncated);
    }
}
