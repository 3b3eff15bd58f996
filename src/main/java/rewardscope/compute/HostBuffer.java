package rewardscope.compute;

/// A buffer in the host's memory.
record HostBuffer(float[] x) implements DeviceBuffer {
    @Override
    public int length() {
        return x.length;
    }

    static float[] of(DeviceBuffer buffer) {
        if (buffer instanceof HostBuffer(float[] x)) {
            return x;
        }
        throw new IllegalArgumentException("a buffer of another backend");
    }
}
