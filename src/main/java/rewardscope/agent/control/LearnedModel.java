package rewardscope.agent.control;

import java.util.Arrays;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// A model learned by remembering: the last reward and next state of every pair (s, a) seen, which is all there is to
/// know of a deterministic world.
final class LearnedModel implements Stateful {
    private static final int UNSEEN = -1;

    private final int[] next;
    private final double[] reward;
    private final boolean[] terminates;
    private final int[] seen;
    private int size;

    LearnedModel(int pairs) {
        next = new int[pairs];
        Arrays.fill(next, UNSEEN);
        reward = new double[pairs];
        terminates = new boolean[pairs];
        seen = new int[pairs];
    }

    void observe(int pair, double r, int sNext, boolean terminated) {
        if (next[pair] == UNSEEN) {
            seen[size++] = pair;
        }
        next[pair] = sNext;
        reward[pair] = r;
        terminates[pair] = terminated;
    }

    /// How many pairs have been seen.
    int size() {
        return size;
    }

    /// The i-th pair seen.
    int pair(int i) {
        return seen[i];
    }

    double reward(int pair) {
        return reward[pair];
    }

    int next(int pair) {
        return next[pair];
    }

    boolean terminates(int pair) {
        return terminates[pair];
    }

    @Override
    public void exchange(StateExchange state) {
        state.integers("next", next);
        state.numbers("reward", reward);
        for (int pair = 0; pair < terminates.length; pair++) {
            terminates[pair] = state.flag("terminates", terminates[pair]);
        }
        size = state.integer("size", size);
        Arrays.fill(seen, size, seen.length, 0);
        state.integers("seen", seen);
    }
}
