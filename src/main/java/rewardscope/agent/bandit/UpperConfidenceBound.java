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

/// The arm that could be best, given how little is known about it: optimism in the face of uncertainty.
///
/// A ← argmax_a [ Q(a) + c √(ln t / N(a)) ];  an arm that was never pulled comes first
///
/// Sutton & Barto, 2nd edition, section 2.7, equation 2.10. One act is one pull.
public final class UpperConfidenceBound extends BanditAgent {
    static final ParameterSpec.Hyper C = new ParameterSpec.Hyper(
            "c", "c", 2, 0, 100, "Confidence: how much an arm that was rarely pulled is given the benefit of the doubt");

    public static final AgentType TYPE = new AgentType(
            "ucb",
            "Upper confidence bound",
            Family.BANDIT,
            List.of(C, Estimates.ALPHA, ParameterSpec.INITIAL),
            BanditAgent::needsArms,
            UpperConfidenceBound::new);

    private static final String SCORE =
            """
            #{score|U_t(A_t)} = #{qOld|Q_t(A_t)} + #{c|c} \\sqrt{\\frac{\\ln(#{time|t})}{#{countBefore|N_t(A_t)}}}\
            \\\\""";

    private static final Equation AVERAGE = Equation.of(SCORE + Estimates.AVERAGE);
    private static final Equation CONSTANT_STEP = Equation.of(SCORE + Estimates.CONSTANT_STEP);
    private static final Equation FIRST_AVERAGE = Equation.of(Estimates.AVERAGE);
    private static final Equation FIRST_CONSTANT_STEP = Equation.of(Estimates.CONSTANT_STEP);

    private final HyperParameter c;
    private final double[] scores;

    private double cUsed;
    private long time;

    public UpperConfidenceBound(AgentSettings settings) {
        super(settings, Estimates.of(arms(settings), settings));
        c = settings.hyper(C);
        scores = new double[environment.arms()];
    }

    /// The record of one pull.
    ///
    /// @param action A, the arm that was pulled
    /// @param time t: the number of this pull, counted from 1
    /// @param countBefore N(A) before this pull
    /// @param score the upper confidence bound by which A was chosen; infinite if it was never pulled before
    /// @param count N(A), this pull included
    /// @param bounds the upper confidence bound of every arm at the choice
    /// @param arms how all arms stand after it
    public record Pull(
            int action,
            double reward,
            long time,
            double c,
            int countBefore,
            double score,
            int count,
            boolean constantStep,
            double stepSize,
            double qOld,
            double qNew,
            List<Double> bounds,
            List<Arm> arms)
            implements Pulled {
        @Override
        public Equation equation() {
            if (countBefore == 0) {
                return constantStep ? FIRST_CONSTANT_STEP : FIRST_AVERAGE;
            }
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

    /// Q + c √(ln t / N): what an arm could well be worth.
    static double bound(double q, double c, long t, int n) {
        return n == 0 ? Double.POSITIVE_INFINITY : q + c * Math.sqrt(Math.log(t) / n);
    }

    @Override
    public void advance() {
        cUsed = c.value();
        time = pulls() + 1;
        findBounds(cUsed, time);
        pull(random.argmax(scores));
        estimates.update(a, r);
    }

    private void findBounds(double c, long t) {
        for (int arm = 0; arm < scores.length; arm++) {
            scores[arm] = bound(estimates.q(arm), c, t, estimates.n(arm));
        }
    }

    @Override
    public Pull event() {
        var bounds = new ArrayList<Double>();
        for (double score : scores) {
            bounds.add(score);
        }
        return new Pull(
                a,
                r,
                time,
                cUsed,
                estimates.n(a) - 1,
                scores[a],
                estimates.n(a),
                estimates.constantStep(),
                estimates.stepSize(),
                estimates.qOld(),
                estimates.qNew(),
                List.copyOf(bounds),
                arms());
    }

    @Override
    double[] probabilities() {
        var next = new double[environment.arms()];
        for (int arm = 0; arm < next.length; arm++) {
            next[arm] = bound(estimates.q(arm), c.value(), pulls() + 1, estimates.n(arm));
        }
        return greedyProbabilities(next);
    }
}
