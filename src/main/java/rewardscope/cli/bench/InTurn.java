package rewardscope.cli.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Ours and the plain loop in turn, so that a machine that slows down slows both.
final class InTurn {
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 7;

    private InTurn() {}

    /// Runs both, a few rounds to warm up and then several that count, and compares round by round.
    ///
    /// @param unit what `work` counts, a second: the name of the figure
    /// @param work how much of it one run does
    static Map<String, Object> measure(String unit, long work, Runnable ours, Runnable plain) {
        var rates = new double[ROUNDS];
        var plainRates = new double[ROUNDS];
        var ratios = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
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

    /// Ours alone, where the peer is a program of its own.
    static Map<String, Object> measure(String unit, long work, Runnable ours) {
        var rates = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double rate = rate(work, ours);
            if (round >= 0) {
                rates[round] = rate;
            }
        }
        var result = new LinkedHashMap<String, Object>();
        result.put(unit, median(rates));
        result.put("rates", Arrays.stream(rates).boxed().toList());
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
