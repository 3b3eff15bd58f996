package rewardscope.agent.gradient;

import java.util.List;
import rewardscope.agent.Counted;
import rewardscope.agent.Equation;
import rewardscope.agent.StepEvent;

/// The records of trust region policy optimisation: the natural gradient, a try of the line search, a minibatch of the
/// value's fit.
public final class TrpoEvents {
    private static final Equation NATURAL = Equation.of(
            "#{stepScale|\\beta} = \\sqrt{\\frac{2 \\cdot #{maxKl|\\delta}}{#{curvature|x^\\top F x}}}");
    private static final Equation LINE_SEARCH = Equation.of(
            """
            #{fraction|b^j} = #{backtrack|b}^{#{attempt|j}} \\\\ \
            #{improvement|\\Delta L} = #{surrogateNew|L(\\theta + b^j \\beta x)} - #{surrogateOld|L(\\theta)}""");
    private static final Equation VALUE_FIT = Equation.of(
            """
            #{sampleLoss|L^{V}_1} = \\frac{1}{2} \\left( #{v|V(S_1)} - #{target|\\hat V_1} \\right)^{2}""");

    private TrpoEvents() {}

    /// The record of finding the natural gradient.
    ///
    /// @param surrogate L(θ)
    /// @param entropy mean entropy of the policy that collected the batch
    /// @param gradientNorm ‖g‖
    /// @param residuals ‖g − F x‖ at the start and after every conjugate-gradient iteration
    /// @param curvature xᵀFx, damping included
    /// @param stepScale β
    public record NaturalGradient(
            double surrogate,
            double entropy,
            double gradientNorm,
            List<Double> residuals,
            double maxKl,
            double curvature,
            double stepScale)
            implements StepEvent {
        @Override
        public Equation equation() {
            return NATURAL;
        }
    }

    /// The record of one try of the line search.
    ///
    /// @param attempt j, counted from 0
    /// @param fraction b^j
    /// @param kl mean KL(π_old ‖ π) after the step
    /// @param accepted whether L has grown and KL ≤ δ
    public record LineSearch(
            int attempt,
            double backtrack,
            double fraction,
            double surrogateOld,
            double surrogateNew,
            double improvement,
            double kl,
            double maxKl,
            boolean accepted)
            implements Counted {
        @Override
        public int number() {
            return attempt;
        }

        @Override
        public Equation equation() {
            return LINE_SEARCH;
        }
    }

    /// The record of one minibatch of the value's fit. The equation is its first sample.
    public record ValueFit(
            int epoch, int minibatch, double alpha, double loss, double sampleLoss, double v, double target)
            implements StepEvent {
        @Override
        public Equation equation() {
            return VALUE_FIT;
        }
    }
}
