package rewardscope.language.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rewardscope.agent.Schedule;
import rewardscope.agent.Trial;
import rewardscope.language.Worlds;
import rewardscope.nn.TrainingStopped;
import rewardscope.sim.Catalogue;

/// A stage whose weights are no longer numbers ends with a plain sentence, whichever stage it is.
class DivergingStageTest {
    private static final Map<String, Object> SHORT = Map.of(
            "layers", 1, "width", 16, "pre-train-updates", 20, "fine-tune-updates", 10, "labels", 40, "tests", 10,
            "answers", 8, "evaluation", 0);

    @ParameterizedTest
    @CsvSource({
        "pre-train, pre-train, pre-train-rate, policy",
        "fine-tune, fine-tune, fine-tune-rate, policy",
        "reward-model, reward-model, reward-rate, reward",
        "rlhf-ppo, rlhf-ppo, policy-rate, ppo",
        "rlhf-ppo, rlhf-ppo, value-rate, critic",
        "rlhf-reinforce, rlhf-reinforce, policy-rate, reinforce",
        "dpo, dpo, dpo-rate, dpo"
    })
    void saysTheStepTheNetworkAndTheFirstTensor(String type, String stage, String rate, String network) {
        var values = new HashMap<>(SHORT);
        values.put("reward-updates", 10);
        var agent = (Pipeline) Trial.agent(Catalogue.named(type).orElseThrow(), Worlds.spec("tiny"), values, 1);
        while (agent.stages().stream().noneMatch(s -> s.active() && s.name().equals(stage))) {
            agent.advance();
        }
        agent.hyperparameters().change(rate, new Schedule.Constant(Double.POSITIVE_INFINITY));
        var stopped = catchThrowableOfType(TrainingStopped.class, () -> {
            for (int act = 0; act < 2000; act++) {
                agent.advance();
            }
        });
        assertThat(stopped).as("the run stopped").isNotNull();
        assertThat(stopped.getMessage())
                .matches("Step \\d+ stopped: (the loss|a gradient) of the network `" + network
                        + "` is not a finite number\\. The first tensor concerned is [a-z0-9.]+\\. "
                        + "Try a smaller learning rate\\.");
        assertThat(stopped.step()).isPositive();
    }
}
