package rewardscope.agent;

import java.util.ArrayList;
import java.util.List;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// The last n transitions: S_τ, A_τ, R_{τ+1}, ..., R_{τ+n}, oldest first.
public final class Window implements Stateful {
    public static final ParameterSpec.Count N = new ParameterSpec.Count(
            "n", 4, 1, 10_000, "Rewards counted before the estimate takes over: 1 is one-step");

    private final int n;
    private final int[] states;
    private final int[] actions;
    private final double[] rewards;
    private int head;
    private int size;

    public Window(int n) {
        this.n = n;
        states = new int[n];
        actions = new int[n];
        rewards = new double[n];
    }

    /// One reward of a sum, and γ^(i−τ−1), what it counts.
    public record Reward(double discount, double reward) {}

    public int n() {
        return n;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public boolean full() {
        return size == n;
    }

    /// Appends S_t, A_t, R_{t+1}; there must be room.
    public void add(int state, int action, double reward) {
        int i = slot(size++);
        states[i] = state;
        actions[i] = action;
        rewards[i] = reward;
    }

    /// S_{τ+i}
    public int state(int i) {
        return states[slot(i)];
    }

    /// A_{τ+i}
    public int action(int i) {
        return actions[slot(i)];
    }

    /// R_{τ+1} + γ R_{τ+2} + ... over all that is in the window.
    public double discountedRewards(double gamma) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += Math.pow(gamma, i) * rewards[slot(i)];
        }
        return sum;
    }

    public void removeFirst() {
        head = slot(1);
        size--;
    }

    /// The rewards that were in the window before the last [#removeFirst].
    public List<Reward> removedRewards(double gamma) {
        var list = new ArrayList<Reward>();
        for (int i = 0; i <= size; i++) {
            list.add(new Reward(Math.pow(gamma, i), rewards[slot(i - 1)]));
        }
        return List.copyOf(list);
    }

    /// What a turn of an n-step algorithm's loop completed: the episode is over once its last pair is updated.
    public static int marks(boolean acted, boolean episodeEnded, Window window) {
        return (acted ? Mark.STEP : 0) | (episodeEnded && window.isEmpty() ? Mark.EPISODE : 0);
    }

    private int slot(int i) {
        return Math.floorMod(head + i, n);
    }

    @Override
    public void exchange(StateExchange state) {
        state.integers("states", states);
        state.integers("actions", actions);
        state.numbers("rewards", rewards);
        head = state.integer("head", head);
        size = state.integer("size", size);
    }
}
