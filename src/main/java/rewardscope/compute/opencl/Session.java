package rewardscope.compute.opencl;

import java.lang.ref.Cleaner;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rewardscope.compute.DeviceBuffer;

/// One run's queue on a card, its kernels and its buffers. Work is done in the order in which it is enqueued.
///
/// Used from one thread at a time, but for the memory of buffers that nobody knows any more, which a cleaner hands back.
final class Session implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final int ITEMS = 64;

    private final Card card;
    private final Binding cl;
    private final long queue;
    private final long program;
    private final Map<String, Long> kernels = new HashMap<>();
    private final Owned owned = new Owned();
    private final Cleaner.Cleanable leak;
    private final Map<String, Memory> scratch = new HashMap<>();
    private final Map<String, Numbers> known = new HashMap<>();

    private record Block(long handle, long bytes) {}

    private record Numbers(Memory memory, int[] values) {}

    /// Apart from the session, so that cleaning up does not keep the session alive.
    private static final class Owned {
        final Set<Block> inUse = new HashSet<>();
        final Map<Long, Deque<Block>> idle = new HashMap<>();

        synchronized void drop(Block block) {
            if (inUse.remove(block)) {
                idle.computeIfAbsent(Card.sizeClass(block.bytes), _ -> new ArrayDeque<>()).push(block);
            }
        }
    }

    Session(Card card, long queue, long program) {
        this.card = card;
        this.cl = card.cl();
        this.queue = queue;
        this.program = program;
        leak = CLEANER.register(this, new Ending(card, queue, kernels, owned));
    }

    /// Gives everything back, once.
    private record Ending(Card card, long queue, Map<String, Long> kernels, Owned owned) implements Runnable {
        @Override
        public void run() {
            quietly(() -> card.cl().releaseQueue(queue)); // waits: nobody reads or writes its memory after this
            kernels.values().forEach(kernel -> quietly(() -> card.cl().releaseKernel(kernel)));
            synchronized (owned) {
                owned.inUse.forEach(block -> card.give(block.handle, block.bytes));
                owned.idle.values().forEach(blocks -> blocks.forEach(block -> card.give(block.handle, block.bytes)));
                owned.inUse.clear();
                owned.idle.clear();
            }
            card.closed();
        }

        private static void quietly(Runnable call) {
            try {
                call.run();
            } catch (Binding.Failure e) {
                return; // the device is gone, and with it what was to be given back
            }
        }
    }

    @Override
    public void close() {
        leak.clean();
    }

    Tuning tuning() {
        return card.tuning();
    }

    // ---- memory

    /// `length` zeros.
    Memory allocate(int length) {
        Memory memory = any(length);
        if (length > 0) {
            fill(memory, 0, length);
        }
        return memory;
    }

    private Memory any(int length) {
        long bytes = Math.max(4, 4L * length);
        Block block = reuse(bytes);
        if (block == null) {
            try {
                block = new Block(card.take(bytes), bytes);
            } catch (Binding.Failure e) {
                throw card.failure(e);
            }
            synchronized (owned) {
                owned.inUse.add(block);
            }
        }
        var memory = new Memory(this, block.handle, length);
        CLEANER.register(memory, dropping(owned, block));
        return memory;
    }

    private static Runnable dropping(Owned owned, Block block) {
        return () -> owned.drop(block);
    }

    private @Nullable Block reuse(long bytes) {
        synchronized (owned) {
            var idle = owned.idle.get(Card.sizeClass(bytes));
            if (idle == null || idle.isEmpty()) {
                return null;
            }
            Block old = idle.pop();
            var block = new Block(old.handle, bytes);
            owned.inUse.add(block);
            return block;
        }
    }

    /// Memory for an intermediate result, kept from one call to the next.
    Memory scratch(String name, int length) {
        Memory memory = scratch.get(name);
        if (memory == null || memory.length() < length) {
            memory = any(length);
            scratch.put(name, memory);
        }
        return memory;
    }

    /// Whole numbers, sent only if they are not there from the last time.
    Memory numbers(String name, int[] values, int count) {
        Numbers there = known.get(name);
        if (there != null && Arrays.equals(there.values, 0, there.values.length, values, 0, count)) {
            return there.memory;
        }
        Memory memory = there != null && there.memory.length() >= count ? there.memory : any(count);
        known.put(name, new Numbers(memory, Arrays.copyOf(values, count)));
        guarded(() -> cl.write(queue, memory.handle(), values, count));
        return memory;
    }

    void fill(Memory x, float value, int n) {
        each("fill", n, x, value);
    }

    void upload(float[] host, int hostOffset, DeviceBuffer buffer, int offset, int count) {
        guarded(() -> cl.write(queue, Memory.of(buffer, this), offset, host, hostOffset, count));
    }

    void download(DeviceBuffer buffer, int offset, float[] host, int hostOffset, int count) {
        guarded(() -> cl.read(queue, Memory.of(buffer, this), offset, host, hostOffset, count));
    }

    // ---- kernels

    /// Starts a kernel whose first argument is n, with a work-item for each of n.
    void each(String name, int n, Object... arguments) {
        if (n > 0) {
            guarded(() -> {
                long kernel = kernel(name);
                cl.argument(kernel, 0, n);
                set(kernel, 1, arguments);
                cl.launch(queue, kernel, new long[] {(n + ITEMS - 1L) / ITEMS * ITEMS}, new long[] {ITEMS});
            });
        }
    }

    /// Starts a kernel with a work-group for each row.
    void rows(String name, int rows, Object... arguments) {
        if (rows > 0) {
            guarded(() -> {
                long kernel = kernel(name);
                set(kernel, 0, arguments);
                cl.launch(queue, kernel, new long[] {(long) rows * Card.GROUP}, new long[] {Card.GROUP});
            });
        }
    }

    /// The product, then bias and epilogue.
    ///
    /// @param epilogue 0 none, 1 GELU, 2 residual
    void matmul(
            DeviceBuffer a, boolean transposeA, DeviceBuffer b, boolean transposeB, DeviceBuffer c, boolean add,
            int batch, int m, int n, int k, DeviceBuffer bias, DeviceBuffer extra, int epilogue) {
        if (batch == 0 || m == 0 || n == 0) {
            return;
        }
        guarded(() -> {
            long kernel = kernel("matmul");
            Matmul.arguments(cl, kernel, Memory.of(a, this), transposeA, Memory.of(b, this), transposeB,
                    Memory.of(c, this), add, m, n, k);
            boolean biased = bias.length() > 0;
            Matmul.epilogue(cl, kernel, Memory.of(bias, this), biased, Memory.of(extra, this), epilogue);
            Matmul.launch(cl, queue, kernel, card.tuning(), m, n, batch);
        });
    }

    private void set(long kernel, int first, Object... arguments) {
        int index = first;
        for (Object argument : arguments) {
            switch (argument) {
                case Integer number -> cl.argument(kernel, index, (int) number);
                case Float number -> cl.argument(kernel, index, (float) number);
                case Boolean flag -> cl.argument(kernel, index, flag ? 1 : 0);
                case DeviceBuffer buffer -> cl.buffer(kernel, index, Memory.of(buffer, this));
                default -> throw new IllegalArgumentException("no kernel takes " + argument);
            }
            index++;
        }
    }

    private long kernel(String name) {
        Long kernel = kernels.get(name);
        if (kernel == null) {
            kernel = cl.createKernel(program, name);
            kernels.put(name, kernel);
        }
        return kernel;
    }

    private void guarded(Runnable call) {
        try {
            call.run();
        } catch (Binding.Failure e) {
            throw card.failure(e);
        }
    }
}
