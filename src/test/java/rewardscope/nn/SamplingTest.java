package rewardscope.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import rewardscope.math.RandomStream;

class SamplingTest {
    private static final float[] LOGITS = {0, (float) Math.log(2), (float) Math.log(4), 0}; // 1/8, 2/8, 4/8, 1/8

    @Test
    void topKKeepsTheLikeliestAndShareOutTheRest() {
        assertThat(new Sampling(1, 2, 1).probabilities(LOGITS, 0, 4)).containsExactly(
                new double[] {0, 1 / 3.0, 2 / 3.0, 0}, within(1e-7));
    }

    @Test
    void topPKeepsTheFewestThatReachIt() {
        assertThat(new Sampling(1, 0, 0.5).probabilities(LOGITS, 0, 4)).containsExactly(0, 0, 1, 0);
        assertThat(new Sampling(1, 0, 0.6).probabilities(LOGITS, 0, 4)).containsExactly(
                new double[] {0, 1 / 3.0, 2 / 3.0, 0}, within(1e-7));
    }

    @Test
    void temperatureSharpensToTheLikeliest() {
        assertThat(Sampling.temperature(0.5).probabilities(LOGITS, 0, 4)).containsExactly(
                new double[] {1 / 22.0, 4 / 22.0, 16 / 22.0, 1 / 22.0}, within(1e-7));
        assertThat(Sampling.temperature(0.01).probabilities(LOGITS, 0, 4)[2]).isCloseTo(1, within(1e-12));
        assertThat(Sampling.GREEDY.probabilities(LOGITS, 0, 4)).containsExactly(0, 0, 1, 0);
    }

    @Property(tries = 300)
    void aDrawIsAlwaysOneOfTheTopK(
            @ForAll @Size(min = 1, max = 20) float[] logits,
            @ForAll @IntRange(min = 1, max = 20) int k,
            @ForAll long seed) {
        int token = new Sampling(1.3, k, 0.9).draw(logits, 0, logits.length, RandomStream.named(seed, "draw"));
        long likelier = 0;
        for (float logit : logits) {
            likelier += logit > logits[token] ? 1 : 0;
        }
        assertThat(likelier).isLessThan(k);
        double[] p = new Sampling(1.3, k, 0.9).probabilities(logits, 0, logits.length);
        assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-12));
    }
}
