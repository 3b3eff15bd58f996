package rewardscope.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import abacus.AbacusProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rewardscope.compute.ComputeBackend.Epilogue;
import rewardscope.math.RandomStream;
import rewardscope.nn.Oracle;

/// Every backend found does what `ejml` does, within 2e-5 relative to the size of the sums involved, over random shapes
/// with 0, 1 and odd sizes; and does it to the same bits with one thread and with two.
class BackendContractTest {
    private static final double TOLERANCE = 2e-5;
    private static final int[] SIZES = {0, 1, 2, 3, 5, 7, 8, 9, 15, 16, 17, 31, 33, 48, 50, 67};

    /// Runs one kernel on a backend, on the same random numbers each time; hands every buffer it wrote to `out`.
    interface Kernel {
        void run(Bench bench, int m, int n, int k);
    }

    /// Buffers with reproducible contents on one backend, and what was written to them.
    static final class Bench {
        final ComputeBackend backend;
        final RandomStream random;
        final List<float[]> written = new ArrayList<>();

        Bench(ComputeBackend backend, long seed) {
            this.backend = backend;
            random = RandomStream.named(seed, "contract");
        }

        DeviceBuffer random(int n) {
            var x = new float[n];
            for (int i = 0; i < n; i++) {
                x[i] = (float) random.gaussian();
            }
            DeviceBuffer buffer = backend.allocate(n);
            backend.upload(x, 0, buffer, 0, n);
            return buffer;
        }

        int[] ids(int n, int bound) {
            var ids = new int[n];
            Arrays.setAll(ids, i -> random.below(bound));
            return ids;
        }

        void out(DeviceBuffer... buffers) {
            for (DeviceBuffer buffer : buffers) {
                var x = new float[buffer.length()];
                backend.download(buffer, 0, x, 0, x.length);
                written.add(x);
            }
        }
    }

