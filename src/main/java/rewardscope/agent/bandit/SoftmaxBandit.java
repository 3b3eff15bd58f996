package rewardscope.agent.bandit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.ParameterSpec;

/// The better an arm looks, the likelier it is pulled: Boltzmann exploration with inverse temperature β.
///
/// π(a) = exp(β Q(a)) / Σ_b exp(β Q(b));  Q(A) ← Q(A) + 1/N(A) [ R − Q(A) ]
///
/// β = 0 draws every arm alike, β → ∞ is greedy. One act is one pull.
public final class SoftmaxBandit extends BanditAgent {
    static final ParameterSpec.Hyper BETA = new ParameterSpec.Hyper(
            "beta", "\\beta", 1, 0, 1000, "Inverse temperature: 0 draws every arm alike, a large one is greedy");

    public static final AgentType TYPE = new AgentType(
            "softmax",
            "Softmax (Boltzmann) exploration",
            Family.BANDIT,
            List.of(BETA, Estimates.ALPHA, ParameterSpec.INITIAL),
            BanditAgent::needsArms,
            SoftmaxBandit::new);

    private static final String PROBABILITY =
            """
            #{probability|\\pi_t(A_t)} = \\frac{\\exp(#{beta|\\beta} #{qOld|Q_t(A_t)})}\
            {#each{choices|\\sum_b| + |\\exp(#{beta|\\beta} #{q|Q_t(b)})}} \\\\""";

    private static final Equation AVERAGE = Equation.of(PROBABILITY + Estimates.AVERAGE);
    private static final Equation CONSTANT_STEP = Equation.of(PROBABILITY + Estimates.CONSTANT_STEP);

    private final HyperParameter beta;
    private final double[] pi;
    private final double[] qBefore;

    private double betaUsed;

    public SoftmaxBandit(AgentSettings settings) {
        super(settings, Estimates.of(arms(settings), settings));
        beta = settings.hyper(BETA);
        pi = new double[environment.arms()];
        qBefore = new double[environment.arms()];
    }

    /// An arm as it stood at the choice.
    public record Choice(int arm, double beta, double q, double probability) {}

    /// The record of one pull.
    ///
    /// @param action A, the arm that was pulled
    /// @param probability π(A)
    /// @param choices all arms at the choice
    /// @param count N(A), this pull included
    /// @param arms how all arms stand after it
    public record Pull(
            int action,
            double reward,
            double beta,
            double probability,
            List<Choice> choices,
            int count,
            boolean constantStep,
            double stepSize,
            double qOld,
            double qNew,
            List<Arm> arms)
            implements Pulled {
        @Override
        public Equation equation() {
            return constantStep ? CONSTANT_STEP : AVERAGE;
        }

        @Override
        public Optional<Place> place(String component) {
            return component.startsWith("q") ? changed() : Optional.empty();
        }

        @Override
        public Optional<Place> changed() {
            return Optional.of(new Place(0, action));
        }
    }

    @Override
    public void advance() {
        betaUsed = beta.value();
        System.arraycopy(estimates.q(), 0, qBefore, 0, qBefore.length);
        softmax(qBefore, betaUsed, pi);
        pull(random.categorical(pi));
        estimates.update(a, r);
    }

    @Override
    public Pull event() {
        var choices = new ArrayList<Choice>();
        for (int arm = 0; arm < pi.length; arm++) {
            choices.add(new Choice(arm, betaUsed, qBefore[arm], pi[arm]));
        }
        return new Pull(
                a,
                r,
                betaUsed,
                pi[a],
                List.copyOf(choices),
                estimates.n(a),
                estimates.constantStep(),
                estimates.stepSize(),
                estimates.qOld(),
                estimates.qNew(),
                arms());
    }

    @Override
    double[] probabilities() {
        var next = new double[pi.length];
        softmax(estimates.q(), beta.value(), next);
        return next;
    }
}
