package rewardscope.ui.equation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
}
