package rewardscope.language.stage;

import java.util.List;
import rewardscope.agent.Equation;
import rewardscope.agent.StepEvent;
import rewardscope.language.world.Quality;

/// The records of what the stages of the language lab do. Texts are words with spaces between them.
public final class LabEvents {
    private LabEvents() {}

    /// A token that was to be said.
    ///
    /// @param probability e^logp
    public record TokenLogp(String token, double logp, double probability) {}

    /// One minibatch of pre-training or fine-tuning. All numbers are from before the update.
    ///
    /// @param stage `pre-train` or `fine-tune`
    /// @param update counted from 1
    /// @param meanLogp of all targets of the minibatch
    /// @param gradientNorm before clipping to 1
    /// @param tokensSeen tokens trained on since the beginning of this stage
    /// @param context what stands before the first row's targets
    /// @param tokens the first row's targets
    public record TokenUpdate(
            Equation equation,
            String stage,
            int update,
            int updates,
            double loss,
            double meanLogp,
            double learningRate,
            double gradientNorm,
            long tokensSeen,
            String context,
            int exampleTokens,
            double exampleLoss,
            List<TokenLogp> tokens)
            implements StepEvent {}

    /// One answer whose true quality was measured.
    ///
    /// @param model the network that answered
    /// @param number counted from 1
    /// @param meanQuality of all answers of this network so far
    /// @param interval half the width of its 95 % interval
    public record Answered(
            Equation equation,
            String model,
            int number,
            int answers,
            String prompt,
            boolean heldOut,
            String answer,
            double quality,
            double fluent,
            double helpful,
            double honest,
            double harmless,
            double polite,
            double helpfulWeight,
            double honestWeight,
            double harmlessWeight,
            double politeWeight,
            int words,
            double meanQuality,
            double interval)
            implements StepEvent {}

    /// An answer in a comparison.
    ///
    /// @param rank 1 is the best
    /// @param utility how much the annotator likes it
    public record Compared(String answer, int rank, double utility, Quality quality) {}

    /// One comparison. The equation is about the first two answers as they were shown.
    ///
    /// @param test whether it is kept for testing, and made by the world's rules without noise
    /// @param probability P(A ≻ B) of this annotator
    /// @param chosen whether A, the first answer shown, was preferred to B
    public record Labelled(
            Equation equation,
            int label,
            int labels,
            boolean test,
            String prompt,
            String annotator,
            boolean malicious,
            double noise,
            double sign,
            double utilityA,
            double utilityB,
            double probability,
            boolean chosen,
            List<Compared> answers)
            implements StepEvent {}

    /// One pair of a minibatch of the reward model.
    ///
    /// @param weight its share of the loss
    /// @param probability σ(chosenReward − rejectedReward)
    public record PairReward(
            String prompt,
            String chosen,
            String rejected,
            double chosenReward,
            double rejectedReward,
            double probability,
            double weight,
            double loss) {}

    /// A group of held-out pairs of which the model was about equally sure.
    ///
    /// @param confidence the mean probability that the model gave to what it preferred
    /// @param accuracy the share of pairs in which it was right
    public record Calibration(int pairs, double confidence, double accuracy) {}

    /// One minibatch of the reward model. Rewards are raw: not yet brought to mean 0 and deviation 1.
    ///
    /// @param accuracy the share of this minibatch's pairs that it gets right
    /// @param heldOutAccuracy the same of the held-out pairs when they were last looked at; NaN before
    /// @param calibrationError the mean of |confidence − accuracy| over the held-out pairs
    public record RewardUpdate(
            Equation equation,
            int update,
            int updates,
            double loss,
            double accuracy,
            double learningRate,
            double gradientNorm,
            double chosenReward,
            double rejectedReward,
            double probability,
            List<PairReward> pairs,
            double heldOutAccuracy,
            double calibrationError,
            List<Calibration> calibration)
            implements StepEvent {}

    /// A token that may come next.
    public record Candidate(String token, double logit, double probability) {}

    /// One token that the policy said while it collects a batch of answers.
    ///
    /// @param answer counted from 1
    /// @param position of the token in the answer, from 0
    /// @param logSumExp of all logits
    /// @param entropy of the distribution that it was drawn from, in nats
    /// @param candidates the likeliest tokens
    /// @param said the answer so far, this token included
    public record Said(
            Equation equation,
            int iteration,
            int iterations,
            int answer,
            int answers,
            String prompt,
            int position,
            String token,
            double logp,
            double logit,
            double logSumExp,
            double probability,
            double entropy,
            List<Candidate> candidates,
            String said,
            boolean terminated,
            boolean truncated)
            implements StepEvent {}

