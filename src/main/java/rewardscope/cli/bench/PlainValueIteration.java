package rewardscope.cli.bench;

import rewardscope.env.FiniteMdp;

/// Value iteration as a loop that one would write by hand, to measure ours against: the transition table as flat arrays, one loop.
public final class PlainValueIteration {
    private final int states;
    private final int[] offset;
    private final int[] next;
    private final double[] probability;
    private final double[] reward;
    private double[] v;
    private double[] vNew;

    public PlainValueIteration(FiniteMdp model) {
        states = model.states();
        offset = new int[states * SquareGrid.ACTIONS + 1];
        int outcomes = model.last(states - 1, SquareGrid.ACTIONS - 1);
        next = new int[outcomes];
        probability = new double[outcomes];
        reward = new double[outcomes];
        for (int pair = 0; pair < states * SquareGrid.ACTIONS; pair++) {
            offset[pair] = model.first(pair / SquareGrid.ACTIONS, pair % SquareGrid.ACTIONS);
        }
        offset[states * SquareGrid.ACTIONS] = outcomes;
        for (int k = 0; k < outcomes; k++) {
            next[k] = model.next(k);
            probability[k] = model.probability(k);
            reward[k] = model.reward(k);
        }
        v = new double[states];
        vNew = new double[states];
    }

    /// Backs up every state once and returns the largest change.
    public double sweep() {
        double maxChange = 0;
        for (int s = 0; s < states - 1; s++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int a = 0; a < SquareGrid.ACTIONS; a++) {
                double sum = 0;
                for (int k = offset[s * SquareGrid.ACTIONS + a]; k < offset[s * SquareGrid.ACTIONS + a + 1]; k++) {
                    sum += probability[k] * (reward[k] + 0.9 * v[next[k]]);
                }
                best = Math.max(best, sum);
            }
            maxChange = Math.max(maxChange, Math.abs(best - v[s]));
            vNew[s] = best;
        }
        double[] finished = vNew;
        vNew = v;
        v = finished;
        return maxChange;
    }
}
