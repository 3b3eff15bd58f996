package rewardscope.cli.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import rewardscope.cli.Benchmark;
import rewardscope.compute.ComputeDevice;
import rewardscope.compute.Devices;
import rewardscope.math.RandomStream;
import rewardscope.nn.GptConfig;
import rewardscope.nn.GptOptimiser;
import rewardscope.nn.LearningRate;
import rewardscope.nn.TinyGptTraining;

/// Every device beside the others: tokens a second when training S, M and the larger preset (4.8 million weights).
public final class DeviceBenchmark implements Benchmark {
    private static final long NANOS = 2_000_000_000L;

    private final Devices devices;

    public DeviceBenchmark(Devices devices) {
        this.devices = devices;
    }

    @Override
    public String name() {
        return "devices";
    }

    @Override
    public Map<String, Object> measure() {
        int threads = Runtime.getRuntime().availableProcessors();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("threads", threads);
        for (ComputeDevice device : devices.usable()) {
            figures.put(device.name(), device.description());
            figures.put(device.name() + "-train-s-tokens-per-second", train(device, threads, 32, 64, 64, 2, 2, 32));
            figures.put(device.name() + "-train-m-tokens-per-second", train(device, threads, 32, 128, 128, 4, 4, 64));
            figures.put(device.name() + "-train-larger-tokens-per-second", train(device, threads, 4, 128, 256, 6, 8, 128));
        }
        return figures;
    }

    /// For two seconds, one update at least; the first one is not counted.
    private static double train(
            ComputeDevice device, int threads, int batch, int vocabulary, int channels, int layers, int heads, int time) {
        try (var backend = device.open().apply(threads)) {
            var random = RandomStream.named(1, "bench");
            var text = new int[4096];
            Arrays.setAll(text, i -> random.below(vocabulary));
            var optimiser = GptOptimiser.Config.adamW(
                    LearningRate.constant(3e-4), 0.01, GptOptimiser.Decay.ALL, Double.POSITIVE_INFINITY);
            var model = GptConfig.of(vocabulary, channels, layers, heads, time);
            var training =
                    new TinyGptTraining(new TinyGptTraining.Config(model, batch, time, optimiser), text, 1, backend);
            training.step();
            long start = System.nanoTime();
            int steps = 0;
            while (steps == 0 || System.nanoTime() - start < NANOS) {
                training.step();
                steps++;
            }
            return Math.rint(steps * (double) batch * time * 1e9 / (System.nanoTime() - start));
        }
    }
}
