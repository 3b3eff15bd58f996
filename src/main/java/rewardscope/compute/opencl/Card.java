package rewardscope.compute.opencl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rewardscope.compute.ComputeFailure;

/// One device: its compiled kernels, which stay, and the memory that runs share. Whoever opens it closes it; when the last
/// one has, its memory goes back to the system. Every failure of OpenCL leaves here as a sentence.
final class Card {
    /// Work-items of a group, where a group does one row.
    static final int GROUP = 64;

    // OpenCL's codes, from cl.h
    private static final int NO_COMPILER = -3;
    private static final int OUT_OF_MEMORY = -4;
    private static final int OUT_OF_RESOURCES = -5;
    private static final int OUT_OF_HOST_MEMORY = -6;
    private static final int BUILD_FAILED = -11;
    private static final int TOO_LARGE = -61;

    private static final List<String> FILES =
            List.of("elementwise", "rows", "sums", "embedding", "attention", "matmul");
    private static final long TUNING_NANOS = 150_000_000L;

    private final Binding cl;
    private final Binding.DeviceInfo info;
    private final String name;
    private final Optional<Tuning> given;
    private final TuningCache cache;
    private final Map<Long, Deque<Long>> free = new HashMap<>();
    private Optional<Long> context = Optional.empty();
    private Optional<Built> built = Optional.empty();
    private int users;
    private long held;
    private boolean lost;

    private record Built(long program, Tuning tuning) {}

    Card(Binding cl, Binding.DeviceInfo info, String name) {
        this(cl, info, name, info.processor() ? Optional.of(Tuning.PROCESSOR) : Optional.empty(),
                TuningCache.ofTheUser());
    }

    /// @param given the tiles to use; if empty, those that are fastest here
    /// @param cache where it is remembered which those are
    Card(Binding cl, Binding.DeviceInfo info, String name, Optional<Tuning> given, TuningCache cache) {
        this.cl = cl;
        this.info = info;
        this.name = name;
        this.given = given;
        this.cache = cache;
    }

    Binding cl() {
        return cl;
    }

    Binding.DeviceInfo info() {
        return info;
    }

    String name() {
        return name;
    }

    Tuning tuning() {
        return built.orElseThrow().tuning;
    }

    /// Bytes of device memory that are allocated, in use or kept for the next one.
    synchronized long held() {
        return held;
    }

    /// Compiles and tunes when the first user comes.
    synchronized Session open() {
        try {
            if (context.isEmpty()) {
                context = Optional.of(cl.createContext(info));
            }
            if (built.isEmpty()) {
                built = Optional.of(tuned());
            }
            var session = new Session(this, cl.createQueue(context.get(), info), built.get().program);
            users++;
            return session;
        } catch (Binding.Failure e) {
            if (users == 0) {
                forget();
            }
            throw failure(e);
        }
    }

    /// What was fastest the last time, or what is fastest now.
    private Built tuned() {
        Optional<Tuning> before = given.or(() -> cache.read(info));
        if (before.isPresent()) {
            return new Built(build(before.get()), before.get());
        }
        Built fastest = fastest();
        cache.write(info, fastest.tuning);
        return fastest;
    }

    /// Tries every candidate on a product of 512 × 512, for less than a second in all.
    private Built fastest() {
        Optional<Built> best = Optional.empty();
        Optional<Binding.Failure> why = Optional.empty();
        double fastest = 0;
        for (Tuning tuning : Tuning.CANDIDATES) {
            try {
                var candidate = new Built(build(tuning), tuning);
                double speed = speed(candidate);
                if (speed > fastest) {
                    best.ifPresent(slower -> cl.releaseProgram(slower.program));
                    best = Optional.of(candidate);
                    fastest = speed;
                } else {
                    cl.releaseProgram(candidate.program);
                }
            } catch (Binding.Failure e) { // too large for this device, perhaps
                why = Optional.of(e);
            }
        }
        if (best.isEmpty()) {
            throw why.orElseThrow();
        }
        return best.get();
    }

    private long build(Tuning tuning) {
        return cl.buildProgram(
                context.orElseThrow(), info, source(), "-cl-std=CL1.2 -DGROUP=" + GROUP + tuning.options());
    }

