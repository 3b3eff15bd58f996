package rewardscope.cli.bench;

import java.util.List;
import java.util.Map;
import rewardscope.agent.Agent;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Mark;
import rewardscope.agent.Schedule;
import rewardscope.agent.bandit.EpsilonGreedy;
import rewardscope.agent.gradient.Ppo;
import rewardscope.cli.Benchmark;
import rewardscope.env.EnvironmentSpec;
import rewardscope.env.VectorEnvironment;
import rewardscope.env.bandit.BanditSpec;
import rewardscope.env.control.ControlSpec;
import rewardscope.math.RandomStream;

/// PPO on CartPole, and the worlds of CartPole and of the bandit by themselves, with records unread.
public final class LearningBenchmarks {
    private static final int STEPS = 2_000_000;
    private static final int PPO_STEPS = 100 * 512;
    /// The settings that CleanRL publishes for CartPole, as far as they set how much is computed for a step: batches of
    /// 512 steps gone through four times in four minibatches of 128, two networks of 64 and 64 units.
    private static final Map<String, Object> PUBLISHED = Map.of(
            "alpha", new Schedule.Constant(2.5e-4),
            "entropy-coefficient", new Schedule.Constant(0.01),
            "horizon", 512,
            "epochs", 4,
            "minibatches", 4,
            "clip-value", true);

    private LearningBenchmarks() {}

    public static List<Benchmark> all() {
        return List.of(
                new NamedBenchmark("ppo", LearningBenchmarks::ppo),
                new NamedBenchmark("cart-pole", LearningBenchmarks::cartPole),
                new NamedBenchmark("bandit", LearningBenchmarks::bandit),
                new NamedBenchmark("epsilon-greedy", LearningBenchmarks::epsilonGreedy));
    }

    private static Agent agent(AgentType type, EnvironmentSpec world, Map<String, Object> values) {
        return type.create().apply(new AgentSettings(type, world.create(RandomStream.named(1, "environment")), values, 1));
    }

    private static Map<String, Object> ppo() {
        var agent = agent(Ppo.TYPE, ControlSpec.of(ControlSpec.World.CART_POLE), PUBLISHED);
        return InTurn.measure("steps-per-second", PPO_STEPS, () -> {
            for (int steps = 0; steps < PPO_STEPS; ) {
                agent.advance();
                steps += (agent.marks() & Mark.STEP) != 0 ? 1 : 0;
            }
        });
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
