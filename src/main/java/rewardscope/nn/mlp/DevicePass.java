package rewardscope.nn.mlp;

import java.util.ArrayList;
import java.util.List;
import rewardscope.compute.ComputeBackend;
import rewardscope.compute.DeviceBuffer;

/// The passes of one network on a compute backend, in float32. θ and x go up once a forward, outputs come down;
/// ∂loss/∂outputs goes up once a backward, the gradient comes down. What lies between stays there, in buffers that stay
/// too.
///
/// Symbols as in [HostPass]: layer l has inputs h (rows × in), z = h W + b, y = f(z), and the last y is the output.
final class DevicePass implements MlpPass {
    /// One layer's numbers on the device.
    ///
    /// @param y its values after the activation, which are the next layer's inputs
    private record Layer(
            int in, int out, boolean last, DeviceBuffer w, DeviceBuffer b, DeviceBuffer dW, DeviceBuffer db,
            DeviceBuffer y, DeviceBuffer dy) {}

    private final ComputeBackend backend;
    private final Mlp net;
    private final int capacity;
    private final DeviceBuffer x;
    private final List<Layer> layers = new ArrayList<>();
    private final List<DeviceBuffer> tangents = new ArrayList<>(); // ẏ of each layer, once somebody asks for them
    private final double[] outputs;
    private final double[] outputTangents;
    private final float[] carried; // what is on its way up or down
    private int rows;

    DevicePass(Mlp net, int capacity, ComputeBackend backend) {
        this.backend = backend;
        this.net = net;
        this.capacity = capacity;
        x = backend.allocate(capacity * net.inputs());
        int most = capacity * Math.max(net.inputs(), net.outputs());
        for (int l = 0; l < net.layers(); l++) {
            int in = net.width(l);
            int out = net.width(l + 1);
            layers.add(new Layer(in, out, l == net.layers() - 1, backend.allocate(in * out), backend.allocate(out),
                    backend.allocate(in * out), backend.allocate(out), backend.allocate(capacity * out),
                    backend.allocate(capacity * out)));
            most = Math.max(most, in * out);
        }
        outputs = new double[capacity * net.outputs()];
        outputTangents = new double[capacity * net.outputs()];
        carried = new float[most];
    }

    @Override
    public Mlp net() {
        return net;
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public double[] outputs() {
        return outputs;
    }

    @Override
    public double[] forward(double[] observations, int rows) {
        if (rows > capacity) {
            throw new IllegalArgumentException(rows + " rows in a pass for at most " + capacity);
        }
        this.rows = rows;
        up(observations, 0, x, rows * net.inputs());
        DeviceBuffer h = x;
        for (int l = 0; l < layers.size(); l++) {
            Layer at = layers.get(l);
            up(net.parameters(), net.weightIndex(l, 0, 0), at.w, at.in * at.out);
            up(net.parameters(), net.biasIndex(l, 0), at.b, at.out);
            backend.matmul(h, false, at.w, false, at.y, false, 1, rows, at.out, at.in); // z = h W
            backend.addToRows(at.b, at.y, rows, at.out); // + b
            if (!at.last) {
                activate(at.y, rows * at.out);
            }
            h = at.y;
        }
        down(h, outputs, 0, rows * net.outputs(), false);
        return outputs;
    }

    @Override
    public void backward(double[] dOutputs, double[] gradient) {
        up(dOutputs, 0, layers.getLast().dy, rows * net.outputs());
        for (int l = layers.size() - 1; l >= 0; l--) {
            Layer at = layers.get(l);
            DeviceBuffer dz = at.dy;
            if (!at.last) {
                activateBackward(at.y, dz, rows * at.out);
            }
            backend.matmul(inputs(l), true, dz, false, at.dW, false, 1, at.in, at.out, rows); // dW = hᵀ dz
            backend.fill(at.db, 0, at.out);
            backend.addColumnSums(dz, at.db, rows, at.out); // db = Σ rows of dz
            if (l > 0) {
                Layer inputs = layers.get(l - 1);
                backend.matmul(dz, false, at.w, true, inputs.dy, false, 1, rows, at.in, at.out); // dh = dz Wᵀ
            }
        }
        for (int l = 0; l < layers.size(); l++) { // only now, so that the device was never waited for before
            Layer at = layers.get(l);
            down(at.dW, gradient, net.weightIndex(l, 0, 0), at.in * at.out, true);
            down(at.db, gradient, net.biasIndex(l, 0), at.out, true);
        }
    }

    @Override
    public double[] tangent(double[] direction) {
        if (tangents.isEmpty()) {
            layers.forEach(at -> tangents.add(backend.allocate(capacity * at.out)));
        }
        for (int l = 0; l < layers.size(); l++) {
            Layer at = layers.get(l);
            DeviceBuffer dz = tangents.get(l);
            up(direction, net.weightIndex(l, 0, 0), at.dW, at.in * at.out); // Ẇ and ḃ, where backward puts dW and db
            up(direction, net.biasIndex(l, 0), at.db, at.out);
            backend.matmul(inputs(l), false, at.dW, false, dz, false, 1, rows, at.out, at.in); // ż = h Ẇ
            backend.addToRows(at.db, dz, rows, at.out); // + ḃ
            if (l > 0) {
                backend.matmul(tangents.get(l - 1), false, at.w, false, dz, true, 1, rows, at.out, at.in); // + ḣ W
            }
            if (!at.last) {
                activateBackward(at.y, dz, rows * at.out); // ḣ = f′(z) ż
            }
        }
        down(tangents.getLast(), outputTangents, 0, rows * net.outputs(), false);
        return outputTangents;
    }

    /// What goes into layer `l`.
    private DeviceBuffer inputs(int l) {
        return l == 0 ? x : layers.get(l - 1).y;
    }

    private void activate(DeviceBuffer z, int count) {
        switch (net.hidden()) {
            case TANH -> backend.tanh(z, z, count);
            case RELU -> backend.relu(z, z, count);
            case IDENTITY -> {}
        }
    }

    /// d ← f′ · d, with f′ from the activation's own value y.
    private void activateBackward(DeviceBuffer y, DeviceBuffer d, int count) {
        switch (net.hidden()) {
            case TANH -> backend.tanhBackward(y, d, d, count);
            case RELU -> backend.reluBackward(y, d, d, count);
            case IDENTITY -> {}
        }
    }

    private void up(double[] host, int from, DeviceBuffer to, int count) {
        for (int i = 0; i < count; i++) {
            carried[i] = (float) host[from + i];
        }
        backend.upload(carried, 0, to, 0, count);
    }

    private void down(DeviceBuffer from, double[] host, int to, int count, boolean add) {
        backend.download(from, 0, carried, 0, count);
        for (int i = 0; i < count; i++) {
            host[to + i] = add ? host[to + i] + carried[i] : carried[i];
        }
    }
}
