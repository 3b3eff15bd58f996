package rewardscope.cli.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rewardscope.agent.control.QLearning;
import rewardscope.agent.planning.ValueIteration;
import rewardscope.cli.Benchmark;

/// Value iteration and Q-learning with their records unread, in turn with the plain loops.
public final class TabularBenchmarks {
    private static final int ROUNDS = 7;
    private static final int LEARNING_SIZE = 11;
    private static final int PLANNING_SIZE = 101;
    private static final int STEPS = 4_000_000;
    private static final int SWEEPS = 400;

    private TabularBenchmarks() {}

    public static List<Benchmark> all() {
        return List.of(of("value-iteration", TabularBenchmarks::valueIteration), of("q-learning", TabularBenchmarks::qLearning));
    }

    private interface Measure {
        Map<String, Object> run();
    }

    private static Benchmark of(String name, Measure measure) {
        return new Benchmark() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Map<String, Object> measure() {
                return measure.run();
            }
        };
    }

    private static Map<String, Object> valueIteration() {
        var ours = SquareGrid.agent(ValueIteration.TYPE, SquareGrid.model(PLANNING_SIZE, 0.2));
        var plain = new PlainValueIteration(SquareGrid.model(PLANNING_SIZE, 0.2));
        int backups = SWEEPS * (PLANNING_SIZE * PLANNING_SIZE - 1);
        return inTurn(
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
        var result = inTurn("steps-per-second", STEPS, oursForSteps, () -> plain.run(STEPS));
        // Less work than ours: always the first of several best actions.
        var firstBest = new PlainQLearning(SquareGrid.model(LEARNING_SIZE, 0), false);
        var easier = inTurn("steps-per-second", STEPS, oursForSteps, () -> firstBest.run(STEPS));
        result.put("ratio-to-a-loop-without-random-ties", easier.get("ratio"));
        return result;
    }

    /// Runs both in turn, one round to warm up and then several that count, and compares round by round.
    private static Map<String, Object> inTurn(String unit, long work, Runnable ours, Runnable plain) {
        var rates = new double[ROUNDS];
        var plainRates = new double[ROUNDS];
        var ratios = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            double a = rate(work, ours);
            double b = rate(work, plain);
            if (round >= 0) {
                rates[round] = a;
                plainRates[round] = b;
                ratios[round] = a / b;
            }
        }
        var result = new LinkedHashMap<String, Object>();
        result.put(unit, median(rates));
        result.put("plain-loop-" + unit, median(plainRates));
        result.put("ratio", median(ratios));
        result.put("ratios", Arrays.stream(ratios).boxed().toList());
        return result;
    }

    private static double rate(long work, Runnable task) {
        long start = System.nanoTime();
        task.run();
        return work * 1e9 / (System.nanoTime() - start);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
