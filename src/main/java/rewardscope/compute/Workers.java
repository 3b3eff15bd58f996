package rewardscope.compute;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A caller and `threads − 1` helpers that work off the chunks of one job side by side. Each takes the next chunk when
/// it has done its last, so that a thread whose core is busy elsewhere delays nobody: the others do its share.
///
/// Helpers spin for a moment between jobs, because the next kernel usually follows at once, and then sleep.
final class Workers implements AutoCloseable {
    /// Does the chunk [from, to) of a job; `part` names the thread, for its scratch memory.
    interface Job {
        void run(int part, int from, int to);
    }

    /// What each thread does before its first chunk of a job.
    interface Begin {
        void run(int part);
    }

    private static final int SPINS = 4_000;
    private static final int CHUNKS_A_THREAD = 8;
    private static final long WORTH_SHARING = 100_000;

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

    /// Does 0..n in chunks, each on one thread, and waits until all are done.
    ///
    /// @param grain the size of a chunk is a multiple of it, the last one's apart
    /// @param worth a rough count of operations; a small job stays on this thread, in one chunk
    void run(int n, int grain, long worth, Job job) {
        run(n, grain, worth, part -> {}, job);
    }

    void run(int n, int grain, long worth, Begin begin, Job job) {
        if (helpers.length == 0 || worth < WORTH_SHARING || n <= grain) {
            begin.run(0);
            job.run(0, 0, n);
            return;
        }
        int share = Math.ceilDiv(n, threads() * CHUNKS_A_THREAD);
        var shared = new Shared(begin, job, n, Math.ceilDiv(share, grain) * grain);
        for (Helper helper : helpers) {
            helper.help(shared);
        }
        shared.work(0);
        shared.await();
    }

    @Override
    public void close() {
        for (Helper helper : helpers) {
            helper.close();
        }
    }

    /// One job whose chunks are claimed by a counter. A helper that comes late finds nothing left.
    private static final class Shared {
        private final Begin begin;
        private final Job job;
        private final int n;
        private final int chunk;
        private final AtomicInteger claimed = new AtomicInteger();
        private final AtomicInteger unfinished;
        private volatile Throwable[] failure = {};

        Shared(Begin begin, Job job, int n, int chunk) {
            this.begin = begin;
            this.job = job;
            this.n = n;
            this.chunk = chunk;
            unfinished = new AtomicInteger(Math.ceilDiv(n, chunk));
        }

        void work(int part) {
            boolean first = true;
            for (long from; (from = (long) claimed.getAndIncrement() * chunk) < n; first = false) {
                try {
                    if (first) {
                        begin.run(part);
                    }
                    job.run(part, (int) from, (int) Math.min(n, from + chunk));
                } catch (RuntimeException | Error e) {
                    failure = new Throwable[] {e};
                } finally {
                    unfinished.decrementAndGet();
                }
            }
        }

        void await() {
            for (int spins = 0; unfinished.get() > 0; spins++) {
                if (spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    Thread.yield(); // a helper may need this very core
                }
            }
            if (failure.length > 0) {
                throw new IllegalStateException("a part of a kernel failed", failure[0]);
            }
        }
    }

    private static final class Helper extends Thread implements AutoCloseable {
        private static final Shared NOTHING = new Shared(part -> {}, (part, from, to) -> {}, 0, 1);

        private final int part;
        private volatile Shared asked = NOTHING;
        private volatile boolean asleep;
        private volatile boolean closed;

        Helper(int part) {
            super("compute-" + part);
            this.part = part;
            setDaemon(true);
        }

        void help(Shared job) {
            asked = job;
            if (asleep) {
                LockSupport.unpark(this);
            }
        }

        @Override
        public void close() {
            closed = true;
            LockSupport.unpark(this);
        }

        @Override
        public void run() {
            Shared last = NOTHING;
            while (!closed) {
                for (int spins = 0; asked == last && !closed; spins++) {
                    if (spins < SPINS) {
                        Thread.onSpinWait();
                    } else {
                        sleepUnlessAskedFor(last);
                    }
                }
                last = asked;
                last.work(part);
            }
        }

        private void sleepUnlessAskedFor(Shared last) {
            asleep = true;
            if (asked == last && !closed) {
                LockSupport.park(this);
            }
            asleep = false;
        }
    }
}
