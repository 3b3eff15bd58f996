package rewardscope.language.stage;

import java.util.List;
import java.util.Locale;
import rewardscope.agent.ParameterSpec;

/// What an agent of the language lab can be put together from, with the keys of each part.
enum Part {
    PRE_TRAIN(List.of(Keys.PRE_TRAIN_UPDATES, Keys.PRE_TRAIN_RATE)),
    FINE_TUNE(List.of(Keys.DEMONSTRATIONS, Keys.FINE_TUNE_UPDATES, Keys.FINE_TUNE_RATE)),
    LABEL(List.of(
            Keys.LABELS,
            Keys.ANSWERS_PER_LABEL,
            Keys.PAIRS,
            Keys.TESTS,
            Keys.ANNOTATORS,
            Keys.NOISE,
            Keys.LENGTH_BIAS,
            Keys.MALICIOUS)),
    REWARD_MODEL(List.of(Keys.REWARD_UPDATES, Keys.REWARD_RATE, Keys.REWARD_HEAD)),
    PPO(List.of(
            Keys.REWARD,
            Keys.REWARD_SCALE,
            Keys.ITERATIONS,
            Keys.ANSWERS,
            Keys.EPOCHS,
            Keys.POLICY_RATE,
            Keys.VALUE_RATE,
            Keys.KL_COEFFICIENT,
            Keys.TARGET_KL,
            Keys.CLIP,
            Keys.GAMMA,
            Keys.LAMBDA)),
    REINFORCE(List.of(
            Keys.REWARD,
            Keys.REWARD_SCALE,
            Keys.ITERATIONS,
            Keys.ANSWERS,
            Keys.POLICY_RATE,
            Keys.KL_COEFFICIENT,
            Keys.TARGET_KL)),
    DPO(List.of(Keys.DPO_UPDATES, Keys.DPO_RATE, Keys.BETA, Keys.DPO_LOSS, Keys.SMOOTHING)),
    EVALUATE_BASE(List.of(Keys.EVALUATION)),
    EVALUATE_SFT(List.of(Keys.EVALUATION)),
    EVALUATE_PPO(List.of(Keys.EVALUATION)),
    EVALUATE_REINFORCE(List.of(Keys.EVALUATION)),
    EVALUATE_DPO(List.of(Keys.EVALUATION));

    private final List<ParameterSpec> keys;

    Part(List<ParameterSpec> keys) {
        this.keys = keys;
    }

    List<ParameterSpec> keys() {
        return keys;
    }

    /// As `start-at` calls it; evaluations belong to the stage before them.
    String stageName() {
        return switch (this) {
            case PPO -> "rlhf-ppo";
            case REINFORCE -> "rlhf-reinforce";
            default -> name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    boolean evaluates() {
        return keys.contains(Keys.EVALUATION);
    }

    Stage create(Lab lab, int number) {
        return switch (this) {
            case PRE_TRAIN -> new TokenTraining(lab, number, false);
            case FINE_TUNE -> new TokenTraining(lab, number, true);
            case LABEL -> new Labelling(lab, number);
            case REWARD_MODEL -> new RewardModelling(lab, number);
            case PPO -> new RlhfPpo(lab, number);
            case REINFORCE -> new RlhfReinforce(lab, number);
            case DPO -> new Dpo(lab, number);
            case EVALUATE_BASE -> new Evaluation(lab, number, "base");
            case EVALUATE_SFT -> new Evaluation(lab, number, "sft");
            case EVALUATE_PPO -> new Evaluation(lab, number, "ppo");
            case EVALUATE_REINFORCE -> new Evaluation(lab, number, "reinforce");
            case EVALUATE_DPO -> new Evaluation(lab, number, "dpo");
        };
    }
}
