package rewardscope.sim;

/// When the next act is due at a speed, and how fast the run really is.
final class Pace {
    private static final double BACKLOG_SECONDS = 0.1; // what a busy machine may catch up with
    private static final long MEASURED_NANOS = 250_000_000;

    private double credit; // acts that are due
    private long earnedAt;
    private double rate;
    private long acts;
    private long since;

    /// The first act comes at once.
    void start() {
        credit = 1;
        earnedAt = System.nanoTime();
        since = earnedAt;
        acts = 0;
        rate = 0;
    }

    /// At another speed the wait for the next act begins anew.
    void change() {
        credit = 0;
    }

    /// Until the next act is due; 0 if one is.
    long nanosToNext(Frame.Speed speed) {
        double missing = (1 - credit) / speed.actsPerSecond() * 1e9 - (System.nanoTime() - earnedAt);
        return (long) Math.max(0, missing);
    }

    void earn(Frame.Speed speed) {
        long now = System.nanoTime();
        credit = Math.min(
                credit + (now - earnedAt) * 1e-9 * speed.actsPerSecond(), 1 + speed.actsPerSecond() * BACKLOG_SECONDS);
        earnedAt = now;
    }

    /// Whether an act is due; if so it counts as taken.
    boolean spend() {
        if (credit < 1) {
            return false;
        }
        credit--;
        return true;
    }

    /// Time passed in which no act was waited for.
    void skip() {
        earnedAt = System.nanoTime();
    }

    void acted(long count) {
        acts += count;
    }

    void measure() {
        long now = System.nanoTime();
        if (now - since > MEASURED_NANOS) {
            rate = acts * 1e9 / (now - since);
            acts = 0;
            since = now;
        }
    }

    /// Acts a second, as last measured.
    double rate() {
        return rate;
    }
}
