package rewardscope.compute.opencl;

import rewardscope.compute.DeviceBuffer;

/// Numbers on a device.
///
/// It is a class and not a record: each is itself, and once nobody knows it any more its memory is used again.
final class Memory implements DeviceBuffer {
    private final Session owner;
    private final long handle;
    private final int length;

    Memory(Session owner, long handle, int length) {
        this.owner = owner;
        this.handle = handle;
        this.length = length;
    }

    long handle() {
        return handle;
    }

    @Override
    public int length() {
        return length;
    }

    /// The handle of a buffer that this session made.
    static long of(DeviceBuffer buffer, Session session) {
        if (buffer instanceof Memory memory && memory.owner == session) {
            return memory.handle;
        }
        throw new IllegalArgumentException("a buffer of another backend");
    }
}
