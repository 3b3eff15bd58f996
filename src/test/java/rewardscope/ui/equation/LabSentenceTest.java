package rewardscope.ui.equation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rewardscope.agent.Equation;
import rewardscope.language.stage.LabEvents;
import rewardscope.language.world.WordVocabulary;
import rewardscope.ui.RealRuns;

class LabSentenceTest {
    private static final String DPO = """
            environment: {type: language, world: tiny}
            agent: {type: dpo, layers: 1, heads: 1, width: 8, batch: 4, pre-train-updates: 2, fine-tune-updates: 1,
              labels: 3, tests: 0, dpo-updates: 2, evaluation: 1}
            """;

    private static String after(int acts) {
        var view = RealRuns.frame(DPO, RealRuns.acts(acts)).view();
        return Sentence.of(view.event().orElseThrow(), view.world());
    }

    @Test
    void everyActOfTheLabIsToldInWords() {
        assertThat(after(2)).matches("Minibatch 2 of 2 of pre-training: loss \\d.*\\.");
        for (int acts = 1; acts <= 10; acts++) {
            assertThat(after(acts)).doesNotContain("One act of the algorithm").endsWith(".");
        }
    }

    /// The mark is a token like others to the model; whoever reads the sentence has seen it on the stage as "(end)".
    @Test
    void theEndOfAnAnswerIsNamedAsOnTheStage() {
        var ended = new LabEvents.Said(
                Equation.of("\\log \\pi(y_t)"), 1, 2, 3, 32, "owl ?", 1, WordVocabulary.END_WORD, -0.1, 2, 2.1, 0.9, 0.2,
                List.of(), "dunno <end>", true, false);
        assertThat(LabSentence.of(ended).orElseThrow()).contains("“(end)”").endsWith("and the answer ended.");
    }
}
