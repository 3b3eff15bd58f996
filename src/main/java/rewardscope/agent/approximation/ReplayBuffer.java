package rewardscope.agent.approximation;

import java.util.Arrays;
import rewardscope.agent.Replays;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// The last transitions (S, A, R, S′, terminated), to learn from again and again in random order. When it is full, the
/// oldest makes room.
final class ReplayBuffer implements Stateful {
    private final int capacity;
    private final int width;
    private final int rowWidth;

    /// S, S′, A, R and whether S′ has no future, row after row.
    private final double[] rows;

    private int size;
    private int newest = -1;

    ReplayBuffer(int capacity, int width) {
        this.capacity = capacity;
        this.width = width;
        rowWidth = 2 * width + 3;
        rows = new double[capacity * rowWidth];
    }

    void add(double[] s, int a, double r, double[] sNext, boolean terminated) {
        newest = (newest + 1) % capacity;
        size = Math.min(size + 1, capacity);
        int at = newest * rowWidth;
        System.arraycopy(s, 0, rows, at, width);
        System.arraycopy(sNext, 0, rows, at + width, width);
        rows[at + 2 * width] = a;
        rows[at + 2 * width + 1] = r;
        rows[at + 2 * width + 2] = terminated ? 1 : 0;
    }

    int size() {
        return size;
    }

    int capacity() {
        return capacity;
    }

    /// Where the last transition was put.
    int newest() {
        return newest;
    }

    /// What is stored, for the eye; more than `most` places are summed up.
    Replays.Contents contents(int most) {
        int perCell = (capacity + most - 1) / most;
        var reward = new double[(size + perCell - 1) / perCell];
        for (int cell = 0; cell < reward.length; cell++) {
            int from = cell * perCell;
            int to = Math.min(size, from + perCell);
            for (int i = from; i < to; i++) {
                reward[cell] += reward(i) / (to - from);
            }
        }
        return new Replays.Contents(capacity, size, newest, perCell, reward);
    }

    /// Draws rows, each alike, with replacement.
    void sample(int[] index, RandomStream random) {
        for (int i = 0; i < index.length; i++) {
            index[i] = random.below(size);
        }
    }

    /// Copies S and S′ of a row into row i of two matrices.
    void observations(int index, double[] s, double[] sNext, int i) {
        System.arraycopy(rows, index * rowWidth, s, i * width, width);
        System.arraycopy(rows, index * rowWidth + width, sNext, i * width, width);
    }

    int action(int index) {
        return (int) rows[index * rowWidth + 2 * width];
    }

    double reward(int index) {
        return rows[index * rowWidth + 2 * width + 1];
    }

    boolean terminated(int index) {
        return rows[index * rowWidth + 2 * width + 2] != 0;
    }

    @Override
    public void exchange(StateExchange state) {
        size = state.integer("size", size);
        newest = state.integer("newest", newest);
        double[] present = Arrays.copyOf(rows, size * rowWidth);
        state.numbers("rows", present);
        System.arraycopy(present, 0, rows, 0, present.length);
    }
}
