package rewardscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The language lab without a window.
class LanguageRunTest {
    private static final String SMALL = "layers: 1, width: 8, batch: 8, pre-train-updates: 20, fine-tune-updates: 10, "
            + "labels: 20, tests: 10, reward-updates: 10, iterations: 1, answers: 8, dpo-updates: 5, evaluation: 20";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String agent, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("lab.yaml"),
                "environment: {type: language, world: tiny}\nagent: {" + agent + ", " + SMALL + "}\n");
        var args = new String[2 + more.length];
        args[0] = "run";
        args[1] = file.toString();
        System.arraycopy(more, 0, args, 2, more.length);
        out.reset();
        err.reset();
        return CommandLineApp.run(args, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), Desktop.none("There is no window in a test."));
    }

    @Test
    void thePipelineRunsToItsEndAndReportsEveryStage() throws IOException {
        assertThat(run("type: pipeline")).as("%s", err).isZero();
        var json = new ObjectMapper().readTree(out.toByteArray());
        assertThat(json.get("metrics").fieldNames()).toIterable().contains("quality-base", "quality-sft",
                "quality-ppo", "quality-dpo", "kl-ppo", "kl-dpo", "reward-ppo", "reward-dpo",
                "reward-held-out-accuracy", "ppo-total-variation", "dpo-total-variation");
        assertThat(json.get("series").get("pre-train-loss")).hasSize(20);
        assertThat(json.get("series").get("ppo-reward")).hasSize(1);
        assertThat(json.get("diverged").asBoolean()).isFalse();
    }

    @Test
    void aLaterStageBeginsWithModelsThatWereSaved() throws IOException {
        String models = folder.resolve("models").toString();
        String ofReward = SMALL.replace(", iterations: 1, answers: 8, dpo-updates: 5, evaluation: 20", "");
        Path file = Files.writeString(folder.resolve("reward.yaml"),
                "environment: {type: language, world: tiny}\nagent: {type: reward-model, " + ofReward + "}\n");
        assertThat(CommandLineApp.run(new String[] {"run", file.toString(), "--save-models", models},
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                Desktop.none(""))).as("%s", err).isZero();
        assertThat(run("type: pipeline, start-at: rlhf-ppo")).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("the network `sft` is not there");
        assertThat(run("type: pipeline, start-at: rlhf-ppo", "--load-models", models)).as("%s", err).isZero();
        var json = new ObjectMapper().readTree(out.toByteArray());
        assertThat(json.get("metrics").has("quality-base")).isFalse();
        assertThat(json.get("metrics").has("quality-dpo")).isTrue();
        assertThat(run("type: pipeline", "--load-models", folder.resolve("none").toString())).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no folder");
    }
}
