package rewardscope.agent.control;

import java.util.Arrays;
import rewardscope.agent.Traces;
import rewardscope.env.FiniteMdp;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// Q(s, a) for every action that is available in each state. Entries of actions that are not available stay NaN;
/// terminal states have no entries and are worth 0.
///
/// The maximum of every row is kept beside the table, so that asking for it, or for the greedy action, costs nothing;
/// only a write that lowers or meets a maximum makes the row be looked through again.
public final class QTable implements Stateful {
    private final double[][] q;
    private final int[][] available;
    private final double[] max;
    private final int[] greedy;
    private final int[] ties;

    public QTable(FiniteMdp model, double initial) {
        int states = model.states();
        q = new double[states][model.actions()];
        available = new int[states][];
        max = new double[states];
        greedy = new int[states];
        ties = new int[states];
        for (int s = 0; s < states; s++) {
            Arrays.fill(q[s], Double.NaN);
            available[s] = model.availableActions(s);
            for (int a : available[s]) {
                q[s][a] = initial;
            }
            lookThrough(s);
        }
    }

    /// The live table, for reading.
    public double[][] values() {
        return q;
    }

    public double get(int s, int a) {
        return q[s][a];
    }

    public void set(int s, int a, double value) {
        double old = q[s][a];
        q[s][a] = value;
        if (value > max[s]) {
            max[s] = value;
            greedy[s] = a;
            ties[s] = 1;
        } else if (value != old && !(old < max[s] && value < max[s])) {
            lookThrough(s);
        }
    }

    /// Finds the maximum of a row, the first action that attains it, and how many do.
    private void lookThrough(int s) {
        int[] actions = available[s];
        max[s] = actions.length == 0 ? 0 : Double.NEGATIVE_INFINITY;
        greedy[s] = actions.length == 0 ? -1 : actions[0];
        ties[s] = 0;
        for (int a : actions) {
            double value = q[s][a];
            if (value > max[s]) {
                max[s] = value;
                greedy[s] = a;
                ties[s] = 1;
            } else if (value == max[s]) {
                ties[s]++;
            }
        }
    }

    /// The actions that can be taken in a state, in order.
    public int[] available(int s) {
        return available[s];
    }

    /// max_a Q(s, a); 0 in a terminal state.
    public double max(int s) {
        return max[s];
    }

    /// The first action with the largest value, −1 in a terminal state.
    public int greedy(int s) {
        return greedy[s];
    }

    /// How many actions have the largest value.
    public int ties(int s) {
        return ties[s];
    }

    /// The i-th of the actions with the largest value.
    public int greedy(int s, int i) {
        int a = greedy[s];
        for (int left = i; left > 0; left--) {
            do {
                a++;
            } while (q[s][a] != max[s]);
        }
        return a;
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
            int s = stateOf(pair);
            int a = actionOf(pair);
            set(s, a, q[s][a] + step * z.at(pair));
        }
    }

    @Override
    public void exchange(StateExchange state) {
        state.matrix("q", q);
        for (int s = 0; s < q.length; s++) {
            lookThrough(s);
        }
    }
}
