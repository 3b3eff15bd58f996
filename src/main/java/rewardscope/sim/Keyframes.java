package rewardscope.sim;

import java.util.Map;
import java.util.TreeMap;
import rewardscope.math.Snapshot;

/// Snapshots along a run. Their spacing follows the measured time of an act, so that a replay from one to the next
/// stays short. When they are too many, or take too much memory, each new one costs an old one: a sweep from the start
/// to the end takes out those that lie closer together than a grain, which is twice the mean distance when it begins. So
/// the memory of a long run stays what it is, and no part of its past becomes much further away than another.
final class Keyframes {
    private static final long REPLAY_NANOS = 15_000_000;
    private static final long MOST_BYTES = 192L << 20;
    private static final int MOST = 16_384;

    private final TreeMap<Long, Snapshot> frames;
    private long bytes;
    private long spacing = 64;
    private long nextAt;
    private final int most;
    private long grain;
    private long swept;

    Keyframes() {
        this(MOST);
    }

    /// @param most how many are kept, at least 3
    Keyframes(int most) {
        frames = new TreeMap<>();
        this.most = most;
    }

    private Keyframes(Keyframes other, long upTo) {
        frames = new TreeMap<>(other.frames.headMap(upTo, true));
        frames.values().forEach(frame -> bytes += frame.size());
        spacing = other.spacing;
        most = other.most;
        grain = other.grain;
        swept = other.swept;
        schedule();
    }

    /// When the next one is due: looked up on every act, so kept ready.
    private void schedule() {
        nextAt = frames.isEmpty() ? 0 : frames.lastKey() + spacing;
    }

    Keyframes fork(long upTo) {
        return new Keyframes(this, upTo);
    }

    boolean due(long act) {
        return act >= nextAt;
    }

    void add(Simulation simulation) {
        var frame = Snapshot.of(simulation);
        var old = frames.put(simulation.acts(), frame);
        bytes += frame.size() - (old == null ? 0 : old.size());
        while ((bytes > MOST_BYTES || frames.size() > most) && frames.size() > 2) {
            thinOut();
        }
        schedule();
    }

    /// Takes one out that lies less than a grain behind the one before it; never the first, nor the newest.
    private void thinOut() {
        while (true) {
            Long next = frames.higherKey(swept);
            if (next == null || next.equals(frames.lastKey())) {
                swept = frames.firstKey();
                grain = 2 * (frames.lastKey() - swept) / (frames.size() - 1) + 1;
            } else if (next - swept < grain) {
                bytes -= frames.remove(next).size();
                return;
            } else {
                swept = next;
            }
        }
    }

    /// The newest at or before an act.
    Map.Entry<Long, Snapshot> before(long act) {
        return frames.floorEntry(act);
    }

    void forgetAfter(long act) {
        var later = frames.tailMap(act, false);
        later.values().forEach(frame -> bytes -= frame.size());
        later.clear();
        schedule();
    }

    /// Sets the spacing from how long acts take, and how long a snapshot: replay stays under a few milliseconds, and
    /// snapshots take a small share of the run.
    void measured(double nanosPerAct, double nanosPerSnapshot) {
        double byReplay = REPLAY_NANOS / nanosPerAct;
        double byShare = 10 * nanosPerSnapshot / nanosPerAct;
        spacing = (long) Math.clamp(Math.max(byReplay, byShare), 1, 1 << 22);
        schedule();
    }

    long bytes() {
        return bytes;
    }

    int count() {
        return frames.size();
    }

    /// The most acts between two neighbours.
    long widest() {
        long widest = 0;
        for (Long act : frames.keySet()) {
            Long next = frames.higherKey(act);
            widest = next == null ? widest : Math.max(widest, next - act);
        }
        return widest;
    }
}
