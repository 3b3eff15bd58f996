package rewardscope.nn.mlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import rewardscope.math.RandomStream;
import rewardscope.math.Snapshot;
import rewardscope.nn.Oracle;

class MlpTest {
    private static final JsonNode ORACLE = Oracle.read("optimisers_dqn_mlp");

    @Test
    void logitsValuesAndEveryGradientOfAnActorCriticMatchTheReference() {
        var reference = ORACLE.get("actor_critic_mlp");
        var p = reference.get("params");
        var net = new Mlp(Activation.TANH, 4, 5, 5, 3); // two logits and the value share the trunk
        net.setLayer(0, Oracle.matrix(p.get("W1")), Oracle.numbers(p.get("b1")));
        net.setLayer(1, Oracle.matrix(p.get("W2")), Oracle.numbers(p.get("b2")));
        double[][] wp = Oracle.matrix(p.get("Wp"));
        double[] bp = Oracle.numbers(p.get("bp"));
        net.setLayer(2, new double[][] {wp[0], wp[1], Oracle.numbers(p.get("Wv"))},
                new double[] {bp[0], bp[1], p.get("bv").get(0).asDouble()});
        var pass = new HostPass(net, 8);
        double[] y = pass.forward(Oracle.numbers(reference.get("X")), 3);

        var dY = new double[9];
        double[] logits = Oracle.numbers(reference.get("logits"));
        for (int i = 0; i < 3; i++) {
            assertThat(y[3 * i]).isCloseTo(logits[2 * i], within(1e-11));
            assertThat(y[3 * i + 1]).isCloseTo(logits[2 * i + 1], within(1e-11));
            double value = reference.get("values").get(i).asDouble();
            assertThat(y[3 * i + 2]).isCloseTo(value, within(1e-11));
            double p1 = 1 / (1 + Math.exp(y[3 * i] - y[3 * i + 1]));
            double[] pi = {1 - p1, p1};
            int a = reference.get("actions").get(i).asInt();
            double advantage = reference.get("advantages").get(i).asDouble();
            double ratio = Math.exp(Math.log(pi[a]) - reference.get("old_logprob").get(i).asDouble());
            boolean clipped = advantage > 0 ? ratio > 1.2 : ratio < 0.8;
            double dLogProb = clipped ? 0 : -advantage * ratio / 3;
            double entropy = -pi[0] * Math.log(pi[0]) - pi[1] * Math.log(pi[1]);
            for (int k = 0; k < 2; k++) {
                double dEntropy = -pi[k] * (Math.log(pi[k]) + entropy);
                dY[3 * i + k] = dLogProb * ((k == a ? 1 : 0) - pi[k]) - 0.01 / 3 * dEntropy;
            }
            dY[3 * i + 2] = (value - reference.get("returns").get(i).asDouble()) / 3;
        }
        var gradient = new double[net.parameterCount()];
        pass.backward(dY, gradient);

        var expected = reference.get("gradients");
        for (int l = 0; l < 2; l++) {
            assertClose(flat(net.weightsOf(gradient, l)), expected.get("W" + (l + 1)), 1e-10);
            assertClose(net.biasesOf(gradient, l), expected.get("b" + (l + 1)), 1e-10);
        }
        double[][] heads = net.weightsOf(gradient, 2);
        assertClose(flat(new double[][] {heads[0], heads[1]}), expected.get("Wp"), 1e-10);
        assertClose(heads[2], expected.get("Wv"), 1e-10);
        assertThat(GradientClipping.norm(gradient))
                .isCloseTo(reference.get("global_grad_norm").asDouble(), within(1e-10));
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void backwardAndTangentAgreeWithFiniteDifferences(Activation activation) {
        var random = RandomStream.named(1, "net");
        var net = new Mlp(activation, 3, 9, 7, 2);
        Initialisation.uniform(net, random);
        var pass = new HostPass(net, 5);
        double[] x = gaussian(15, random);
        double[] dY = gaussian(10, random);
        double[] direction = gaussian(net.parameterCount(), random);
        pass.forward(x, 5);
        var gradient = new double[net.parameterCount()];
        pass.backward(dY, gradient);
        double[] dX = pass.inputGradient().clone();
        double[] jv = pass.tangent(direction).clone();

        double[] theta = net.parameters();
        for (int i = 0; i < theta.length; i++) {
            assertThat(gradient[i]).isCloseTo(slope(pass, x, dY, theta, i), within(1e-7));
        }
        for (int i = 0; i < x.length; i++) {
            assertThat(dX[i]).isCloseTo(slope(pass, x, dY, x, i), within(1e-7));
        }
        double gDotV = 0; // dY · (J v) = (Jᵀ dY) · v
        for (int i = 0; i < theta.length; i++) {
            gDotV += gradient[i] * direction[i];
        }
        double dYDotJv = 0;
        for (int i = 0; i < dY.length; i++) {
            dYDotJv += dY[i] * jv[i];
        }
        assertThat(dYDotJv).isCloseTo(gDotV, within(1e-12));
    }

    private static double slope(HostPass pass, double[] x, double[] dY, double[] moved, int i) {
        double old = moved[i];
        double step = 1e-6;
        moved[i] = old + step;
        double up = dot(dY, pass.forward(x, 5));
        moved[i] = old - step;
        double down = dot(dY, pass.forward(x, 5));
        moved[i] = old;
        return (up - down) / (2 * step);
    }

    @Test
    void plainAndVectorKernelsGiveTheSameBits() {
        var random = RandomStream.named(2, "shapes");
        for (int trial = 0; trial < 200; trial++) {
            int m = random.below(5) == 0 ? 1 : random.below(40);
            int n = random.below(80);
            int k = random.below(20);
            double[] a = gaussian(m * k, random);
            double[] b = gaussian(k * n, random);
            double[] plain = gaussian(m * n, random);
            double[] vector = plain.clone();
            boolean transposed = random.chance(0.5);
            int row = transposed ? 1 : k;
            int column = transposed ? m : 1;
            new PlainKernels().multiplyAdd(a, 0, row, column, b, 0, plain, 0, m, n, k);
            new VectorKernels().multiplyAdd(a, 0, row, column, b, 0, vector, 0, m, n, k);
            assertThat(vector).isEqualTo(plain);
            new PlainKernels().tanh(plain, plain.length);
            new VectorKernels().tanh(vector, vector.length);
            assertThat(vector).isEqualTo(plain);
        }
    }

    @Test
    void tanhIsTheLibrarysToFifteenDigits() {
        for (double x = -25; x < 25; x += 0.0137) {
            assertThat(Tanh.of(x)).isCloseTo(Math.tanh(x), within(1e-15 * Math.abs(Math.tanh(x))));
        }
        assertThat(Tanh.of(1e-300)).isEqualTo(1e-300);
        assertThat(Tanh.of(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Tanh.of(Double.NaN)).isNaN();
        double[] nan = {Double.NaN, -0.0, 1e9, -1e9};
        new VectorKernels().tanh(nan, 4);
        assertThat(nan).containsExactly(Double.NaN, -0.0, 1, -1);
    }

    static Stream<Arguments> optimisers() {
        return Stream.of(
                Arguments.of("sgd_lr_0.1", Sgd.of(4, 0.1)),
                Arguments.of("sgd_momentum_0.9_lr_0.1", new Sgd(4, 0.1, 0.9, false)),
                Arguments.of("sgd_nesterov_0.9_lr_0.1", new Sgd(4, 0.1, 0.9, true)),
                Arguments.of("rmsprop_lr_0.01_alpha_0.99_eps_1e-8", RmsProp.of(4, 0.01)),
                Arguments.of("adam_lr_0.01", Adam.of(4, 0.01)),
                Arguments.of("adam_lr_0.01_eps_1e-5", Adam.of(4, 0.01, 1e-5)),
                Arguments.of("adamw_lr_0.01_wd_0.1", Adam.w(4, 0.01, 0.1)),
                Arguments.of("adam_l2_wd_0.1_lr_0.01", new Adam(4, 0.01, 0.9, 0.999, 1e-8, 0.1, Adam.Decay.L2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optimisers")
    void fiveStepsOfEveryOptimiserMatchTheReferenceAndGoOnAfterASnapshot(String name, Optimiser optimiser) {
        var reference = ORACLE.get("optimisers");
        double[] w = Oracle.numbers(reference.get("w0"));
        for (int t = 0; t < 5; t++) {
            double[] g = Oracle.numbers(reference.get("gradients").get(t));
            var before = Snapshot.of(optimiser);
            double[] again = w.clone();
            optimiser.step(w, g);
            before.restore(optimiser);
            optimiser.step(again, g);
            assertThat(again).isEqualTo(w);
            assertClose(w, reference.get(name).get(t), 1e-10);
        }
    }

    @Test
    void clippingScalesTheWholeGradientAsPyTorchDoes() {
        var reference = ORACLE.get("optimisers").get("clip_global_norm_0.5_of_second_gradient");
        double[] g = Oracle.numbers(ORACLE.get("optimisers").get("gradients").get(1));
        assertThat(GradientClipping.globalNorm(0.5, g)).isCloseTo(reference.get("norm").asDouble(), within(1e-11));
        assertClose(g, reference.get("clipped_torch"), 1e-11);
    }

    @Test
    void orthogonalRowsHaveTheGainAsLengthAndNoProductBetweenThem() {
        double[][] w = Initialisation.orthogonal(3, 8, 2, RandomStream.named(3, "init"));
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(dot(w[i], w[j])).isCloseTo(i == j ? 4 : 0, within(1e-12));
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] gaussian(int n, RandomStream random) {
        var x = new double[n];
        Arrays.setAll(x, i -> random.gaussian());
        return x;
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    private static void assertClose(double[] actual, JsonNode expected, double tolerance) {
        assertThat(actual).containsExactly(Oracle.numbers(expected), within(tolerance));
    }
}
