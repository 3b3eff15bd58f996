package rewardscope.language.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rewardscope.agent.Mark;
import rewardscope.agent.Trial;
import rewardscope.language.Worlds;
import rewardscope.language.feedback.Feedback;
import rewardscope.language.world.Prompt;
import rewardscope.math.Snapshot;
import rewardscope.sim.Catalogue;

class PipelineTest {
    private static final Map<String, Object> SHORT = Map.ofEntries(
            Map.entry("layers", 1),
            Map.entry("width", 16),
            Map.entry("pre-train-updates", 60),
            Map.entry("fine-tune-updates", 30),
            Map.entry("labels", 60),
            Map.entry("tests", 20),
            Map.entry("reward-updates", 20),
            Map.entry("iterations", 2),
            Map.entry("answers", 8),
            Map.entry("dpo-updates", 5),
            Map.entry("evaluation", 40));

    @TempDir
    Path folder;

    private static Pipeline agent(String type, String world, Map<String, Object> values, long seed) {
        return (Pipeline) Trial.agent(Catalogue.named(type).orElseThrow(), Worlds.spec(world), values, seed);
    }

    private static Pipeline finished(Pipeline agent) {
        while (!agent.finished()) {
            agent.advance();
        }
        return agent;
    }

    @Test
    void everyStageLeavesItsModelAndItsMeasures() {
        var agent = finished(agent("pipeline", "tiny", SHORT, 1));
        assertThat(agent.models()).contains("base", "sft", "ppo", "dpo");
        assertThat(agent.stages()).allMatch(LanguageLab.StageState::finished);
        assertThat(agent.labels()).hasSize(60);
        assertThat(agent.metrics()).containsKeys("quality-base", "quality-sft", "quality-ppo", "quality-dpo",
                "quality-sft-interval", "reward-held-out-accuracy", "reward-calibration-error", "agreement", "ppo-kl",
                "ppo-reward", "dpo-margin");
        var prompt = agent.world().prompts().getFirst();
        var tokens = agent.inspect("ppo", prompt, "fish please").orElseThrow();
        assertThat(tokens).hasSize(3).allMatch(t -> Double.isFinite(t.value()) && Double.isFinite(t.reward())
                && Math.abs(t.logRatio() - (t.logp() - t.refLogp())) < 1e-12);
        assertThat(agent.inspect("ppo", prompt, "caviar please")).isEmpty();
        assertThat(agent.reward(prompt, "fish please")).hasValue(tokens.getLast().reward());
    }

    @Test
    void lookingLeavesTheRunAlone() {
        var watched = agent("rlhf-ppo", "tiny", SHORT, 2);
        var unwatched = agent("rlhf-ppo", "tiny", SHORT, 2);
        for (int act = 0; act < 400; act++) {
            watched.advance();
            unwatched.advance();
            if (act % 50 == 0) {
                Prompt prompt = watched.world().prompts().getLast();
                for (String model : watched.models()) {
                    watched.write(model, prompt, 1, act);
                    watched.inspect(model, prompt, "dunno");
                    watched.closedForm(model, prompt);
                }
                watched.reward(prompt, "dunno");
            }
        }
        assertThat(Snapshot.of(watched)).isEqualTo(Snapshot.of(unwatched));
    }

    @Test
    void whatAPersonSaysTrainsTheRewardModelAndDpo() {
        var values = new HashMap<>(SHORT);
        values.put("labels", 0);
        values.put("reward-updates", 60);
        var agent = agent("reward-model", "tiny", values, 3);
        var cat = agent.world().prompts().getFirst();
        for (int i = 0; i < 10; i++) {
            agent.label(new Feedback.Choice(cat.text(), "fish bah", "fish please", Feedback.Verdict.A, "me"));
        }
        finished(agent);
        assertThat(agent.reward(cat, "fish bah").orElseThrow())
                .as("a taste that no simulated annotator has")
                .isGreaterThan(agent.reward(cat, "fish please").orElseThrow());
    }

    @Test
    void aCorrectionIsImitated() {
        var values = new HashMap<>(SHORT);
        values.put("demonstrations", 1);
        values.put("fine-tune-updates", 100);
        var agent = agent("fine-tune", "tiny", values, 3);
        var cat = agent.world().prompts().getFirst();
        for (int i = 0; i < 30; i++) {
            agent.label(new Feedback.Correction(cat.text(), "fish", "owl owl", "me"));
        }
        finished(agent);
        assertThat(agent.write("sft", cat, 0, 1).answer()).isEqualTo("owl owl");
        assertThat(agent.write("base", cat, 0, 1).answer()).isNotEqualTo("owl owl");
    }

