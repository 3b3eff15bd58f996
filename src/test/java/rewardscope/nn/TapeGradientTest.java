package rewardscope.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import rewardscope.compute.ComputeBackend;
import rewardscope.compute.ComputeProvider;
import rewardscope.compute.Providers;
import rewardscope.math.RandomStream;

/// Every operation's gradient is the slope that small changes of its inputs show.
class TapeGradientTest {
    interface Build {
        Tensor on(Tape tape, List<Tensor> inputs);
    }

    record Case(String name, Build build, Integer[]... shapes) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Integer[] of(Integer... shape) {
        return shape;
    }

    private static final List<Case> CASES = List.of(
            new Case("embedding", (t, in) -> t.embedding("y", in.get(0), new int[] {2, 0, 2}), of(4, 5)),
            new Case("linear", (t, in) -> t.linear("y", in.get(0), in.get(1), in.get(2)), of(3, 5), of(4, 5), of(4)),
            new Case("linear without bias", (t, in) -> t.linear("y", in.get(0), in.get(1)), of(3, 5), of(4, 5)),
            new Case("linear and GELU", (t, in) -> t.linearGelu("y", in.get(0), in.get(1), in.get(2)),
                    of(3, 5), of(4, 5), of(4)),
            new Case("linear and residual", (t, in) -> t.linearAdd("y", in.get(0), in.get(1), in.get(2), in.get(3)),
                    of(3, 4), of(3, 5), of(4, 5), of(4)),
            new Case("matmul", (t, in) -> t.matmul("y", in.get(0), in.get(1), false), of(3, 5), of(5, 2)),
            new Case("matmul transposed", (t, in) -> t.matmul("y", in.get(0), in.get(1), true), of(3, 5), of(2, 5)),
            new Case("add", (t, in) -> t.add("y", in.get(0), in.get(1)), of(3, 5), of(3, 5)),
            new Case("multiply", (t, in) -> t.multiply("y", in.get(0), in.get(1)), of(3, 5), of(3, 5)),
            new Case("x · x", (t, in) -> t.multiply("y", in.get(0), in.get(0)), of(3, 5)),
            new Case("gelu", (t, in) -> t.gelu("y", in.get(0)), of(3, 5)),
            new Case("tanh", (t, in) -> t.tanh("y", in.get(0)), of(3, 5)),
            new Case("softmax", (t, in) -> t.softmax("y", in.get(0)), of(3, 5)),
            new Case("log-softmax", (t, in) -> t.logSoftmax("y", in.get(0)), of(3, 5)),
            new Case("layer norm", (t, in) -> t.layerNorm("y", in.get(0), in.get(1), in.get(2)),
                    of(3, 9), of(9), of(9)),
            new Case("attention", (t, in) -> t.attention("y", in.get(0), 2, 5, 2), of(10, 18)),
            new Case("x + tanh x", (t, in) -> t.add("y", in.get(0), t.tanh("h", in.get(0))), of(3, 5)));

    static Stream<Arguments> cases() {
        return Providers.discover().stream().filter(Providers.Found::usable).flatMap(f -> f.provider().stream())
                .flatMap((ComputeProvider p) -> CASES.stream().map(c -> Arguments.of(p.name(), c, p.create(1))));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("cases")
    void gradientIsTheSlope(String backendName, Case each, ComputeBackend backend) {
        var random = RandomStream.named(4, each.name);
        var tape = new Tape(backend);
        var inputs = new ArrayList<Tensor>();
        for (Integer[] shape : each.shapes) {
            Tensor x = tape.input("x" + inputs.size(), shape);
            x.set(gaussian(x.size(), random));
            inputs.add(x);
        }
        Tensor y = each.build.on(tape, inputs);
        float[] dY = gaussian(y.size(), random);
        tape.forward();
        y.setGradients(dY);
        Tape.clearGradients(backend, inputs);
        tape.backward();
        for (Tensor x : inputs) {
            float[] gradient = x.gradients();
            float[] values = x.values();
            for (int i = 0; i < values.length; i++) {
                double slope = (at(tape, x, values, i, 1e-2f, y, dY) - at(tape, x, values, i, -1e-2f, y, dY)) / 2e-2;
                assertThat((double) gradient[i]).as(x.name() + "[" + i + "]")
                        .isCloseTo(slope, within(3e-3 + 2e-3 * Math.abs(slope)));
            }
        }
        backend.close();
    }

    private static double at(Tape tape, Tensor x, float[] values, int i, float step, Tensor y, float[] dY) {
        float[] moved = values.clone();
        moved[i] += step;
        x.set(moved);
        tape.forward();
        x.set(values);
        float[] now = y.values();
        double dot = 0;
        for (int j = 0; j < now.length; j++) {
            dot += (double) now[j] * dY[j];
        }
        return dot;
    }

    private static float[] gaussian(int n, RandomStream random) {
        var x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = (float) random.gaussian();
        }
        return x;
    }
}
