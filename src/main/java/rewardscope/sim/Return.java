package rewardscope.sim;

import java.util.List;

/// Leads a run back to where it was, a few milliseconds at a time: every branch by replay, each from where it left one
/// that is there already. It may be given up between two acts; what is left to do then comes with the run's own steps.
final class Return {
    private static final int BURST = 64;

    private final Branches branches;
    private final List<Way> ways;
    private final int active;
    private int done;

    /// @param branches with the first branch alone, at its start
    Return(Branches branches, List<Way> ways, int active) {
        this.branches = branches;
        this.ways = ways;
        this.active = active;
        begin();
    }

    /// The act that is being replayed to.
    long target() {
        return ways.get(Math.min(done, ways.size() - 1)).head();
    }

    private void begin() {
        Way way = ways.get(done);
        if (done > 0) {
            int origin = origin(way);
            long from = origin < 0 ? 0 : way.forkedAt();
            branches.select(Math.max(0, origin));
            branches.seek(branches.activeIndex(), from);
            branches.fork();
        }
        branches.active().follow(way);
    }

    /// A branch with the same past up to the fork; −1 if there is none any more.
    private int origin(Way way) {
        for (int i = 0; i < done; i++) {
            if (ways.get(i).head() >= way.forkedAt() && way.sameBefore(way.forkedAt(), ways.get(i))) {
                return way.forkedAt() < 0 ? -1 : i;
            }
        }
        return -1;
    }

    /// Goes on for about so long; returns how many acts were replayed.
    long advanceFor(long nanos) {
        long until = System.nanoTime() + nanos;
        long acts = 0;
        while (!over() && System.nanoTime() < until) {
            Timeline timeline = branches.active();
            long burst = Math.min(BURST, ways.get(done).head() - timeline.now());
            long begun = System.nanoTime();
            for (long i = 0; i < burst && (i == 0 || System.nanoTime() - begun < nanos); i++) {
                branches.advance(branches.activeIndex());
                acts++;
            }
            if (timeline.now() >= ways.get(done).head()) {
                next();
            }
        }
        return acts;
    }

    private void next() {
        done++;
        if (done < ways.size()) {
            begin();
            return;
        }
        for (int i = 0; i < ways.size(); i++) {
            branches.seek(i, ways.get(i).act());
        }
        branches.select(active);
    }

    boolean over() {
        return done >= ways.size();
    }
}
