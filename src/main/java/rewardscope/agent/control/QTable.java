package rewardscope.agent.control;

import java.util.Arrays;
import rewardscope.agent.Traces;
import rewardscope.env.FiniteMdp;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// Q(s, a) for every action that is available in each state. Entries of actions that are not available stay NaN;
/// terminal states have no entries and are worth 0.
public final class QTable implements Stateful {
    private final double[][] q;
    private final int[][] available;

    public QTable(FiniteMdp model, double initial) {
        q = new double[model.states()][model.actions()];
        available = new int[model.states()][];
        for (int s = 0; s < q.length; s++) {
            Arrays.fill(q[s], Double.NaN);
            available[s] = model.availableActions(s);
            for (int a : available[s]) {
                q[s][a] = initial;
            }
        }
    }

    public double[][] values() {
        return q;
    }

    public double get(int s, int a) {
        return q[s][a];
    }

    public void set(int s, int a, double value) {
        q[s][a] = value;
    }

    public int[] available(int s) {
        return available[s];
    }

    /// max_a Q(s, a); 0 in a terminal state.
    public double max(int s) {
        int best = greedy(s);
        return best < 0 ? 0 : q[s][best];
    }

    /// The first action with the largest value, −1 in a terminal state.
    public int greedy(int s) {
        double[] row = q[s];
        int best = -1;
        double bestValue = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < row.length; a++) {
            if (row[a] > bestValue) { // false for the NaN of an action that is not available
                best = a;
                bestValue = row[a];
            }
        }
        return best >= 0 || available[s].length == 0 ? best : available[s][0];
    }

    /// The number of the pair (s, a), for arrays with an entry for each.
    public int pair(int s, int a) {
        return s * q[s].length + a;
    }

    public int stateOf(int pair) {
        return pair / q[0].length;
    }

    public int actionOf(int pair) {
        return pair % q[0].length;
    }

    /// Q ← Q + step · z, for every pair that has a trace.
    ///
    /// @param z not modified
    public void addTraced(double step, Traces z) {
        for (int i = 0; i < z.count(); i++) {
            int pair = z.entry(i);
            q[stateOf(pair)][actionOf(pair)] += step * z.at(pair);
        }
    }

    @Override
    public void exchange(StateExchange state) {
        state.matrix("q", q);
    }
}
