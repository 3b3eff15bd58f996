package rewardscope.compute;

import java.util.concurrent.locks.LockSupport;

/// A caller and `threads − 1` helpers that do the parts of one job side by side. Helpers spin for a moment between
/// jobs, because the next kernel usually follows at once, and then sleep.
final class Workers implements AutoCloseable {
    /// Does the share [from, to) of a job; `part` names the thread, for its scratch memory.
    interface Job {
        void run(int part, int from, int to);
    }

    private static final int SPINS = 4_000;

    private final Helper[] helpers;

    Workers(int threads) {
        helpers = new Helper[threads - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Helper(i + 1);
            helpers[i].start();
        }
    }

    int threads() {
        return helpers.length + 1;
    }

    /// Divides 0..n among the threads, in shares that are multiples of `grain`, and waits for all.
    ///
    /// @param worth a rough count of operations; a small job stays on this thread
    void run(int n, int grain, long worth, Job job) {
        if (helpers.length == 0 || worth < 200_000) {
            job.run(0, 0, n);
            return;
        }
        int share = ((n + threads() - 1) / threads() + grain - 1) / grain * grain;
        for (int i = 0; i < helpers.length; i++) {
            helpers[i].begin(job, Math.min(n, (i + 1) * share), Math.min(n, (i + 2) * share));
        }
        try {
            job.run(0, 0, Math.min(n, share));
        } finally {
            for (Helper helper : helpers) {
                helper.await();
            }
        }
        for (Helper helper : helpers) {
            helper.rethrow();
        }
    }

    @Override
    public void close() {
        for (Helper helper : helpers) {
            helper.begin((part, from, to) -> helper.stopped = true, 0, 0);
        }
    }

    private static final class Helper extends Thread {
        private final int part;
        private Job job = (p, from, to) -> {};
        private int from;
        private int to;
        private Throwable[] failure = {};
        private boolean stopped;
        private volatile int asked;
        private volatile int finished;

        Helper(int part) {
            super("compute-" + part);
            this.part = part;
            setDaemon(true);
        }

        void begin(Job job, int from, int to) {
            this.job = job;
            this.from = from;
            this.to = to;
            asked = asked + 1;
            LockSupport.unpark(this);
        }

        void await() {
            for (int spins = 0; finished != asked; spins++) {
                if (spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    Thread.yield(); // the helper may need this very core
                }
            }
        }

        void rethrow() {
            if (failure.length > 0) {
                var first = failure[0];
                failure = new Throwable[0];
                throw new IllegalStateException("a part of a kernel failed", first);
            }
        }

        @Override
        public void run() {
            int done = 0;
            while (!stopped) {
                for (int spins = 0; asked == done; spins++) {
                    if (spins < SPINS) {
                        Thread.onSpinWait();
                    } else {
                        LockSupport.park(this);
                    }
                }
                try {
                    job.run(part, from, to);
                } catch (RuntimeException | Error e) {
                    failure = new Throwable[] {e};
                }
                done++;
                finished = done;
            }
        }
    }
}
