package rewardscope.language.stage;

import java.util.List;
import rewardscope.agent.ParameterSpec.Choice;
import rewardscope.agent.ParameterSpec.Count;
import rewardscope.agent.ParameterSpec.Hyper;
import rewardscope.agent.ParameterSpec.Number;

/// The keys of the agents of the language lab, the same in each of them.
final class Keys {
    // the transformer
    static final Count LAYERS = new Count("layers", 2, 1, 8, "Blocks of attention and MLP, one after the other");
    static final Count HEADS = new Count("heads", 2, 1, 8, "Attention heads in each layer; they divide the width");
    static final Count WIDTH = new Count("width", 48, 4, 256, "Numbers that a token is while it passes through");
    static final Count BATCH = new Count("batch", 32, 2, 256, "Documents or answers in a minibatch");
    static final Count EVALUATION =
            new Count("evaluation", 400, 0, 100_000, "Answers by which the true quality is measured after a stage");

    // pre-training and supervised fine-tuning
    static final Count PRE_TRAIN_UPDATES = new Count("pre-train-updates", 500, 1, 1_000_000, "Minibatches of the corpus");
    static final Hyper PRE_TRAIN_RATE =
            new Hyper("pre-train-rate", "\\alpha", 4e-3, 0, 0.1, "Learning rate of pre-training");
    static final Count DEMONSTRATIONS =
            new Count("demonstrations", 300, 1, 100_000, "Answers that were written to be imitated");
    static final Count FINE_TUNE_UPDATES =
            new Count("fine-tune-updates", 100, 1, 1_000_000, "Minibatches of demonstrations");
    static final Hyper FINE_TUNE_RATE =
            new Hyper("fine-tune-rate", "\\alpha", 1e-3, 0, 0.1, "Learning rate of fine-tuning");

    // feedback
    static final Count LABELS = new Count("labels", 1500, 0, 1_000_000, "Comparisons that simulated annotators make");
    static final Count ANSWERS_PER_LABEL =
            new Count("answers-per-label", 2, 2, 9, "Answers that are compared at once: 2 is a choice, more a ranking");
    static final Choice PAIRS = new Choice("pairs", List.of("different", "sampled"),
            "Which answers are compared: of several the two with the fewest words in common, or any two");
    static final Count TESTS =
            new Count("tests", 200, 0, 100_000, "Held-out comparisons, made by the world's rules");
    static final Count ANNOTATORS = new Count("annotators", 5, 1, 100, "Annotators who share the work");
    static final Number NOISE =
            new Number("noise", 0.5, 0, 100, "How uncertain annotators are: P(A) = sigma((uA - uB)/noise)");
    static final Number LENGTH_BIAS =
            new Number("length-bias", 0, -10, 10, "What annotators like about every word, whatever it says");
    static final Number MALICIOUS = new Number("malicious", 0, 0, 1, "Share of annotators who say the opposite");

    // the reward model
    static final Count REWARD_UPDATES = new Count("reward-updates", 200, 1, 1_000_000, "Minibatches of comparisons");
    static final Choice REWARD_HEAD = new Choice("reward-head", List.of("mean", "last"),
            "The reward of an answer: the mean of its tokens' numbers, or the number after its last token");
    static final Hyper REWARD_RATE =
            new Hyper("reward-rate", "\\alpha", 1e-3, 0, 0.1, "Learning rate of the reward model");

    // reinforcement learning
    static final Choice REWARD = new Choice(
            "reward", List.of("model", "true"), "What is rewarded: the reward model's score, or the true quality");
    static final Number REWARD_SCALE =
            new Number("reward-scale", 1, 1e-6, 1e6, "The reward of an answer is multiplied by this");
    static final Count ITERATIONS = new Count("iterations", 30, 1, 1_000_000, "Batches of answers");
    static final Count ANSWERS = new Count("answers", 64, 2, 10_000, "Answers in a batch");
    static final Count EPOCHS = new Count("epochs", 2, 1, 100, "How often a batch is gone through");
    static final Hyper POLICY_RATE = new Hyper("policy-rate", "\\alpha", 5e-4, 0, 0.1, "Learning rate of the policy");
    static final Hyper VALUE_RATE = new Hyper("value-rate", "\\alpha_v", 1e-3, 0, 0.1, "Learning rate of the critic");
    static final Hyper KL_COEFFICIENT = new Hyper(
            "kl-coefficient", "\\beta", 0.15, 0, 10, "What it costs to leave the reference, for every nat");
    static final Number TARGET_KL = new Number(
            "target-kl", 0, 0, 1000, "Adapt the coefficient until answers are this far from the reference; 0: fixed");
    static final Hyper CLIP =
            new Hyper("clip", "\\varepsilon", 0.2, 0, 1, "How far the ratio may leave 1 before a token stops pulling");
    static final Hyper GAMMA = new Hyper("gamma", "\\gamma", 1, 0, 1, "Discount: what a reward is worth a token later");
    static final Hyper LAMBDA =
            new Hyper("lambda", "\\lambda", 0.95, 0, 1, "Advantages: 0 is the TD error, 1 the Monte Carlo return");

    // direct preference optimisation
    static final Count DPO_UPDATES = new Count("dpo-updates", 120, 1, 1_000_000, "Minibatches of comparisons");
    static final Hyper DPO_RATE = new Hyper("dpo-rate", "\\alpha", 1.5e-4, 0, 0.1, "Learning rate of DPO at its start; it falls to a tenth");
    static final Hyper BETA =
            new Hyper("beta", "\\beta", 0.5, 1e-3, 10, "How dear it is to leave the reference: the smaller, the freer");
    static final Choice DPO_LOSS =
            new Choice("dpo-loss", List.of("sigmoid", "robust", "hinge", "ipo"), "What is made of a margin");
    static final Number SMOOTHING =
            new Number("smoothing", 0, 0, 0.49, "Share of labels that DPO takes to be flipped");

    private Keys() {}
}