    /// One token of an answer with everything that PPO knows about it.
    ///
    /// @param logRatio log π − log π_ref: what the token adds to the KL
    /// @param reward −klCoef · logRatio, and the score on the last token
    /// @param value V before the token was said
    /// @param vNext V after it; 0 behind the last one
    public record TokenScore(
            String token,
            double logp,
            double refLogp,
            double logRatio,
            double reward,
            double value,
            double vNext,
            double delta,
            double advantage,
            double target) {}

    /// One answer of a batch.
    ///
    /// @param score what the reward model (or the true quality) gives to the whole answer
    /// @param kl Σ logRatio
    /// @param penalisedReturn Σ reward
    public record AnswerScore(
            String prompt,
            String answer,
            double score,
            double kl,
            double penalisedReturn,
            Quality quality,
            List<TokenScore> tokens) {}

    /// A term of an advantage.
    ///
    /// @param weight (γλ)^l
    public record Term(double weight, double reward, double gamma, double vNext, double value) {}

    /// The scores of a batch. The equation is about the first token of the first answer, and about its last token.
    public record Scored(
            Equation equation,
            int iteration,
            int iterations,
            double klCoef,
            double gamma,
            double lambda,
            double meanScore,
            double meanKl,
            double meanEntropy,
            double meanQuality,
            double meanWords,
            double lastReward,
            double score,
            double lastLogp,
            double lastRefLogp,
            double advantage,
            List<Term> terms,
            List<AnswerScore> answers)
            implements StepEvent {}

    /// One token of a minibatch.
    public record TokenPull(
            String token,
            double logp,
            double oldLogp,
            double ratio,
            double clippedRatio,
            double advantage,
            double value,
            double target) {}

    /// One minibatch of PPO. The second and third line of the equation are about the first token of its first answer.
    ///
    /// @param approximateKl mean k3 between the policy that answered and the one now
    public record PpoUpdate(
            Equation equation,
            int iteration,
            int iterations,
            int epoch,
            int epochs,
            int minibatch,
            int minibatches,
            double policyRate,
            double valueRate,
            double clip,
            double loss,
            double policyLoss,
            double valueCoef,
            double valueLoss,
            double ratio,
            double logp,
            double oldLogp,
            double objective,
            double advantage,
            double clippedRatio,
            double approximateKl,
            double clipFraction,
            double gradientNorm,
            double valueGradientNorm,
            double klCoef,
            String prompt,
            List<TokenPull> tokens)
            implements StepEvent {}

    /// One token's weight in REINFORCE.
    ///
    /// @param ret what was still to come, from this token on
    public record TokenWeight(String token, double logp, double ret, double baseline, double advantage) {}

    /// One minibatch of REINFORCE; the second line of the equation is about the first answer's first token.
    public record ReinforceUpdate(
            Equation equation,
            int iteration,
            int iterations,
            int minibatch,
            int minibatches,
            double policyRate,
            double klCoef,
            double loss,
            double meanWeightedLogp,
            double ret,
            double baseline,
            double advantage,
            double gradientNorm,
            String prompt,
            List<TokenWeight> tokens)
            implements StepEvent {}

    /// One pair of a minibatch of DPO. Log-probabilities are of whole answers.
    public record PairMargin(
            String prompt,
            String chosen,
            String rejected,
            double chosenLogp,
            double rejectedLogp,
            double refChosenLogp,
            double refRejectedLogp,
            double chosenReward,
            double rejectedReward,
            double margin,
            double weight,
            double loss) {}

    /// One minibatch of DPO. The lines of the equation below the first are about its first pair.
    ///
    /// @param meanChosenReward mean implicit reward of the chosen answers; it can fall while the margin grows
    /// @param accuracy the share of pairs with a positive margin
    public record DpoUpdate(
            Equation equation,
            int update,
            int updates,
            double beta,
            double learningRate,
            double loss,
            double chosenReward,
            double rejectedReward,
            double chosenLogp,
            double rejectedLogp,
            double refChosenLogp,
            double refRejectedLogp,
            double margin,
            double meanChosenReward,
            double meanRejectedReward,
            double meanMargin,
            double accuracy,
            double gradientNorm,
            List<PairMargin> pairs)
            implements StepEvent {}
}
