package rewardscope.nn;

import java.util.List;
import rewardscope.compute.ComputeBackend;
import rewardscope.compute.DeviceBuffer;

/// A named array on the backend, and the gradient of the loss with respect to it.
public final class Tensor {
    private final ComputeBackend backend;
    private final String name;
    private final List<Integer> shape;
    private final boolean parameter;
    final DeviceBuffer value;
    final DeviceBuffer gradient;
    private int uses;

    Tensor(ComputeBackend backend, String name, boolean parameter, List<Integer> shape) {
        this.backend = backend;
        this.name = name;
        this.parameter = parameter;
        this.shape = shape;
        value = backend.allocate(size());
        gradient = backend.allocate(size());
    }

    public String name() {
        return name;
    }

    public List<Integer> shape() {
        return shape;
    }

    /// Number of elements.
    public int size() {
        return shape.stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
    }

    /// Whether an optimiser moves it. Gradients of parameters add up until they are cleared.
    public boolean parameter() {
        return parameter;
    }

    int lastDimension() {
        return shape.getLast();
    }

    /// Product of all dimensions but the last.
    int rows() {
        return size() / Math.max(1, lastDimension());
    }

    /// A copy of the values on the host.
    public float[] values() {
        return read(value);
    }

    /// A copy of ∂loss/∂this on the host.
    public float[] gradients() {
        return read(gradient);
    }

    public void set(float[] values) {
        write(value, values);
    }

    /// Sets where backward starts from: for outputs that no operation on the tape consumes.
    public void setGradients(float[] values) {
        write(gradient, values);
    }

    private float[] read(DeviceBuffer buffer) {
        var host = new float[size()];
        backend.download(buffer, 0, host, 0, host.length);
        return host;
    }

    private void write(DeviceBuffer buffer, float[] values) {
        if (values.length != size()) {
            throw new IllegalArgumentException(name + " holds " + size() + " numbers, not " + values.length);
        }
        backend.upload(values, 0, buffer, 0, values.length);
    }

    /// Registers one more consumer; the number tells consumers apart in [#addTo].
    int use() {
        return uses++;
    }

    /// Whether consumer `use` must add its gradient: the last consumer runs first in backward, and overwrites.
    boolean addTo(int use) {
        return parameter || use < uses - 1;
    }
}
