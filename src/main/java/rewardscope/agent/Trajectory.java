package rewardscope.agent;

import java.util.Arrays;
import rewardscope.env.FiniteMdp;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// S_0, A_0, R_1, S_1, A_1, R_2, ... of one episode, kept until it can be learned from.
public final class Trajectory implements Stateful {
    /// An episode that goes on longer than this will not end.
    private static final int LIMIT = 20_000_000;

    private final int actionsEach;
    private final int[] lastEpisodeAt;
    private int episode = 1;

    private int length;
    private boolean[] first = new boolean[64];
    private int[] states = new int[64];
    private int[] actions = new int[64];
    private double[] rewards = new double[64];

    private Trajectory(int entries, int actionsEach) {
        this.actionsEach = actionsEach;
        lastEpisodeAt = new int[entries];
    }

    /// For learning V: a visit is a visit to a state.
    public static Trajectory ofStates(FiniteMdp model) {
        return new Trajectory(model.states(), 0);
    }

    /// For learning Q: a visit is an action taken in a state.
    public static Trajectory ofPairs(FiniteMdp model) {
        return new Trajectory(model.states() * model.actions(), model.actions());
    }

    /// T: the number of transitions.
    public int length() {
        return length;
    }

    public void clear() {
        length = 0;
        episode++;
    }

    /// Appends S_t, A_t, R_{t+1}.
    public void add(int state, int action, double reward) {
        if (length == LIMIT) {
            throw new IllegalStateException("an episode has not ended after " + LIMIT
                    + " steps, and this agent learns only when it does: set `max-steps` on the environment");
        }
        ensureCapacity(length + 1);
        states[length] = state;
        actions[length] = action;
        rewards[length] = reward;
        noteVisit(length);
        length++;
    }

    private void noteVisit(int t) {
        int entry = actionsEach == 0 ? states[t] : states[t] * actionsEach + actions[t];
        first[t] = lastEpisodeAt[entry] != episode;
        lastEpisodeAt[entry] = episode;
    }

    /// Whether S_t (or S_t, A_t) was not visited before t.
    public boolean firstVisit(int t) {
        return first[t];
    }

    /// S_t
    public int state(int t) {
        return states[t];
    }

    /// A_t
    public int action(int t) {
        return actions[t];
    }

    /// R_{t+1}: the reward that followed S_t and A_t.
    public double reward(int t) {
        return rewards[t];
    }

    private void ensureCapacity(int n) {
        if (n > states.length) {
            int capacity = Math.max(n, 2 * states.length);
            first = Arrays.copyOf(first, capacity);
            states = Arrays.copyOf(states, capacity);
            actions = Arrays.copyOf(actions, capacity);
            rewards = Arrays.copyOf(rewards, capacity);
        }
    }

    @Override
    public void exchange(StateExchange state) {
        length = state.integer("length", length);
        ensureCapacity(length);
        int[] s = Arrays.copyOf(states, length);
        int[] a = Arrays.copyOf(actions, length);
        double[] r = Arrays.copyOf(rewards, length);
        state.integers("states", s);
        state.integers("actions", a);
        state.numbers("rewards", r);
        System.arraycopy(s, 0, states, 0, length);
        System.arraycopy(a, 0, actions, 0, length);
        System.arraycopy(r, 0, rewards, 0, length);
        episode++;
        for (int t = 0; t < length; t++) {
            noteVisit(t);
        }
    }
}
