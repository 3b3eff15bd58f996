package rewardscope.nn.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import rewardscope.compute.ComputeBackend;
import rewardscope.compute.ComputeDevice;
import rewardscope.math.RandomStream;
import rewardscope.nn.GptConfig;
import rewardscope.nn.GptOptimiser;
import rewardscope.nn.GptSampler;
import rewardscope.nn.LearningRate;
import rewardscope.nn.Sampling;
import rewardscope.nn.TinyGptTraining;

/// Tokens a second of the tiny GPTs S (110 k weights) and M (834 k): training with AdamW on one thread and on several,
/// and sampling one and 32 sequences with the key-value cache.
public final class TransformerBenchmark implements Benchmark {
    private static final int BATCH = 32;

    private final ComputeDevice device;
    private final int threads;
    private final LongSupplier nanos;
    private final double secondsAJob;
    private final int rounds;

    public TransformerBenchmark(
            ComputeDevice device, int threads, LongSupplier nanos, double secondsAJob, int rounds) {
        this.device = device;
        this.threads = threads;
        this.nanos = nanos;
        this.secondsAJob = secondsAJob;
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return "transformer";
    }

    @Override
    public Map<String, Double> run() {
        var stopwatch = new Stopwatch(nanos, secondsAJob, rounds);
        var backends = new ArrayList<ComputeBackend>();
        try {
            for (int count : threads == 1 ? List.of(1) : List.of(1, threads)) {
                ComputeBackend backend = device.open().apply(count);
                backends.add(backend);
                add(stopwatch, "s", GptConfig.of(64, 64, 2, 2, 32), backend, count);
                add(stopwatch, "m", GptConfig.of(128, 128, 4, 4, 64), backend, count);
            }
            return stopwatch.run();
        } finally {
            backends.forEach(ComputeBackend::close);
        }
    }

    private static void add(Stopwatch stopwatch, String size, GptConfig model, ComputeBackend backend, int threads) {
        int T = model.block();
        int V = model.vocabulary();
        var random = RandomStream.named(1, "bench");
        var text = new int[64 * BATCH * T];
        Arrays.setAll(text, i -> random.below(V));
        var optimiser = GptOptimiser.Config.adamW(
                LearningRate.constant(3e-4), 0.01, GptOptimiser.Decay.ALL, Double.POSITIVE_INFINITY);
        var training = new TinyGptTraining(
                new TinyGptTraining.Config(model, BATCH, T, optimiser), text, 1, backend);
        String suffix = String.format(Locale.ROOT, "-%d-thread%s-tokens-per-second", threads, threads == 1 ? "" : "s");
        stopwatch.add("train-" + size + suffix, 1, () -> {
            training.step();
            return BATCH * T;
        });
        for (int sequences : new int[] {1, BATCH}) {
            var sampler = new GptSampler(training.gpt(), sequences);
            var tokens = new int[sequences];
            var sampling = Sampling.temperature(1);
            stopwatch.add("sample-" + size + "-" + sequences + suffix, 1, () -> {
                sampler.reset();
                for (int t = 0; t < T - 1; t++) {
                    float[] logits = sampler.next(tokens);
                    for (int b = 0; b < sequences; b++) {
                        tokens[b] = sampling.draw(logits, b * V, V, random);
                    }
                }
                return sequences * (T - 1);
            });
        }
    }
}
