package rewardscope.ui.equation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rewardscope.ui.RealRuns;

class GradientSentenceTest {
    private static String run(String agent) {
        return "environment: {type: cart-pole}\nagent: {" + agent + ", hidden: [4]}\n";
    }

    private static String told(String agent, int acts) {
        var view = RealRuns.frame(run(agent), RealRuns.acts(acts)).view();
        return Sentence.of(view.event().orElseThrow(), view.world());
    }

    /// Eight steps, their advantages, and what comes of them.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ppo | Epoch 1 of 2, minibatch 1 of 2: 0 of 4 samples clipped, KL 0, gradient of length .*",
        "ppo-penalty | Epoch 1 of 2, minibatch 1 of 2: KL 0, gradient of length .*",
        "trpo | Conjugate gradients found the natural gradient in \\d+ iterations: the residual fell from .* to .*"
    })
    void aBatchIsToldInWords(String name, String update) {
        String agent = "type: " + name + ", horizon: 8, epochs: 2, minibatches: 2";
        assertThat(told(agent, 9)).matches("Advantages of 8 steps, from .* to .*; \\d episodes? ended.*");
        assertThat(told(agent, 10)).matches(update);
        for (int acts = 11; acts < 16; acts++) {
            assertThat(told(agent, acts)).doesNotContain("One act of the algorithm").endsWith(".");
        }
    }

    @Test
    void learningFromStepsAndFromMemoryIsToldInWords() {
        for (String name : List.of("reinforce", "reinforce-baseline")) {
            var sentences = IntStream.range(1, 60).mapToObj(acts -> told("type: " + name, acts)).toList();
            assertThat(sentences).anyMatch(words -> words.matches("Step 1 of \\d+ was learned from: .*likel.*"));
        }
        var replays = new ArrayList<String>();
        for (int acts = 1; acts < 40; acts++) {
            replays.add(told("type: dqn, warm-up: 4, batch: 4, target-every: 5", acts));
        }
        assertThat(replays)
                .anyMatch(words -> words.startsWith("4 transitions were replayed: loss "))
                .anyMatch(words -> words.equals("The target network became a copy of the network, after 5 minibatches."));
    }
}
