package rewardscope.agent.gradient;

import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// Cuts a batch into minibatches, in a new random order every epoch, and gathers the rows of one.
final class Minibatch implements Stateful {
    private final Rollout rollout;
    private final RandomStream random;
    private final int minibatches;
    private final int epochs;
    private final int[] order;

    /// The rows of this minibatch, side by side.
    final double[] observations;

    final double[] actions;

    /// Where each row stands in the rollout.
    final int[] index;

    /// Advantages, normalised if asked for.
    final double[] advantage;

    int size;

    /// Epoch and minibatch, counted from 0.
    int epoch;

    int number;

    Minibatch(Rollout rollout, int minibatches, int epochs, RandomStream random) {
        this.rollout = rollout;
        this.random = random;
        this.minibatches = Math.min(minibatches, rollout.capacity);
        this.epochs = epochs;
        order = new int[rollout.capacity];
        int largest = (rollout.capacity + this.minibatches - 1) / this.minibatches;
        observations = new double[largest * rollout.width];
        actions = new double[largest * rollout.actionWidth];
        index = new int[largest];
        advantage = new double[largest];
        restart();
    }

    /// Before the first minibatch of a batch.
    void restart() {
        epoch = 0;
        number = -1;
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
    }

    /// Whether this was the last one of the last epoch.
    boolean last() {
        return number == minibatches - 1 && epoch == epochs - 1;
    }

    /// Gathers the next minibatch.
    void next(boolean normalise) {
        number++;
        if (number == minibatches) {
            number = 0;
            epoch++;
        }
        if (number == 0) {
            shuffle();
        }
        int from = (int) ((long) number * order.length / minibatches);
        int to = (int) ((long) (number + 1) * order.length / minibatches);
        size = to - from;
        for (int i = 0; i < size; i++) {
            int t = order[from + i];
            index[i] = t;
            advantage[i] = rollout.advantage[t];
            copy(rollout.observations, t, rollout.width, observations, i);
            copy(rollout.actions, t, rollout.actionWidth, actions, i);
        }
        if (normalise) {
            Advantages.normalise(rollout.advantage, order, from, to, advantage);
        }
    }

    private static void copy(double[] source, int row, int width, double[] target, int targetRow) {
        for (int i = 0; i < width; i++) {
            target[targetRow * width + i] = source[row * width + i];
        }
    }

    private void shuffle() {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.below(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
    }

    int epochs() {
        return epochs;
    }

    int minibatches() {
        return minibatches;
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("random", random);
        state.integers("order", order);
        epoch = state.integer("epoch", epoch);
        number = state.integer("number", number);
    }
}
