package rewardscope.cli.bench;

import java.util.List;
import java.util.Map;
import rewardscope.agent.Agent;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.bandit.EpsilonGreedy;
import rewardscope.cli.Benchmark;
import rewardscope.env.EnvironmentSpec;
import rewardscope.env.VectorEnvironment;
import rewardscope.env.bandit.BanditSpec;
import rewardscope.env.control.ControlSpec;
import rewardscope.math.RandomStream;

/// PPO on CartPole, and the worlds of CartPole and of the bandit by themselves, with records unread.
public final class LearningBenchmarks {
    private static final int STEPS = 2_000_000;

    private LearningBenchmarks() {}

    public static List<Benchmark> all() {
        return List.of(
                new PpoBenchmark(),
                new NamedBenchmark("cart-pole", LearningBenchmarks::cartPole),
                new NamedBenchmark("bandit", LearningBenchmarks::bandit),
                new NamedBenchmark("epsilon-greedy", LearningBenchmarks::epsilonGreedy));
    }

    private static Agent agent(AgentType type, EnvironmentSpec world, Map<String, Object> values) {
        return type.create().apply(new AgentSettings(type, world.create(RandomStream.named(1, "environment")), values, 1));
    }

    private static Map<String, Object> cartPole() {
        var random = RandomStream.named(1, "policy");
        var world = (VectorEnvironment)
                ControlSpec.of(ControlSpec.World.CART_POLE).create(RandomStream.named(1, "environment"));
        var plain = new PlainCartPole();
        return InTurn.measure(
                "steps-per-second",
                STEPS,
                () -> {
                    for (int i = 0; i < STEPS; i++) {
                        if (world.needsReset()) {
                            world.reset();
                        }
                        world.step(random.chance(0.5) ? 0 : 1);
                    }
                },
                () -> plain.run(STEPS));
    }

    private static Map<String, Object> bandit() {
        var random = RandomStream.named(1, "policy");
        var world = BanditSpec.of(10).create(RandomStream.named(1, "environment"));
        var plain = new PlainBandit();
        return InTurn.measure(
                "steps-per-second",
                STEPS,
                () -> {
                    for (int i = 0; i < STEPS; i++) {
                        world.pull(random.below(10));
                    }
                },
                () -> plain.pull(STEPS));
    }

    private static Map<String, Object> epsilonGreedy() {
        var agent = agent(EpsilonGreedy.TYPE, BanditSpec.of(10), Map.of());
        var plain = new PlainBandit();
        return InTurn.measure(
                "steps-per-second",
                STEPS,
                () -> {
                    for (int i = 0; i < STEPS; i++) {
                        agent.advance();
                    }
                },
                () -> plain.learn(STEPS));
    }
}
