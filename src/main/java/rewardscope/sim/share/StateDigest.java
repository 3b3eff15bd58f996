package rewardscope.sim.share;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import rewardscope.math.Snapshot;
import rewardscope.sim.Simulation;
import rewardscope.sim.Timeline;

/// A short name for the whole state of a run: tables or weights, optimiser moments, buffers, random streams, counts. Two
/// states with one name are the same bit for bit, as far as 64 bits of SHA-256 can tell.
public final class StateDigest {
    private static final int DIGITS = 16;

    private StateDigest() {}

    public static String of(Simulation simulation) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Snapshot.of(simulation).toBytes());
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /// Where a timeline stands, what was done there included.
    public static Shared.Proof proof(Timeline timeline) {
        timeline.seek(timeline.now());
        return proof(timeline.present());
    }

    public static Shared.Proof proof(Simulation simulation) {
        return new Shared.Proof(of(simulation), simulation.agent().backend());
    }
}
