package rewardscope.cli.bench;

import java.util.List;
import java.util.Map;
import rewardscope.agent.control.QLearning;
import rewardscope.agent.planning.ValueIteration;
import rewardscope.cli.Benchmark;

/// Value iteration and Q-learning with their records unread, in turn with the plain loops.
public final class TabularBenchmarks {
    private static final int LEARNING_SIZE = 11;
    private static final int PLANNING_SIZE = 101;
    private static final int STEPS = 4_000_000;
    private static final int SWEEPS = 400;

    private TabularBenchmarks() {}

    public static List<Benchmark> all() {
        return List.of(
                new NamedBenchmark("value-iteration", TabularBenchmarks::valueIteration),
                new NamedBenchmark("q-learning", TabularBenchmarks::qLearning));
    }

    private static Map<String, Object> valueIteration() {
        var ours = SquareGrid.agent(ValueIteration.TYPE, SquareGrid.model(PLANNING_SIZE, 0.2));
        var plain = new PlainValueIteration(SquareGrid.model(PLANNING_SIZE, 0.2));
        int backups = SWEEPS * (PLANNING_SIZE * PLANNING_SIZE - 1);
        return InTurn.measure(
                "sweeps-per-second",
                SWEEPS,
                () -> {
                    for (int i = 0; i < backups; i++) {
                        ours.advance();
                    }
                },
                () -> {
                    for (int i = 0; i < SWEEPS; i++) {
                        plain.sweep();
                    }
                });
    }

    private static Map<String, Object> qLearning() {
        var ours = SquareGrid.agent(QLearning.TYPE, SquareGrid.model(LEARNING_SIZE, 0));
        var plain = new PlainQLearning(SquareGrid.model(LEARNING_SIZE, 0), true);
        Runnable oursForSteps = () -> {
            for (int i = 0; i < STEPS; i++) {
                ours.advance();
            }
        };
        var result = InTurn.measure("steps-per-second", STEPS, oursForSteps, () -> plain.run(STEPS));
        // Less work than ours: always the first of several best actions.
        var firstBest = new PlainQLearning(SquareGrid.model(LEARNING_SIZE, 0), false);
        var easier = InTurn.measure("steps-per-second", STEPS, oursForSteps, () -> firstBest.run(STEPS));
        result.put("ratio-to-a-loop-without-random-ties", easier.get("ratio"));
        return result;
    }
}
