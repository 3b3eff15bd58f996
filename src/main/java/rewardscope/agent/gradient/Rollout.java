package rewardscope.agent.gradient;

import java.util.Arrays;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// Steps collected with one policy, in the order in which they happened, and what was worked out about them. Row t of
/// each array belongs to step t.
final class Rollout implements Stateful {
    final int capacity;
    final int width;
    final int actionWidth;
    final int memoryWidth;

    final double[] observations;
    final double[] actions;
    final double[] reward;
    final boolean[] terminated;
    final boolean[] truncated;

    /// ln π_old(a|s)
    final double[] logProbability;

    /// π_old( · |s), as the policy remembers it
    final double[] memory;

    /// V(S_t)
    final double[] v;

    /// V of the observation that step t led to
    final double[] vNext;

    final double[] advantage;

    /// Â + V: what the value should have been
    final double[] target;

    int size;

    Rollout(int capacity, int width, Policy policy) {
        this.capacity = capacity;
        this.width = width;
        actionWidth = policy.actionWidth();
        memoryWidth = policy.memoryWidth();
        observations = new double[capacity * width];
        actions = new double[capacity * actionWidth];
        reward = new double[capacity];
        terminated = new boolean[capacity];
        truncated = new boolean[capacity];
        logProbability = new double[capacity];
        memory = new double[capacity * memoryWidth];
        v = new double[capacity];
        vNext = new double[capacity];
        advantage = new double[capacity];
        target = new double[capacity];
    }

    boolean full() {
        return size == capacity;
    }

    /// Adds a step; its `vNext` stays 0 until [#bootstrap] or the next step's value gives it.
    void add(
            double[] observation,
            double[] action,
            double reward,
            boolean terminated,
            boolean truncated,
            double logProbability) {
        int t = size++;
        System.arraycopy(observation, 0, observations, t * width, width);
        System.arraycopy(action, 0, actions, t * actionWidth, actionWidth);
        this.reward[t] = reward;
        this.terminated[t] = terminated;
        this.truncated[t] = truncated;
        this.logProbability[t] = logProbability;
        vNext[t] = 0;
    }

    /// Whether the value after step t is that of step t + 1 in this rollout.
    boolean goesOn(int t) {
        return !terminated[t] && !truncated[t] && t < size - 1;
    }

    void clear() {
        size = 0;
    }

    @Override
    public void exchange(StateExchange state) {
        size = state.integer("size", size);
        filled("observations", observations, width, state);
        filled("actions", actions, actionWidth, state);
        filled("reward", reward, 1, state);
        filled("logProbability", logProbability, 1, state);
        filled("memory", memory, memoryWidth, state);
        filled("v", v, 1, state);
        filled("vNext", vNext, 1, state);
        filled("advantage", advantage, 1, state);
        filled("target", target, 1, state);
        var ends = new int[size];
        for (int t = 0; t < size; t++) {
            ends[t] = (terminated[t] ? 1 : 0) | (truncated[t] ? 2 : 0);
        }
        state.integers("ends", ends);
        for (int t = 0; t < size; t++) {
            terminated[t] = (ends[t] & 1) != 0;
            truncated[t] = (ends[t] & 2) != 0;
        }
    }

    /// Only the rows that are there.
    private void filled(String name, double[] rows, int width, StateExchange state) {
        double[] present = Arrays.copyOf(rows, size * width);
        state.numbers(name, present);
        System.arraycopy(present, 0, rows, 0, present.length);
    }
}