    @Test
    void modelsAndLabelsAreSavedAndLoaded() throws IOException {
        var agent = finished(agent("pipeline", "tiny", SHORT, 4));
        agent.save(folder.resolve("mine"));
        assertThat(folder.resolve("mine").toFile().list()).contains("sft.safetensors", "reward.safetensors",
                "vocabulary.txt", "labels.jsonl");
        var other = agent("pipeline", "tiny", SHORT, 5);
        other.load(folder.resolve("mine"));
        var cat = agent.world().prompts().getFirst();
        assertThat(other.labels()).isEqualTo(agent.labels());
        assertThat(other.models()).contains("base", "sft", "ppo", "dpo");
        for (String model : agent.models()) {
            assertThat(other.write(model, cat, 1, 9)).isEqualTo(agent.write(model, cat, 1, 9));
        }
        assertThat(other.reward(cat, "fish").orElseThrow()).isCloseTo(agent.reward(cat, "fish").orElseThrow(),
                within(1e-5));

        var wider = new HashMap<>(SHORT);
        wider.put("width", 32);
        var wide = agent("pipeline", "tiny", wider, 5);
        var before = Snapshot.of(wide);
        assertThatThrownBy(() -> wide.load(folder.resolve("mine"))).hasMessageContaining("another shape");
        assertThat(Snapshot.of(wide)).isEqualTo(before);
        Files.writeString(folder.resolve("mine/vocabulary.txt"), "<end>\nhello\n");
        assertThatThrownBy(() -> other.load(folder.resolve("mine"))).hasMessageContaining("other words");
    }

    @Test
    void tokensAnswersAndBatchesAreMarked() {
        var agent = agent("rlhf-ppo", "tiny", SHORT, 6);
        int steps = 0;
        int episodes = 0;
        int batches = 0;
        while (!agent.finished()) {
            agent.advance();
            boolean ppo = agent.stages().stream().anyMatch(s -> s.active() && s.name().equals("rlhf-ppo"));
            steps += (agent.marks() & Mark.STEP) != 0 ? 1 : 0;
            episodes += (agent.marks() & Mark.EPISODE) != 0 ? 1 : 0;
            batches += ppo && (agent.marks() & Mark.UPDATE) != 0 ? 1 : 0;
        }
        assertThat(episodes).isEqualTo(2 * 8);
        assertThat(steps).isBetween(episodes, 4 * episodes);
        assertThat(batches).isEqualTo(2);
    }

    /// With as many labels as a class gives in five minutes, and otherwise as everything is by default. The 600 held-out pairs are drawn as the labelled ones, on
    /// prompts that nobody labelled: a share of 0.7 among them has a standard error of 0.02.
    @Tag("soak")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void sixtyLabelsAreEnoughToBeatChanceClearly(long seed) {
        assertThat(fromSixtyLabels(seed)).isGreaterThanOrEqualTo(0.65);
    }

    /// The mean over twelve other seeds, less its 95 % interval. One of them alone may miss: sixty noisy labels can be
    /// unlucky ones (seed 21 comes to 0.55).
    @Tag("soak")
    @Test
    void sixtyLabelsAreEnoughOnAverageOfOtherSeedsToo() {
        double[] shares = LongStream.rangeClosed(11, 22).mapToDouble(PipelineTest::fromSixtyLabels).toArray();
        double mean = Arrays.stream(shares).average().orElseThrow();
        double squares = Arrays.stream(shares).map(x -> (x - mean) * (x - mean)).sum();
        double interval = 2.201 * Math.sqrt(squares / 11 / 12); // Student's t with 11 degrees of freedom
        assertThat(mean - interval).as("%s", Arrays.toString(shares)).isGreaterThan(0.65);
    }

    private static double fromSixtyLabels(long seed) {
        var agent = finished(agent("reward-model", "village",
                Map.of("labels", 60, "tests", 600), seed));
        return agent.metrics().getOrDefault("reward-held-out-accuracy", 0.0);
    }

    /// Every step of the whole way improves the true quality, by more than its 95 % interval, with the default settings.
    @Tag("soak")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void trueQualityRisesAtEveryStep(long seed) {
        var values = new HashMap<String, Object>();
        values.put("evaluation", 2000);
        var metrics = finished(agent("pipeline", "village", values, seed)).metrics();
        assertRises(metrics, "base", "sft");
        assertRises(metrics, "sft", "ppo");
        assertRises(metrics, "sft", "dpo");
    }

    private static void assertRises(Map<String, Double> metrics, String from, String to) {
        double rise = metrics.getOrDefault("quality-" + to, 0.0) - metrics.getOrDefault("quality-" + from, 1.0);
        double interval = Math.hypot(
                metrics.getOrDefault("quality-" + from + "-interval", 1.0),
                metrics.getOrDefault("quality-" + to + "-interval", 1.0));
        assertThat(rise).as("from %s to %s, %s", from, to, metrics).isGreaterThan(interval);
    }
}
