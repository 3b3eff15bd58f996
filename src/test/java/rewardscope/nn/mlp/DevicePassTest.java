package rewardscope.nn.mlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import abacus.AbacusProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import rewardscope.compute.Compute;
import rewardscope.compute.ComputeBackend;
import rewardscope.compute.ComputeDevice;
import rewardscope.compute.ComputeProvider;
import rewardscope.compute.Devices;
import rewardscope.compute.Providers;
import rewardscope.compute.TestOpenCl;
import rewardscope.math.RandomStream;

/// The passes on a backend against those on the processor: the same numbers, as far as float32 goes.
class DevicePassTest {
    private static final int[][] SHAPES = {{3, 2}, {1, 1, 1}, {5, 17, 3}, {4, 64, 64, 2}, {7, 33, 1, 9, 5}};
    private static final int MOST_ROWS = 37;

    /// Those of the application, OpenCL where there is one, and the toy of the guide.
    private static List<ComputeProvider> providers() {
        var providers = new ArrayList<ComputeProvider>();
        Providers.discover().forEach(found -> found.provider().filter(_ -> found.usable()).ifPresent(providers::add));
        TestOpenCl.provider().ifPresent(providers::add);
        providers.add(new AbacusProvider());
        return providers;
    }

    static Stream<Arguments> networks() {
        return providers().stream().flatMap(provider -> Arrays.stream(Activation.values())
                .flatMap(activation -> Arrays.stream(SHAPES).map(shape -> Arguments.of(provider, activation, shape))));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void forwardBackwardAndTangentAreTheProcessors(ComputeProvider provider, Activation activation, int[] widths) {
        var random = RandomStream.named(7, "device pass");
        var net = new Mlp(activation, widths);
        Initialisation.uniform(net, random);
        var host = new HostPass(net, MOST_ROWS);
        try (ComputeBackend backend = provider.create(1)) {
            var device = new DevicePass(net, MOST_ROWS, backend);
            for (int rows : new int[] {1, MOST_ROWS, 5}) { // fewer after more: what the larger batch left does not count
                double[] x = gaussian(rows * net.inputs(), random);
                double[] dOutputs = gaussian(rows * net.outputs(), random);
                double[] direction = gaussian(net.parameterCount(), random);
                assertClose(device.forward(x, rows), host.forward(x, rows), rows * net.outputs());
                assertThat(device.outputs()).isSameAs(device.forward(x, rows));
                assertClose(device.tangent(direction), host.tangent(direction), rows * net.outputs());

                double[] there = gaussian(net.parameterCount(), random);
                double[] here = there.clone(); // gradients are added to what is there
                device.backward(dOutputs, there);
                host.backward(dOutputs, here);
                assertClose(there, here, here.length);
                net.parameters()[rows % net.parameterCount()] += 0.5; // the next forward computes with what θ is then
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aSecondPassGivesTheSameBits(ComputeProvider provider) {
        var random = RandomStream.named(8, "device pass");
        var net = new Mlp(Activation.TANH, 4, 64, 64, 2);
        Initialisation.uniform(net, random);
        double[] x = gaussian(4 * 128, random);
        double[] dOutputs = gaussian(2 * 128, random);
        var gradients = new ArrayList<double[]>();
        try (ComputeBackend backend = provider.create(2)) {
            var device = new DevicePass(net, 128, backend);
            for (int i = 0; i < 2; i++) {
                device.forward(x, 128);
                var gradient = new double[net.parameterCount()];
                device.backward(dOutputs, gradient);
                gradients.add(gradient);
            }
        }
        assertThat(gradients.getLast()).isEqualTo(gradients.getFirst());
    }

    @ParameterizedTest
    @MethodSource("providers")
    void whatIsNoNumberComesDownAsNone(ComputeProvider provider) {
        try (ComputeBackend backend = provider.create(1)) {
            for (Activation activation : Activation.values()) {
                var net = new Mlp(activation, 1, 1, 1);
                Arrays.fill(net.parameters(), Double.NaN);
                assertThat(new DevicePass(net, 1, backend).forward(new double[] {1}, 1)).containsExactly(Double.NaN);
            }
        }
    }

    @Test
    void moreRowsThanThereIsRoomForAreRefused() {
        try (ComputeBackend backend = Providers.best(Providers.discover()).create(1)) {
            var pass = new DevicePass(new Mlp(Activation.TANH, 1, 1), 2, backend);
            assertThatThrownBy(() -> pass.forward(new double[3], 3)).hasMessage("3 rows in a pass for at most 2");
        }
    }

    @Test
    void onlyADeviceThatIsNotTheProcessorTakesBatches() {
        var processor = new Devices(Path.of("nowhere")).usable();
        assertThat(processor).isNotEmpty().allMatch(ComputeDevice::processor);
        for (ComputeDevice device : processor) {
            assertThat(Passes.on(Compute.on(device))).isSameAs(Passes.HOST);
        }
        assertThat(Passes.on(Compute.STANDARD)).isSameAs(Passes.HOST);
        var card = new ComputeDevice("card", "", processor.getFirst().open());
        try (Passes passes = Passes.on(Compute.on(card))) {
            assertThat(passes.of(new Mlp(Activation.TANH, 1, 1), 1)).isInstanceOf(DevicePass.class);
        }
    }

    private static double[] gaussian(int n, RandomStream random) {
        var x = new double[n];
        Arrays.setAll(x, i -> random.gaussian());
        return x;
    }

    private static void assertClose(double[] actual, double[] expected, int count) {
        double size = Arrays.stream(expected, 0, count).map(Math::abs).max().orElse(0);
        for (int i = 0; i < count; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-5 * Math.max(1, size)));
        }
    }
}
