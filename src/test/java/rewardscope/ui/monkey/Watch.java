package rewardscope.ui.monkey;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.application.Platform;

/// Catches what goes wrong in a window: exceptions on any thread, thrown or logged, and a JavaFX thread that does not
/// come to its turn.
public final class Watch implements AutoCloseable {
    /// Longer than this is felt as a freeze.
    public static final long FREEZE_MILLIS = Long.getLong("rewardscope.freeze", 250);

    private static final int LOOK_MILLIS = 10;
    private static final Set<String> WAITS = Set.of("park", "wait0", "sleepNanos0", "sleep0");

    private final ConcurrentLinkedQueue<Trouble> troubles = new ConcurrentLinkedQueue<>();
    private final AtomicLong longestWait = new AtomicLong();
    private final AtomicLong longestWork = new AtomicLong();
    private final AtomicLong longestSilence = new AtomicLong();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Thread window;
    private final Optional<Thread> painter;
    private final PrintStream standardError = System.err;
    private final Handler log = new LogHandler();
    private volatile boolean closed;
    private volatile boolean counting = true;

    /// Starts watching; call it on the JavaFX thread.
    public Watch() {
        window = Thread.currentThread();
        painter = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("QuantumRenderer"))
                .findFirst();
        window.setUncaughtExceptionHandler((_, e) -> caught(e));
        Thread.setDefaultUncaughtExceptionHandler((_, e) -> caught(e));
        Logger.getLogger("").addHandler(log);
        System.setErr(new PrintStream(new ErrorLines(), true, StandardCharsets.UTF_8));
        Thread.ofPlatform().daemon().priority(Thread.MAX_PRIORITY).name("watchdog").start(this::look);
    }

    /// What came to light since it was last asked.
    public List<Trouble> take() {
        var taken = new ArrayList<Trouble>();
        for (Trouble each = troubles.poll(); each != null; each = troubles.poll()) {
            taken.add(each);
        }
        return taken;
    }

    public void report(Trouble trouble) {
        troubles.add(trouble);
    }

    /// Whether waits are counted: not while the garbage collector is asked for.
    public void count(boolean on) {
        counting = on;
    }

    public long longestWaitMillis() {
        return longestWait.get();
    }

    /// The longest time without a sign of life by the clock, whoever had the processor meanwhile.
    public long longestSilenceMillis() {
        return longestSilence.get();
    }

    /// The longest stretch of work of the JavaFX thread without a pause, in milliseconds of processor time.
    public long longestWorkMillis() {
        return longestWork.get();
    }

    /// Takes an exception down, unless it is the platform's that has no display.
    public void caught(Throwable e) {
        boolean platform = Arrays.stream(e.getStackTrace())
                .limit(14)
                .anyMatch(frame -> frame.getClassName().startsWith("com.sun.glass.ui.headless"));
        if (platform) {
            return; // it has no file chooser, and its robot no window under every point
        }
        troubles.add(Trouble.of(Trouble.Kind.EXCEPTION, e));
    }

    /// Asks the JavaFX thread for a sign of life again and again, and looks at what it does when none comes.
    private void look() {
        while (!closed) {
            var answered = new AtomicLong();
            long asked = System.nanoTime();
            long work = work();
            Platform.runLater(() -> answered.set(System.nanoTime()));
            StackTraceElement[] during = {};
            var profile = new Profile();
            while (answered.get() == 0 && !closed) {
                pause();
                long waited = (System.nanoTime() - asked) / 1_000_000;
                if (answered.get() == 0 && waited > 3 * LOOK_MILLIS) {
                    StackTraceElement[] now = window.getStackTrace();
                    profile.add(now);
                    if (waited > FREEZE_MILLIS / 2 && during.length == 0) {
                        during = now;
                    }
                }
            }
            long waited = (answered.get() - asked) / 1_000_000;
            long worked = (work() - work) / 1_000_000;
            boolean waits = waitsForUs(during);
            boolean ours = worked > FREEZE_MILLIS || waits; // else other programs had the processor
            if (counting && !closed) {
                longestSilence.accumulateAndGet(waited, Math::max);
                longestWork.accumulateAndGet(Math.min(worked, waited), Math::max);
                if (ours) {
                    longestWait.accumulateAndGet(waited, Math::max);
                }
                if (ours && waited > FREEZE_MILLIS) {
                    troubles.add(new Trouble(
                            Trouble.Kind.FREEZE,
                            "the window stood still (" + (waits ? "waiting" : "working") + ", worked " + worked + " ms)",
                            Stream.concat(profile.lines().stream(), Arrays.stream(during).map(Object::toString))
                                    .toList(),
                            waited));
                }
            }
            pause();
        }
    }

    /// Processor time of the JavaFX thread and of the one that draws for it, which it waits for.
    private long work() {
        return threads.getThreadCpuTime(window.threadId())
                + painter.map(thread -> threads.getThreadCpuTime(thread.threadId())).orElse(0L);
    }

    /// Whether the application, and not JavaFX, lets the thread wait.
    private static boolean waitsForUs(StackTraceElement[] frames) {
        for (StackTraceElement frame : frames) {
            if (frame.getClassName().startsWith("rewardscope")) {
                return !frames[0].getClassName().startsWith("rewardscope")
                        && WAITS.contains(frames[0].getMethodName());
            }
            if (!frame.getClassName().startsWith("java.") && !frame.getClassName().startsWith("jdk.")) {
                return false;
            }
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        System.setErr(standardError);
        Logger.getLogger("").removeHandler(log);
        Thread.setDefaultUncaughtExceptionHandler(null);
        window.setUncaughtExceptionHandler(null);
    }

    private final class LogHandler extends Handler {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                Throwable thrown = entry.getThrown();
                if (thrown != null) {
                    caught(thrown);
                } else {
                    troubles.add(new Trouble(
                            Trouble.Kind.LOGGED,
                            String.valueOf(entry.getMessage()),
                            Arrays.stream(Thread.currentThread().getStackTrace()).skip(2).map(Object::toString).toList(),
                            0));
                }
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /// Stack traces that somebody printed.
    private final class ErrorLines extends ByteArrayOutputStream {
        @Override
        public synchronized void flush() {
            String text = toString(StandardCharsets.UTF_8);
            reset();
            standardError.print(text);
            standardError.flush();
            if (text.contains("Exception") || text.contains("Error:")) {
                troubles.add(new Trouble(
                        Trouble.Kind.LOGGED,
                        text.strip(),
                        Arrays.stream(Thread.currentThread().getStackTrace()).skip(2).map(Object::toString).toList(),
                        0));
            }
        }
    }
}
