package rewardscope.cli.bench;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import rewardscope.env.FiniteMdp;

/// Q-learning as a loop that one would write by hand, to measure ours against: flat arrays, a generator of the JDK. It
/// takes the first of several best actions, or, as our agents do, one of them at random: that costs a draw at every tie
/// and a walk that no processor can predict.
public final class PlainQLearning {
    private final int[] next;
    private final double[] reward;
    private final boolean[] ends;
    private final double[] q;
    private final RandomGenerator random =
            RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(1);
    private final boolean randomTies;
    private int state;

    public PlainQLearning(FiniteMdp model) {
        this(model, false);
    }

    public PlainQLearning(FiniteMdp model, boolean randomTies) {
        this.randomTies = randomTies;
        int pairs = model.states() * SquareGrid.ACTIONS;
        next = new int[pairs];
        reward = new double[pairs];
        ends = new boolean[pairs];
        q = new double[pairs];
        for (int s = 0; s < model.states() - 1; s++) {
            for (int a = 0; a < SquareGrid.ACTIONS; a++) {
                int k = model.first(s, a);
                next[s * SquareGrid.ACTIONS + a] = model.next(k);
                reward[s * SquareGrid.ACTIONS + a] = model.reward(k);
                ends[s * SquareGrid.ACTIONS + a] = model.terminates(k);
            }
        }
    }

    /// Does so many steps.
    public double run(int steps) {
        int s = state;
        for (int i = 0; i < steps; i++) {
            int a = 0;
            int row = s * SquareGrid.ACTIONS;
            if (random.nextDouble() < 0.1) {
                a = random.nextInt(SquareGrid.ACTIONS);
            } else if (randomTies) {
                a = oneOfTheBest(row);
            } else {
                for (int b = 1; b < SquareGrid.ACTIONS; b++) {
                    if (q[row + b] > q[row + a]) {
                        a = b;
                    }
                }
            }
            int pair = row + a;
            double target = reward[pair];
            int sNext = next[pair];
            if (!ends[pair]) {
                int rowNext = sNext * SquareGrid.ACTIONS;
                double best = q[rowNext];
                for (int b = 1; b < SquareGrid.ACTIONS; b++) {
                    best = Math.max(best, q[rowNext + b]);
                }
                target += 0.9 * best;
            }
            q[pair] += 0.1 * (target - q[pair]);
            s = ends[pair] ? 0 : sNext;
        }
        state = s;
        return q[0];
    }

    private int oneOfTheBest(int row) {
        int a = 0;
        int ties = 1;
        for (int b = 1; b < SquareGrid.ACTIONS; b++) {
            if (q[row + b] > q[row + a]) {
                a = b;
                ties = 1;
            } else if (q[row + b] == q[row + a] && random.nextInt(++ties) == 0) {
                a = b;
            }
        }
        return a;
    }
}
