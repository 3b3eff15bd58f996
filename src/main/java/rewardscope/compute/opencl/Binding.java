package rewardscope.compute.opencl;

import java.util.List;

/// The calls into OpenCL that the plugin makes; handles are what OpenCL gave out. Whatever goes wrong is a [Failure].
interface Binding {
    /// One device of one platform.
    ///
    /// @param platform    OpenCL's handle, as is `id`
    /// @param description name, memory and driver, for people
    record DeviceInfo(long platform, long id, String description, long memory, boolean processor) {}

    /// An OpenCL call that did not succeed.
    final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int code;

        /// @param code OpenCL's, negative
        Failure(int code, String what) {
            super(what);
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    /// @throws UnsatisfiedLinkError where there is no OpenCL
    List<DeviceInfo> devices();

    long createContext(DeviceInfo device);

    void releaseContext(long context);

    long createQueue(long context, DeviceInfo device);

    /// Waits for all that was enqueued, then gives the queue up.
    void releaseQueue(long queue);

    long createBuffer(long context, long bytes);

    void releaseBuffer(long buffer);

    /// @throws Failure whose message is the compiler's first complaint
    long buildProgram(long context, DeviceInfo device, String source, String options);

    void releaseProgram(long program);

    long createKernel(long program, String name);

    void releaseKernel(long kernel);

    void argument(long kernel, int index, int value);

    void argument(long kernel, int index, float value);

    void buffer(long kernel, int index, long buffer);

    /// Enqueues a kernel and returns at once.
    ///
    /// @param local work-items of a group in each dimension; empty to let the driver choose
    void launch(long queue, long kernel, long[] global, long[] local);

    /// Enqueues a copy of `count` numbers; the host's array may be changed afterwards.
    void write(long queue, long buffer, int offset, float[] host, int hostOffset, int count);

    void write(long queue, long buffer, int[] host, int count);

    /// Waits for all that was enqueued, then reads `count` numbers.
    void read(long queue, long buffer, int offset, float[] host, int hostOffset, int count);

    void copy(long queue, long from, long to, long bytes);

    void finish(long queue);
}
