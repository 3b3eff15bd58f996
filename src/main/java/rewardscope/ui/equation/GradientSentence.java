package rewardscope.ui.equation;

import java.util.Optional;
import rewardscope.agent.StepEvent;
import rewardscope.agent.approximation.DqnEvents;
import rewardscope.agent.gradient.BatchAgent.AdvantageEstimation;
import rewardscope.agent.gradient.BatchAgent.Estimate;
import rewardscope.agent.gradient.Ppo;
import rewardscope.agent.gradient.PpoPenalty;
import rewardscope.agent.gradient.Reinforce;
import rewardscope.agent.gradient.ReinforceBaseline;
import rewardscope.agent.gradient.TrpoEvents;

/// What an update of a network did, in words: "Epoch 1 of 10, minibatch 3 of 8: 5 of 64 samples clipped, ...". It tells
/// what the equation beside it has no room for.
final class GradientSentence {
    private GradientSentence() {}

    /// @return empty for an event that is no such update
    static Optional<String> of(StepEvent event) {
        return Optional.ofNullable(switch (event) {
            case AdvantageEstimation e -> estimated(e);
            case Ppo.Optimisation e -> part(e.epoch(), e.epochs(), e.minibatch(), e.minibatches()) + ": "
                    + e.samples().stream().filter(sample -> !sample.active()).count() + " of " + e.samples().size()
                    + " samples clipped, " + moved(e.kl(), e.gradientNorm())
                    + (e.stopped() ? " That is too far: this update was left out, and the epochs end." : "");
            case PpoPenalty.Optimisation e -> part(e.epoch(), e.epochs(), e.minibatch(), e.minibatches()) + ": "
                    + moved(e.kl(), e.gradientNorm());
            case PpoPenalty.Adaptation e -> adapted(e);
            case TrpoEvents.NaturalGradient e -> "Conjugate gradients found the natural gradient in "
                    + (e.residuals().size() - 1) + " iterations: the residual fell from "
                    + Figures.brief(e.residuals().getFirst()) + " to " + Figures.brief(e.residuals().getLast()) + ".";
            case TrpoEvents.LineSearch e -> searched(e);
            case TrpoEvents.ValueFit e -> "Epoch " + (e.epoch() + 1) + ", minibatch " + (e.minibatch() + 1)
                    + " of the value's fit: loss " + Figures.brief(e.loss()) + ".";
            case Reinforce.Learning e -> "Step " + (e.t() + 1) + " of " + e.length() + " was learned from: "
                    + Figures.brief(e.g()) + " followed" + likelier(e.weight()) + ".";
            case ReinforceBaseline.Learning e -> "Step " + (e.t() + 1) + " of " + e.length() + " was learned from: "
                    + Figures.brief(e.g()) + " followed, expected was " + Figures.brief(e.v()) + likelier(e.weight()) + ".";
            case DqnEvents.Learning e -> e.samples().size() + " transitions were replayed: loss " + Figures.brief(e.loss())
                    + ", gradient of length " + Figures.brief(e.gradientNorm()) + ".";
            case DqnEvents.Copy e -> "The target network became a copy of the network, after " + e.updates()
                    + (e.updates() == 1 ? " minibatch." : " minibatches.");
            default -> null;
        });
    }

    private static String estimated(AdvantageEstimation e) {
        var range = e.estimates().stream().mapToDouble(Estimate::advantage).summaryStatistics();
        long ended = e.estimates().stream().filter(Estimate::terminated).count();
        long cutOff = e.estimates().stream().filter(Estimate::truncated).count();
        return "Advantages of " + e.estimates().size() + " steps, from " + Figures.brief(range.getMin())
                + " to " + Figures.brief(range.getMax()) + "; " + episodes(ended) + " ended"
                + (cutOff == 0 ? "." : ", " + cutOff + (cutOff == 1 ? " was cut off." : " were cut off."));
    }

    private static String episodes(long n) {
        return n == 1 ? "1 episode" : n + " episodes";
    }

    private static String part(int epoch, int epochs, int minibatch, int minibatches) {
        return "Epoch " + (epoch + 1) + " of " + epochs + ", minibatch " + (minibatch + 1) + " of " + minibatches;
    }

    /// @param kl from the policy that collected the batch
    private static String moved(double kl, double gradientNorm) {
        return "KL " + Figures.brief(kl) + ", gradient of length " + Figures.brief(gradientNorm) + ".";
    }

    private static String adapted(PpoPenalty.Adaptation e) {
        String so = e.factor() > 1
                ? "too far, so the penalty's weight is doubled."
                : e.factor() < 1 ? "less than it may, so the penalty's weight is halved." : "and the penalty's weight stays.";
        return "Over the batch the policy moved by a KL of " + Figures.brief(e.kl()) + ", where "
                + Figures.brief(e.targetKl()) + " is wanted: " + so;
    }

    private static String searched(TrpoEvents.LineSearch e) {
        String end = e.accepted() ? "kept" : e.kl() > e.maxKl() ? "too far" : "nothing gained";
        return "Try " + (e.attempt() + 1) + ", " + (e.attempt() == 0 ? "the whole" : Figures.brief(e.fraction()) + " of the")
                + " step: objective " + (e.improvement() < 0 ? "" : "+") + Figures.brief(e.improvement()) + ", KL "
                + Figures.brief(e.kl()) + " of at most " + Figures.brief(e.maxKl()) + ": " + end + ".";
    }

    private static String likelier(double weight) {
        return weight > 0
                ? ", so what was done becomes likelier"
                : weight < 0 ? ", so what was done becomes less likely" : ", so nothing changes";
    }
}
