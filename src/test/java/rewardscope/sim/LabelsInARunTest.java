package rewardscope.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rewardscope.language.feedback.Feedback;
import rewardscope.language.stage.LanguageLab;
import rewardscope.language.stage.Question;
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
