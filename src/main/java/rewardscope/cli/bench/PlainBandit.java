package rewardscope.cli.bench;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// ε-greedy on ten Gaussian arms as a loop that one would write by hand, to measure ours against.
final class PlainBandit {
    private static final int ARMS = 10;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(1);
    private final double[] means = new double[ARMS];
    private final double[] q = new double[ARMS];
    private final long[] n = new long[ARMS];

    PlainBandit() {
        for (int arm = 0; arm < ARMS; arm++) {
            means[arm] = random.nextGaussian();
        }
    }

    /// Pulls arms at random, so many times, and returns the sum of the rewards.
    double pull(int pulls) {
        double sum = 0;
        for (int i = 0; i < pulls; i++) {
            sum += means[random.nextInt(ARMS)] + random.nextGaussian();
        }
        return sum;
    }

    /// Chooses, pulls and learns, so many times.
    double learn(int pulls) {
        for (int i = 0; i < pulls; i++) {
            int a = 0;
            if (random.nextDouble() < 0.1) {
                a = random.nextInt(ARMS);
            } else {
                for (int b = 1; b < ARMS; b++) {
                    if (q[b] > q[a]) {
                        a = b;
                    }
                }
            }
            double reward = means[a] + random.nextGaussian();
            n[a]++;
            q[a] += (reward - q[a]) / n[a];
        }
        return q[0];
    }
}
