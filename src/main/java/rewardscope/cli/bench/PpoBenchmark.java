package rewardscope.cli.bench;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.Mark;
import rewardscope.agent.Schedule;
import rewardscope.agent.gradient.Ppo;
import rewardscope.cli.Benchmark;
import rewardscope.compute.Compute;
import rewardscope.env.control.ControlSpec;
import rewardscope.math.RandomStream;

/// PPO on CartPole. On a device of one's choice with wide networks too, where one gains if anywhere.
record PpoBenchmark(Compute compute, int batches, boolean wideToo) implements Benchmark {
    private static final int HORIZON = 512;
    /// The settings that CleanRL publishes for CartPole, as far as they set how much is computed for a step: batches of
    /// 512 steps gone through four times in four minibatches of 128, two networks of 64 and 64 units.
    private static final Map<String, Object> PUBLISHED = Map.of(
            "alpha", new Schedule.Constant(2.5e-4),
            "entropy-coefficient", new Schedule.Constant(0.01),
            "horizon", HORIZON,
            "epochs", 4,
            "minibatches", 4,
            "clip-value", true);

    PpoBenchmark() {
        this(Compute.STANDARD, 100, false);
    }

    @Override
    public String name() {
        return "ppo";
    }

    @Override
    public Optional<Benchmark> on(Compute other) {
        return Optional.of(new PpoBenchmark(other, 4, true));
    }

    @Override
    public Map<String, Object> measure() {
        var figures = new LinkedHashMap<>(measure("steps-per-second", batches, List.of(64, 64)));
        if (wideToo) {
            String wide = "steps-per-second-512-512";
            figures.put(wide, measure(wide, 1, List.of(512, 512)).get(wide));
        }
        return figures;
    }

    private Map<String, Object> measure(String figure, int batchesARound, List<Integer> hidden) {
        var values = new HashMap<>(PUBLISHED);
        values.put("hidden", hidden);
        var world = ControlSpec.of(ControlSpec.World.CART_POLE).create(RandomStream.named(1, "environment"));
        var agent = Ppo.TYPE.create().apply(new AgentSettings(Ppo.TYPE, world, values, 1, compute));
        try {
            int work = batchesARound * HORIZON;
            var figures = new LinkedHashMap<String, Object>();
            figures.put("backend", agent.backend());
            figures.putAll(InTurn.measure(figure, work, () -> {
                for (int steps = 0; steps < work; ) {
                    agent.advance();
                    steps += (agent.marks() & Mark.STEP) != 0 ? 1 : 0;
                }
            }));
            return figures;
        } finally {
            agent.close();
        }
    }
}