    static Stream<Kernel> kernels() {
        return Stream.of(
                (b, m, n, k) -> {
                    for (int form = 0; form < 8; form++) {
                        DeviceBuffer c = b.random(2 * m * n);
                        b.backend.matmul(b.random(2 * m * k), (form & 1) != 0, b.random(2 * k * n), (form & 2) != 0, c,
                                (form & 4) != 0, 2, m, n, k);
                        b.out(c);
                        c = b.random(m * n);
                        b.backend.matmul(b.random(m * k), (form & 1) != 0, b.random(k * n), (form & 2) != 0, c,
                                (form & 4) != 0, 1, m, n, k);
                        b.out(c);
                    }
                },
                (b, m, n, k) -> {
                    for (Epilogue epilogue : Epilogue.values()) {
                        DeviceBuffer extra = b.random(m * n);
                        DeviceBuffer y = b.random(m * n);
                        b.backend.linear(b.random(m * k), b.random(n * k), b.random(epilogue == Epilogue.NONE ? 0 : n),
                                epilogue, extra, y, m, k, n);
                        b.out(extra, y);
                    }
                },
                (b, m, n, k) -> {
                    int size = m * n;
                    DeviceBuffer x = b.random(size);
                    DeviceBuffer y = b.random(size);
                    DeviceBuffer z = b.random(size);
                    b.backend.gelu(x, z, size);
                    b.out(z);
                    b.backend.geluBackward(x, y, z, size);
                    b.out(z);
                    b.backend.tanh(x, z, size);
                    b.backend.tanhBackward(z, y, y, size);
                    b.out(z, y);
                    b.backend.relu(x, z, size);
                    b.backend.reluBackward(z, y, y, size);
                    b.out(z, y);
                    b.backend.multiply(x, y, z, size);
                    b.backend.addScaled(0.3f, x, z, size);
                    b.backend.scale(z, 0.7f, size);
                    b.backend.copy(z, x, size);
                    b.backend.fill(z, 2, size / 2);
                    b.out(x, z);
                },
                (b, m, n, k) -> {
                    DeviceBuffer x = b.random(m * n);
                    DeviceBuffer s = b.random(n);
                    b.backend.addColumnSums(x, s, m, n);
                    b.backend.addToRows(s, x, m, n);
                    b.out(x, s);
                    b.written.add(new float[] {
                        (float) b.backend.sum(x, m * n), (float) b.backend.sumOfSquares(x, m * n)
                    });
                    var sums = b.backend.sums(x, m * n, List.of(s, x));
                    assertThat(sums.sum()).isEqualTo(b.backend.sum(x, m * n));
                    assertThat(sums.squares()).isEqualTo(b.backend.sumOfSquares(List.of(s, x)));
                    b.written.add(new float[] {(float) sums.squares()});
                },
                (b, m, n, k) -> {
                    DeviceBuffer y = b.random(m * n);
                    DeviceBuffer dx = b.random(m * n);
                    b.backend.softmax(b.random(m * n), y, m, n);
                    b.backend.softmaxBackward(y, b.random(m * n), dx, m, n);
                    b.out(y, dx);
                    b.backend.logSoftmax(b.random(m * n), y, m, n);
                    b.backend.logSoftmaxBackward(y, b.random(m * n), dx, m, n);
                    b.out(y, dx);
                },
                (b, m, n, k) -> {
                    int[] targets = b.ids(m, n + 1);
                    Arrays.setAll(targets, i -> targets[i] - 1); // −1: does not count
                    DeviceBuffer loss = b.random(m);
                    DeviceBuffer d = b.random(m * n);
                    b.backend.crossEntropy(b.random(m * n), targets, loss, d, m, n);
                    b.out(loss, d);
                },
                (b, m, n, k) -> {
                    DeviceBuffer x = b.random(m * n);
                    DeviceBuffer g = b.random(n);
                    DeviceBuffer y = b.random(m * n);
                    DeviceBuffer mean = b.random(m);
                    DeviceBuffer rstd = b.random(m);
                    b.backend.layerNorm(x, g, b.random(n), y, mean, rstd, m, n);
                    b.out(y, mean);
                    for (boolean add : new boolean[] {true, false}) {
                        DeviceBuffer dx = b.random(m * n);
                        DeviceBuffer dg = b.random(n);
                        DeviceBuffer db = b.random(n);
                        if (n > 1) { // one channel has no variance: 1/σ would blow up what rounding leaves
                            b.backend.layerNormBackward(
                                    x, g, mean, rstd, b.random(m * n), dx, add, dg, db, m, n);
                        }
                        b.out(dx, dg, db);
                    }
                },
                (b, m, n, k) -> {
                    int[] ids = b.ids(m, 6);
                    DeviceBuffer y = b.random(m * n);
                    DeviceBuffer table = b.random(6 * n);
                    b.backend.gather(table, ids, y, m, n);
                    b.backend.scatterAdd(b.random(m * n), ids, table, m, n);
                    b.out(y, table);
                },
                (b, m, n, k) -> {
                    int T = m;
                    int D = Math.max(1, n % 19);
                    int H = 1 + k % 3;
                    DeviceBuffer qkv = b.random(2 * T * 3 * H * D);
                    DeviceBuffer p = b.random(2 * H * T * T);
                    DeviceBuffer y = b.random(2 * T * H * D);
                    b.backend.attention(qkv, p, y, 2, T, H * D, H);
                    b.out(p, y);
                    DeviceBuffer dp = b.random(2 * H * T * T);
                    DeviceBuffer dQkv = b.random(2 * T * 3 * H * D);
                    b.backend.attentionBackward(qkv, p, y, dp, dQkv, 2, T, H * D, H);
                    b.out(dp, dQkv);
                    DeviceBuffer cache = b.random(2 * T * 2 * H * D);
                    for (int t = 0; t < T; t++) {
                        DeviceBuffer one = b.random(2 * H * D);
                        b.backend.attentionStep(b.random(2 * 3 * H * D), cache, one, 2, t, T, H * D, H);
                        b.out(one);
                    }
                },
                (b, m, n, k) -> {
                    DeviceBuffer w = b.random(m * n);
                    DeviceBuffer ms = b.random(m * n);
                    DeviceBuffer vs = b.backend.allocate(m * n);
                    b.backend.adamStep(
                            w, b.random(m * n), ms, vs, m * n, 0.5f, 0.9f, 0.99f, 0.01f, 3.2f, 1e-8f, 0.999f);
                    b.out(w, ms, vs);
                });
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void everyBackendAgreesWithTheReferenceAndWithItselfOnTwoThreads(Kernel kernel) {
        var shapes = RandomStream.named(5, "shapes");
        for (int trial = 0; trial < 60; trial++) {
            int m = SIZES[shapes.below(SIZES.length)] * (trial % 10 == 0 ? 7 : 1);
            int n = SIZES[shapes.below(SIZES.length)];
            int k = SIZES[shapes.below(SIZES.length)] * (trial % 10 == 5 ? 9 : 1);
            List<float[]> expected = run(new EjmlProvider(), 1, kernel, trial, m, n, k);
            for (ComputeProvider provider : providers()) {
                String shape = provider.name() + " m=" + m + " n=" + n + " k=" + k;
                List<float[]> actual = run(provider, 1, kernel, trial, m, n, k);
                assertClose(shape, actual, expected, Math.sqrt(Math.max(1, Math.max(k, m))));
                List<float[]> twoThreads = run(provider, 2, kernel, trial, m, n, k);
                for (int i = 0; i < actual.size(); i++) {
                    assertThat(twoThreads.get(i)).as(shape + ", two threads").isEqualTo(actual.get(i));
                }
            }
        }
    }

    /// Those of the application, OpenCL where there is one, and the toy of the guide.
    private static List<ComputeProvider> providers() {
        var providers = new ArrayList<ComputeProvider>();
        Providers.discover().forEach(found -> found.provider().filter(_ -> found.usable()).ifPresent(providers::add));
        TestOpenCl.provider().ifPresent(providers::add);
        providers.add(new AbacusProvider());
        return providers;
    }

    private static List<float[]> run(
            ComputeProvider provider, int threads, Kernel kernel, long seed, int m, int n, int k) {
        try (ComputeBackend backend = provider.create(threads)) {
            var bench = new Bench(backend, seed);
            kernel.run(bench, m, n, k);
            return bench.written;
        }
    }

    private static void assertClose(String shape, List<float[]> actual, List<float[]> expected, double size) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            float[] a = actual.get(i);
            float[] e = expected.get(i);
            for (int j = 0; j < a.length; j++) {
                if (a[j] != e[j] && !(Float.isNaN(a[j]) && Float.isNaN(e[j]))) {
                    assertThat((double) a[j]).as(shape + " output " + i + "[" + j + "]")
                            .isCloseTo(e[j], within(TOLERANCE * size * Math.max(1, Math.abs(e[j]))));
                }
            }
        }
    }

    @Test
    void layerNormGeluAndCrossEntropyMatchTheReferenceNumbers() {
        var oracle = Oracle.read("layer_primitives");
        for (ComputeProvider provider : providers()) {
            try (ComputeBackend b = provider.create(1)) {
                DeviceBuffer x = of(b, Oracle.floats(oracle.get("gelu").get("x")));
                DeviceBuffer y = b.allocate(7);
                b.gelu(x, y, 7);
                assertClose(b, y, Oracle.numbers(oracle.get("gelu").get("tanh_approx")));
                b.geluBackward(x, of(b, new float[] {1, 1, 1, 1, 1, 1, 1}), y, 7);
                assertClose(b, y, Oracle.numbers(oracle.get("gelu").get("tanh_approx_derivative")));
                var ce = oracle.get("cross_entropy");
                DeviceBuffer loss = b.allocate(2);
                DeviceBuffer d = b.allocate(6);
                b.crossEntropy(of(b, Oracle.floats(ce.get("logits"))), new int[] {0, 1}, loss, d, 2, 3);
                assertThat(b.sum(loss, 2) / 2).isCloseTo(ce.get("loss_mean").asDouble(), within(1e-6));
                assertClose(b, d, Oracle.numbers(ce.get("dlogits")));
                var ln = oracle.get("layer_norm");
                DeviceBuffer lx = of(b, Oracle.floats(ln.get("x")));
                DeviceBuffer gain = of(b, Oracle.floats(ln.get("gain")));
                DeviceBuffer bias = of(b, Oracle.floats(ln.get("bias")));
                DeviceBuffer mean = b.allocate(2);
                DeviceBuffer rstd = b.allocate(2);
                DeviceBuffer out = b.allocate(8);
                b.layerNorm(lx, gain, bias, out, mean, rstd, 2, 4);
                assertClose(b, out, Oracle.numbers(ln.get("y")));
                DeviceBuffer dGain = b.allocate(4);
                DeviceBuffer dBias = b.allocate(4);
                b.layerNormBackward(lx, gain, mean, rstd, of(b, Oracle.floats(ln.get("upstream"))), out,
                        false, dGain, dBias, 2, 4);
                assertClose(b, out, Oracle.numbers(ln.get("dx")));
                assertClose(b, dGain, Oracle.numbers(ln.get("dgain")));
                assertClose(b, dBias, Oracle.numbers(ln.get("dbias")));
            }
        }
    }

    private static DeviceBuffer of(ComputeBackend b, float[] values) {
        DeviceBuffer buffer = b.allocate(values.length);
        b.upload(values, 0, buffer, 0, values.length);
        return buffer;
    }

    private static void assertClose(ComputeBackend b, DeviceBuffer actual, double[] expected) {
        var host = new float[expected.length];
        b.download(actual, 0, host, 0, host.length);
        for (int i = 0; i < host.length; i++) {
            assertThat((double) host[i]).isCloseTo(expected[i], within(2e-6 * Math.max(1, Math.abs(expected[i]))));
        }
    }
}
