package rewardscope.compute.opencl;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The real OpenCL, counted, with troubles that a test asks for.
final class TroubledBinding implements Binding {
    private final Binding real = new Lwjgl();
    final AtomicLong buffers = new AtomicLong();
    final AtomicLong kernels = new AtomicLong();
    final AtomicLong queues = new AtomicLong();
    /// That were ever built.
    final AtomicLong programs = new AtomicLong();
    /// Launches until the device is lost.
    volatile long launchesLeft = Long.MAX_VALUE;
    /// Bytes that fit into its memory.
    volatile long memory = Long.MAX_VALUE;
    /// What is put into every program.
    volatile String flaw = "";
    private final AtomicLong bytes = new AtomicLong();
    private final Map<Long, Long> sizes = new ConcurrentHashMap<>();

    private void alive() {
        if (launchesLeft <= 0) {
            throw new Failure(-36, "starting a kernel");
        }
    }

    @Override
    public List<DeviceInfo> devices() {
        return real.devices();
    }

    @Override
    public long createContext(DeviceInfo device) {
        return real.createContext(device);
    }

    @Override
    public void releaseContext(long context) {
        real.releaseContext(context);
    }

    @Override
    public long createQueue(long context, DeviceInfo device) {
        queues.incrementAndGet();
        return real.createQueue(context, device);
    }

    @Override
    public void releaseQueue(long queue) {
        queues.decrementAndGet();
        real.releaseQueue(queue);
        alive();
    }

    @Override
    public long createBuffer(long context, long size) {
        alive();
        if (bytes.get() + size > memory) {
            throw new Failure(-4, "allocating " + size + " bytes");
        }
        bytes.addAndGet(size);
        buffers.incrementAndGet();
        long buffer = real.createBuffer(context, size);
        sizes.put(buffer, size);
        return buffer;
    }

    @Override
    public void releaseBuffer(long buffer) {
        bytes.addAndGet(-sizes.remove(buffer));
        buffers.decrementAndGet();
        real.releaseBuffer(buffer);
    }

    @Override
    public long buildProgram(long context, DeviceInfo device, String source, String options) {
        programs.incrementAndGet();
        return real.buildProgram(context, device, source + flaw, options);
    }

    @Override
    public void releaseProgram(long program) {
        real.releaseProgram(program);
    }

    @Override
    public long createKernel(long program, String name) {
        kernels.incrementAndGet();
        return real.createKernel(program, name);
    }

    @Override
    public void releaseKernel(long kernel) {
        kernels.decrementAndGet();
        real.releaseKernel(kernel);
    }

    @Override
    public void argument(long kernel, int index, int value) {
        real.argument(kernel, index, value);
    }

    @Override
    public void argument(long kernel, int index, float value) {
        real.argument(kernel, index, value);
    }

    @Override
    public void buffer(long kernel, int index, long buffer) {
        real.buffer(kernel, index, buffer);
    }

    @Override
    public void launch(long queue, long kernel, long[] global, long[] local) {
        launchesLeft--;
        alive();
        real.launch(queue, kernel, global, local);
    }

    @Override
    public void write(long queue, long buffer, int offset, float[] host, int hostOffset, int count) {
        alive();
        real.write(queue, buffer, offset, host, hostOffset, count);
    }

    @Override
    public void write(long queue, long buffer, int[] host, int count) {
        alive();
        real.write(queue, buffer, host, count);
    }

    @Override
    public void read(long queue, long buffer, int offset, float[] host, int hostOffset, int count) {
        alive();
        real.read(queue, buffer, offset, host, hostOffset, count);
    }

    @Override
    public void copy(long queue, long from, long to, long size) {
        alive();
        real.copy(queue, from, to, size);
    }

    @Override
    public void finish(long queue) {
        alive();
        real.finish(queue);
    }
}
