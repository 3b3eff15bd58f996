package rewardscope.sim;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import rewardscope.math.Snapshot;

/// Snapshots along a run. Their spacing follows the measured time of an act, so that a replay from one to the next
/// stays short; under the memory cap every other one of the older ones goes.
final class Keyframes {
    private static final long REPLAY_NANOS = 15_000_000;
    private static final long MEMORY_CAP = 192L << 20;

    private final TreeMap<Long, Snapshot> frames;
    private long bytes;
    private long spacing = 64;
    private long nextAt;

    Keyframes() {
        frames = new TreeMap<>();
    }

    private Keyframes(Keyframes other, long upTo) {
        frames = new TreeMap<>(other.frames.headMap(upTo, true));
        frames.values().forEach(frame -> bytes += frame.size());
        spacing = other.spacing;
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
        if (bytes > MEMORY_CAP) {
            thinOut();
        }
        schedule();
    }

    /// Keeps the first and every other one of the older three quarters.
    private void thinOut() {
        var keys = new ArrayList<>(frames.keySet());
        for (int i = 1; i < keys.size() * 3 / 4; i += 2) {
            bytes -= frames.remove(keys.get(i)).size();
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
}
