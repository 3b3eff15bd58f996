package rewardscope.agent.bandit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Mark;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.Series;
import rewardscope.math.StateExchange;

/// Learns preferences instead of values, by stochastic gradient ascent on the expected reward: the smallest policy
/// gradient algorithm.
///
/// π(a) = exp(H(a)) / Σ_b exp(H(b))
/// H(A) ← H(A) + α (R − R̄)(1 − π(A));   H(a) ← H(a) − α (R − R̄) π(a) for all other arms a
///
/// Sutton & Barto, 2nd edition, section 2.8, equation 2.12. The baseline R̄ is the average of the rewards before this
/// one (of the first itself at the first pull), with this one, or 0. One act is one pull.
public final class GradientBandit extends BanditAgent {
    static final ParameterSpec.Hyper ALPHA =
            new ParameterSpec.Hyper("alpha", "\\alpha", 0.1, 0, 10, "Step size of the preferences");
    static final ParameterSpec.Choice BASELINE = new ParameterSpec.Choice(
            "baseline",
            List.of("previous", "current", "none"),
            "What a reward is compared with: the average of the previous rewards, of these and the current one, or 0");

    public static final AgentType TYPE = new AgentType(
            "gradient-bandit",
            "Gradient bandit",
            Family.BANDIT,
            List.of(ALPHA, BASELINE),
            BanditAgent::needsArms,
            GradientBandit::new);

    private static final Equation EQUATION = Equation.of(
            """
            #{hNew|H_{t+1}(A_t)} \\leftarrow #{hOld|H_t(A_t)} + #{alpha|\\alpha} \
            \\left( #{reward|R_t} - #{baseline|\\bar R_t} \\right) \
            \\left( 1 - #{probability|\\pi_t(A_t)} \\right) \\\\ \
            #{probability|\\pi_t(A_t)} = \\frac{\\exp(#{hOld|H_t(A_t)})}\
            {#each{choices|\\sum_b| + |\\exp(#{preference|H_t(b)})}}""");

    private final HyperParameter alpha;
    private final Preferences preferences;

    private double alphaUsed;
    private double score;
    private double baselineTerms;

    public GradientBandit(AgentSettings settings) {
        super(settings, Estimates.averages(arms(settings)));
        alpha = settings.hyper(ALPHA);
        var baseline = Preferences.Baseline.valueOf(settings.choice(BASELINE.name()).toUpperCase(Locale.ROOT));
        preferences = new Preferences(environment.arms(), baseline);
    }

    /// An arm as it stood at the choice, and its preference after the update.
    public record Choice(int arm, double preference, double probability, double preferenceNew) {}

    /// The record of one pull.
    ///
    /// @param action A, the arm that was pulled
    /// @param baseline R̄
    /// @param probability π(A) at the choice
    /// @param hOld H(A) before the update
    /// @param hNew H(A) after it
    /// @param choices all arms
    /// @param arms what the arms have paid so far
    public record Pull(
            int action,
            double reward,
            double alpha,
            double baseline,
            double probability,
            double hOld,
            double hNew,
            List<Choice> choices,
            List<Arm> arms)
            implements Pulled {
        @Override
        public Equation equation() {
            return EQUATION;
        }
    }

    @Override
    public void advance() {
        alphaUsed = alpha.value();
        pull(random.categorical(preferences.choose()));
        preferences.update(a, r, alphaUsed);
        score = (a == 0 ? 1 : 0) - preferences.probability(0);
        baselineTerms += preferences.baseline() * score;
        estimates.update(a, r);
    }

    @Override
    public Pull event() {
        var choices = new ArrayList<Choice>();
        for (int arm = 0; arm < environment.arms(); arm++) {
            choices.add(new Choice(
                    arm, preferences.hOld(arm), preferences.probability(arm), preferences.h()[arm]));
        }
        return new Pull(
                a,
                r,
                alphaUsed,
                preferences.baseline(),
                preferences.probability(a),
                preferences.hOld(a),
                preferences.h()[a],
                List.copyOf(choices),
                arms());
    }

    /// ∂ ln π(A) / ∂ H(0): how this pull would move the first arm's preference, before it is weighed with its worth.
    private double score() {
        return score;
    }

    /// The first component of this pull's estimate of the gradient.
    private double gradient() {
        return (r - preferences.baseline()) * score;
    }

    /// Mean of R̄ ∂ ln π(A)/∂ H(0) so far: 0 in the limit, which is why a baseline changes no gradient on average.
    private double baselineTerm() {
        return pulls() == 0 ? 0 : baselineTerms / pulls();
    }

    @Override
    public List<Series> series() {
        var series = new ArrayList<>(super.series());
        series.add(new Series("gradient", Mark.STEP, this::gradient));
        series.add(new Series("score", Mark.STEP, this::score));
        series.add(new Series("baseline-term", Mark.STEP, this::baselineTerm));
        return List.copyOf(series);
    }

    /// H by arm, a fresh array.
    public double[] preferences() {
        return preferences.h().clone();
    }

    @Override
    double[] probabilities() {
        var next = new double[environment.arms()];
        softmax(preferences.h(), 1, next);
        return next;
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        state.part("preferences", preferences);
        score = state.number("score", score);
        baselineTerms = state.number("baselineTerms", baselineTerms);
    }
}
