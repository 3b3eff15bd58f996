package rewardscope.compute.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    void theFastestTilesAreFoundOnceAndRemembered(@TempDir Path folder) {
        assumeTrue(TestOpenCl.provider().isPresent(), "no OpenCL on this machine");
        var cl = new TroubledBinding();
        var cache = new TuningCache(folder);
        var found = cl.devices().getFirst();
        var card = new Card(cl, found, "it", Optional.empty(), cache);
        card.open().close();
        assertThat(cl.programs).hasValue(Tuning.CANDIDATES.size());
        assertThat(cache.read(found)).contains(card.tuning());
        assertThat(cl.buffers).hasValue(0);
        assertThat(cl.kernels).hasValue(0);

        var again = new Card(cl, found, "it", Optional.empty(), cache);
        again.open().close();
        assertThat(cl.programs).as("none was tried again").hasValue(Tuning.CANDIDATES.size() + 1);
        assertThat(again.tuning()).isEqualTo(card.tuning());
    }

    private static Binding.DeviceInfo device(String description) {
        return new Binding.DeviceInfo(1, 2, description, 1 << 30, false);
    }

    @Test
    void whatIsRememberedIsOfOneDeviceWithOneDriver(@TempDir Path folder) throws IOException {
        var cache = new TuningCache(folder.resolve("new"));
        var card = device("Card (Maker, 8.0 GB, driver 1.0)");
        assertThat(cache.read(card)).isEmpty();
        for (Tuning tuning : Tuning.CANDIDATES) {
            cache.write(card, tuning);
            assertThat(cache.read(card)).contains(tuning);
        }
        assertThat(cache.read(device("Card (Maker, 8.0 GB, driver 1.1)"))).isEmpty();
        var twin = device("Other");
        Files.copy(cache.file(card), cache.file(twin)); // as if both descriptions had the same hash
        assertThat(cache.read(twin)).isEmpty();
    }

    @Test
    void aDamagedFileIsAsGoodAsNone(@TempDir Path folder) throws IOException {
        var cache = new TuningCache(folder);
        var card = device("Card");
        for (String damage : List.of("", "Card", "Card\n", "Card\n1 2 3", "Card\n64 64 16 8", "3", "Card\n64 64 16 8 8\n?")) {
            Files.writeString(cache.file(card), damage);
            assertThat(cache.read(card)).as(damage).isEmpty();
        }
        Files.write(cache.file(card), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(cache.read(card)).isEmpty();
        Files.delete(cache.file(card));
        Files.createDirectory(cache.file(card));
        assertThat(cache.read(card)).isEmpty();
        cache.write(card, Tuning.PROCESSOR); // there is a folder in its place: nothing is remembered, nothing thrown
        assertThat(cache.read(card)).isEmpty();
    }

    /// A · B, plus Aᵀ · Bᵀ of the same numbers.
    private static float[] products(Card like, Tuning tuning) {
        var card = new Card(like.cl(), like.info(), like.name(), Optional.of(tuning), new TuningCache(Path.of("nowhere")));
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
