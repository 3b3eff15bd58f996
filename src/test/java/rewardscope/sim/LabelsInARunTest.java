package rewardscope.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rewardscope.agent.ParameterSpec;
import rewardscope.language.feedback.Feedback;
import rewardscope.language.stage.LanguageLab;
import rewardscope.language.stage.Question;
import rewardscope.language.stage.SavedModels;
import rewardscope.math.Snapshot;
import rewardscope.ui.RealRuns;

/// What people say is part of a run: it is given again at its act on every replay.
class LabelsInARunTest {
    private static final String TINY = """
            environment: {type: language, world: tiny}
            agent: {type: reward-model, layers: 1, width: 8, batch: 4, pre-train-updates: 20, fine-tune-updates: 10,
                    labels: 0, tests: 10, reward-updates: 30}
            """;

    private static Intervention says(String better, String worse) {
        return new Intervention.Label(choice(better, worse));
    }

    private static Feedback choice(String better, String worse) {
        return new Feedback.Choice("cat ?", better, worse, Feedback.Verdict.A, "class");
    }

    private static LanguageLab lab(Timeline timeline) {
        return (LanguageLab) timeline.present().agent();
    }

    private static void advance(Timeline timeline, int acts) {
        for (int i = 0; i < acts; i++) {
            timeline.advance();
        }
    }

    @Test
    void labelsAndWhatWasTakenBackAreReplayedBitForBit() {
        try (var timeline = new Timeline(RealRuns.experiment(TINY))) {
            advance(timeline, 42); // past the ten tests of the stage `label`
            timeline.intervene(says("fish please", "fish bah"));
            timeline.intervene(says("fish bah", "dunno"));
            timeline.intervene(new Intervention.Retraction(choice("fish bah", "dunno")));
            advance(timeline, 5);
            timeline.intervene(says("fish", "owl owl")); // as many labels as before, but others
            timeline.intervene(new Intervention.Retraction(choice("fish please", "fish bah")));
            advance(timeline, 10);
            assertThat(lab(timeline).labels()).containsExactly(choice("fish", "owl owl"));
            var state = Snapshot.of(timeline.present());
            String event = timeline.event().orElseThrow().toString();

            timeline.seek(41);
            assertThat(lab(timeline).labels()).isEmpty();
            timeline.seek(44);
            assertThat(lab(timeline).labels()).containsExactly(choice("fish please", "fish bah"));
            timeline.seek(timeline.head());
            assertThat(Snapshot.of(timeline.present())).isEqualTo(state);
            assertThat(timeline.event().orElseThrow()).hasToString(event);
        }
    }

    @Test
    void theRewardModelLearnsFromTheClassAlone() {
        try (var timeline = new Timeline(RealRuns.experiment(TINY))) {
            advance(timeline, 40);
            timeline.intervene(says("fish please", "fish bah"));
            advance(timeline, 30);
            var prompt = lab(timeline).world().prompts().getFirst();
            assertThat(lab(timeline).reward(prompt, "fish please").orElseThrow())
                    .isGreaterThan(lab(timeline).reward(prompt, "fish bah").orElseThrow());
        }
    }

    @Test
    void aRunBeginsWithSavedModelsAndTheyAreThereAgainOnEveryReplay(@TempDir Path folder) throws IOException {
        var experiment = RealRuns.experiment(TINY);
        try (var first = new Timeline(experiment)) {
            advance(first, 40);
            first.intervene(says("fish please", "fish bah"));
            lab(first).save(folder);
        }
        var saved = SavedModels.read(folder);
        var options = ((ParameterSpec.Choice) experiment.agentType().parameter("start-at").orElseThrow()).options();
        String next = saved.nextStage(options).orElseThrow();
        assertThat(next).isEqualTo("label");
        try (var second = new Timeline(experiment.withAgentValue("start-at", next))) {
            second.intervene(new Intervention.ModelsTaken(saved));
            Files.delete(folder.resolve("sft.safetensors")); // what was taken stays
            advance(second, 20);
            assertThat(lab(second).labels()).containsExactly(choice("fish please", "fish bah"));
            assertThat(lab(second).stages().getLast().active()).isTrue();
            var state = Snapshot.of(second.present());
            second.seek(0);
            assertThat(lab(second).models()).contains("sft");
            second.seek(20);
            assertThat(Snapshot.of(second.present())).isEqualTo(state);
        }
    }

    @Test
    void modelsThatDoNotFitChangeNothingAndAreNotTriedAgain(@TempDir Path folder) throws IOException {
        try (var first = new Timeline(RealRuns.experiment(TINY.replace("width: 8", "width: 12")))) {
            advance(first, 31);
            lab(first).save(folder);
        }
        try (var second = new Timeline(RealRuns.experiment(TINY))) {
            advance(second, 3);
            var state = Snapshot.of(second.present());
            var taken = new Intervention.ModelsTaken(SavedModels.read(folder));
            assertThatThrownBy(() -> second.intervene(taken)).hasMessageContaining("is of another shape");
            assertThat(Snapshot.of(second.present())).isEqualTo(state);
            second.seek(1);
            second.seek(3);
            advance(second, 2);
        }
    }

    @Test
    void everyFifthQuestionIsPutToEverybodyAndAllComeAgainForTheSameSeed() {
        try (var timeline = new Timeline(RealRuns.experiment(TINY))) {
            advance(timeline, 35);
            var lab = lab(timeline);
            var state = Snapshot.of(timeline.present());
            for (int n = 1; n <= 10; n++) {
                var ann = Question.ask(lab, "sft", 1, "ann", n, 2);
                assertThat(ann).isEqualTo(Question.ask(lab, "sft", 1, "ann", n, 2));
                assertThat(ann.equals(Question.ask(lab, "sft", 1, "ben", n, 2))).isEqualTo(n % 5 == 0);
            }
            assertThat(Question.ask(lab, "sft", 1, "ann", 3, 4).answers()).doesNotHaveDuplicates().hasSize(4);
            assertThat(List.of(Snapshot.of(timeline.present()))).as("asking leaves the run alone").containsExactly(state);
        }
    }
}
