package rewardscope.compute.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import rewardscope.compute.TestOpenCl;
import rewardscope.math.RandomStream;

/// Which tiles a device takes is found out with a clock; what it computes with them must not depend on that.
class TuningTest {
    private static final int M = 70;
    private static final int N = 45;
    private static final int K = 150;

    @Test
    void everyTuningGivesTheSameBits() {
        assumeTrue(TestOpenCl.provider().isPresent(), "no OpenCL on this machine");
        var card = new OpenClProvider().cards().getFirst();
        float[] expected = products(card, Tuning.CANDIDATES.getFirst());
        assertThat(expected[0]).isNotZero().isFinite();
        for (Tuning tuning : Tuning.CANDIDATES.subList(1, Tuning.CANDIDATES.size())) {
            assertThat(products(card, tuning)).as("%s", tuning).containsExactly(expected);
        }
    }

    /// A · B, plus Aᵀ · Bᵀ of the same numbers.
    private static float[] products(Card like, Tuning tuning) {
        var card = new Card(like.cl(), like.info(), like.name(), Optional.of(tuning));
        try (var backend = new OpenClBackend("tuned", card.open())) {
            var a = backend.allocate(M * K);
            var b = backend.allocate(K * N);
            var c = backend.allocate(M * N);
            var random = RandomStream.named(1, "tuning");
            backend.upload(numbers(random, M * K), 0, a, 0, M * K);
            backend.upload(numbers(random, K * N), 0, b, 0, K * N);
            backend.matmul(a, false, b, false, c, false, 1, M, N, K);
            backend.matmul(a, true, b, true, c, true, 1, M, N, K);
            float[] result = new float[M * N];
            backend.download(c, 0, result, 0, M * N);
            return result;
        }
    }

    private static float[] numbers(RandomStream random, int count) {
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.gaussian();
        }
        return numbers;
    }
}
