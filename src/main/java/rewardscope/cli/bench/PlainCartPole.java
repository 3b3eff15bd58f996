package rewardscope.cli.bench;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// CartPole as a loop that one would write by hand, to measure ours against: the state in an array, random pushes.
final class PlainCartPole {
    private final RandomGenerator random =
            RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(1);
    private final double[] state = new double[4];
    private int length = 500;

    /// Does so many steps, episode after episode, and returns the sum of the positions.
    double run(int steps) {
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            boolean fallen = Math.abs(state[0]) > 2.4 || Math.abs(state[2]) > 12 * 2 * Math.PI / 360;
            if (fallen || length >= 500) {
                for (int k = 0; k < 4; k++) {
                    state[k] = -0.05 + 0.1 * random.nextDouble();
                }
                length = 0;
            }
            double force = random.nextDouble() < 0.5 ? -10 : 10;
            double cos = Math.cos(state[2]);
            double sin = Math.sin(state[2]);
            double temp = (force + 0.05 * state[3] * state[3] * sin) / 1.1;
            double thetaAcc = (9.8 * sin - cos * temp) / (0.5 * (4.0 / 3.0 - 0.1 * cos * cos / 1.1));
            double xAcc = temp - 0.05 * thetaAcc * cos / 1.1;
            state[0] += 0.02 * state[1];
            state[1] += 0.02 * xAcc;
            state[2] += 0.02 * state[3];
            state[3] += 0.02 * thetaAcc;
            length++;
            sum += state[0];
        }
        return sum;
    }
}
