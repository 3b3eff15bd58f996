package rewardscope.ui.stage;

import rewardscope.sim.View;

/// Readings of the tables that hold for all painters.
final class Values {
    private Values() {}

    /// V(s) where the agent keeps it, else max_a Q(s,a); NaN if there is neither.
    static double of(View.Learned learned, int s) {
        if (learned.v().isPresent()) {
            return learned.v().get()[s];
        }
        if (learned.q().isPresent()) {
            double[] row = learned.q().get()[s];
            int best = best(row);
            return best < 0 ? Double.NaN : row[best];
        }
        return Double.NaN;
    }

    /// V(s), or max_a Q(s,a), of every state.
    static double[] all(View.Learned learned, int states) {
        var values = new double[states];
        for (int s = 0; s < states; s++) {
            values[s] = of(learned, s);
        }
        return values;
    }

    /// The first action with the largest value, −1 if none is available.
    static int best(double[] row) {
        int best = -1;
        for (int a = 0; a < row.length; a++) {
            if (!Double.isNaN(row[a]) && (best < 0 || row[a] > row[best])) {
                best = a;
            }
        }
        return best;
    }

    /// The largest probability of a row.
    static double largest(double[] row) {
        double largest = 0;
        for (double p : row) {
            largest = Math.max(largest, p);
        }
        return largest;
    }
}