    /// Products a second.
    private double speed(Built candidate) {
        int side = 512;
        long queue = cl.createQueue(context.orElseThrow(), info);
        long kernel = cl.createKernel(candidate.program, "matmul");
        long bytes = 4L * side * side;
        long[] buffers = {
            cl.createBuffer(context.get(), bytes), cl.createBuffer(context.get(), bytes),
            cl.createBuffer(context.get(), bytes)
        };
        try {
            Matmul.arguments(cl, kernel, buffers[0], false, buffers[1], false, buffers[2], false, side, side, side);
            Matmul.launch(cl, queue, kernel, candidate.tuning, side, side, 1);
            cl.finish(queue);
            long start = System.nanoTime();
            int done = 0;
            while (System.nanoTime() - start < TUNING_NANOS) {
                for (int i = 0; i < 4; i++) {
                    Matmul.launch(cl, queue, kernel, candidate.tuning, side, side, 1);
                }
                cl.finish(queue);
                done += 4;
            }
            return done / (double) (System.nanoTime() - start);
        } finally {
            for (long buffer : buffers) {
                cl.releaseBuffer(buffer);
            }
            cl.releaseKernel(kernel);
            cl.releaseQueue(queue);
        }
    }

    private static String source() {
        var source = new StringBuilder();
        for (String file : FILES) {
            try (InputStream in = Card.class.getResourceAsStream(file + ".cl")) {
                if (in == null) {
                    throw new IllegalStateException("the kernels " + file + ".cl are not in the plugin's jar");
                }
                source.append(new String(in.readAllBytes(), StandardCharsets.UTF_8)).append('\n');
            } catch (IOException e) {
                throw new IllegalStateException("the kernels " + file + ".cl cannot be read", e);
            }
        }
        return source.toString();
    }

    /// Memory for so many bytes at least, of any contents; given back by [#give].
    synchronized long take(long bytes) {
        long size = sizeClass(bytes);
        var kept = free.get(size);
        if (kept != null && !kept.isEmpty()) {
            return kept.pop();
        }
        try {
            return allocate(size);
        } catch (Binding.Failure e) {
            releaseFree(); // of other sizes: perhaps that makes room
            return allocate(size);
        }
    }

    private long allocate(long size) {
        long buffer = cl.createBuffer(context.orElseThrow(), size);
        held += size;
        return buffer;
    }

    synchronized void give(long buffer, long bytes) {
        free.computeIfAbsent(sizeClass(bytes), _ -> new ArrayDeque<>()).push(buffer);
    }

    /// The next multiple of a sixteenth of the power of two below, 256 bytes at least: a fitting one is found again and
    /// little is wasted.
    static long sizeClass(long bytes) {
        long grain = Math.max(256, Long.highestOneBit(Math.max(1, bytes)) / 16);
        return Math.max(1, (bytes + grain - 1) / grain) * grain;
    }

    synchronized void closed() {
        users--;
        if (users == 0) {
            releaseFree();
            if (lost) {
                forget();
            }
        }
    }

    private void releaseFree() {
        free.forEach((size, buffers) -> {
            for (long buffer : buffers) {
                try {
                    cl.releaseBuffer(buffer);
                } catch (Binding.Failure e) {
                    continue; // it went with the device
                } finally {
                    held -= size;
                }
            }
        });
        free.clear();
    }

    /// After the device was lost: the next one to open it starts from nothing.
    private void forget() {
        built = Optional.empty();
        context = Optional.empty();
        free.clear();
        held = 0;
        lost = false;
    }

    /// In a sentence, without its full stop.
    synchronized ComputeFailure failure(Binding.Failure e) {
        return new ComputeFailure(
                switch (e.code()) {
                    case OUT_OF_MEMORY, OUT_OF_RESOURCES, OUT_OF_HOST_MEMORY, TOO_LARGE ->
                        "The memory of " + name + " is full (" + e.getMessage() + ", with " + (held >> 20) + " MB taken"
                                + " and " + (info.memory() >> 20) + " MB in all): choose a smaller model, or another device";
                    case BUILD_FAILED, NO_COMPILER -> "A kernel does not compile on " + name + ": " + e.getMessage();
                    default -> {
                        lost = true;
                        yield "The device " + name + " was lost (" + e.getMessage() + ", OpenCL error " + e.code() + ")";
                    }
                },
                e);
    }
}
