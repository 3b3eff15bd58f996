package rewardscope.agent.control;

import java.util.Arrays;
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
        int[] actions = available[s];
        if (actions.length == 0) {
            return 0;
        }
        double[] row = q[s];
        double best = row[actions[0]];
        for (int i = 1; i < actions.length; i++) {
            double value = row[actions[i]];
            if (value > best) {
                best = value;
            }
        }
        return best;
    }

    /// The first action with the largest value, −1 in a terminal state.
    public int greedy(int s) {
        int best = -1;
        for (int a : available[s]) {
            if (best < 0 || q[s][a] > q[s][best]) {
                best = a;
            }
        }
        return best;
    }

    @Override
    public void exchange(StateExchange state) {
        state.matrix("q", q);
    }
}
