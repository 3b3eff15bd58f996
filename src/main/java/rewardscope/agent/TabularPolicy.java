package rewardscope.agent;

import rewardscope.env.FiniteMdp;

/// π(a|s) for every state and action of a finite model.
///
/// @param probability by state, then by action; rows of terminal states are all zero, the others sum to 1
public record TabularPolicy(double[][] probability) {
    /// Every available action equally likely.
    public static TabularPolicy uniform(FiniteMdp model) {
        var probability = new double[model.states()][model.actions()];
        for (int s = 0; s < probability.length; s++) {
            int[] available = model.availableActions(s);
            for (int a : available) {
                probability[s][a] = 1.0 / available.length;
            }
        }
        return new TabularPolicy(probability);
    }

    public double[] at(int state) {
        return probability[state];
    }
}
