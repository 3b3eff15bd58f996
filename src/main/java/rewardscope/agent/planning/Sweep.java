package rewardscope.agent.planning;

import java.util.Arrays;
import java.util.stream.IntStream;
import rewardscope.env.FiniteMdp;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// Walks over all states that have actions, again and again, and keeps the one or two tables of values that the
/// backups read and write. Synchronous sweeps read v_k and write v_{k+1}; in place they are the same table.
public final class Sweep implements Stateful {
    private final int[] order;
    private final boolean inPlace;
    private final double[] even;
    private final double[] odd;

    private double[] read;
    private double[] write;
    private int cursor;
    private int sweeps;
    private double changeSoFar;
    private double maxChange = Double.POSITIVE_INFINITY;
    private boolean ended;

    /// @param initial the value of every state that has actions; terminal states are worth 0 for good
    public Sweep(FiniteMdp model, double initial, boolean inPlace) {
        order = IntStream.range(0, model.states()).filter(s -> !model.terminal(s)).toArray();
        this.inPlace = inPlace;
        even = new double[model.states()];
        for (int s : order) {
            even[s] = initial;
        }
        odd = even.clone();
        read = even;
        write = inPlace ? even : odd;
    }

    /// The state to back up next.
    public int state() {
        return order[cursor];
    }

    /// The table that backups read.
    public double[] read() {
        return read;
    }

    /// The newest complete table: after a sweep, what it made.
    public double[] values() {
        return read;
    }

    /// Writes the new value of [#state] and moves on.
    public void write(double vNew) {
        int s = order[cursor];
        double change = Math.abs(vNew - read[s]);
        if (!(change <= changeSoFar)) { // NaN counts as a change
            changeSoFar = change;
        }
        write[s] = vNew;
        cursor++;
        ended = cursor == order.length;
        if (ended) {
            cursor = 0;
            sweeps++;
            maxChange = changeSoFar;
            changeSoFar = 0;
            if (!inPlace) {
                double[] finished = write;
                write = read;
                read = finished;
            }
        }
    }

    /// Whether the last write ended a sweep.
    public boolean ended() {
        return ended;
    }

    /// Whole sweeps so far.
    public int sweeps() {
        return sweeps;
    }

    /// The largest change of a value in the last whole sweep; infinite before the first.
    public double maxChange() {
        return maxChange;
    }

    /// The values as the eye should see them: in the middle of a synchronous sweep, those already backed up are new.
    public double[] seen() {
        double[] seen = read.clone();
        for (int i = 0; i < cursor; i++) {
            seen[order[i]] = write[order[i]];
        }
        return seen;
    }

    /// Starts over with the first state, keeping the values.
    public void restart() {
        cursor = 0;
        changeSoFar = 0;
        maxChange = Double.POSITIVE_INFINITY;
        if (!inPlace) {
            System.arraycopy(read, 0, write, 0, read.length);
        }
    }

    /// Sets every value to a copy of these.
    public void setAll(double[] values) {
        System.arraycopy(values, 0, even, 0, even.length);
        System.arraycopy(values, 0, odd, 0, odd.length);
    }

    @Override
    public void exchange(StateExchange state) {
        state.numbers("even", even);
        state.numbers("odd", odd);
        boolean readsEven = state.flag("readsEven", read == even);
        read = readsEven ? even : odd;
        write = inPlace ? read : readsEven ? odd : even;
        cursor = state.integer("cursor", cursor);
        sweeps = state.integer("sweeps", sweeps);
        changeSoFar = state.number("changeSoFar", changeSoFar);
        maxChange = state.number("maxChange", maxChange);
    }

    @Override
    public String toString() {
        return "sweep " + sweeps + ", state " + state() + " " + Arrays.toString(read);
    }
}
