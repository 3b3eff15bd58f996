package rewardscope.nn.mlp;

import java.util.Arrays;

/// The passes of one network on the processor, in float64, that allocate nothing.
///
/// Symbols: layer l has inputs h[l] (rows × in), z = h[l] W + b, h[l+1] = f(z), and the last h is the output.
public final class HostPass implements MlpPass {
    private static final int LINE = 8; // numbers in a line of the cache

    private final DenseKernels kernels = DenseKernels.best();
    private final Mlp net;
    private final int capacity;
    private final int L;
    private final double[][] h; // h[l]: rows × width(l); h[0] is the caller's
    private final double[][] dh; // ∂loss/∂h[l], the same shapes
    private final double[] wT; // one layer's weights transposed: W[out][in]
    private final double[] one = {1};
    private double[][] tangents = {};
    private double[] dx = {};
    private int rows;

    public HostPass(Mlp net, int capacity) {
        this.net = net;
        this.capacity = capacity;
        L = net.layers();
        h = new double[L + 1][];
        dh = new double[L + 1][];
        int largest = 0;
        for (int l = 1; l <= L; l++) {
            h[l] = new double[capacity * net.width(l)];
            dh[l] = new double[capacity * net.width(l)];
            largest = Math.max(largest, net.width(l) * net.width(l - 1));
        }
        h[0] = new double[0];
        wT = new double[largest];
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
    public double[] forward(double[] x, int rows) {
        if (rows > capacity) {
            throw new IllegalArgumentException(rows + " rows in a pass for at most " + capacity);
        }
        this.rows = rows;
        h[0] = x;
        double[] theta = net.parameters();
        for (int l = 0; l < L; l++) {
            int in = net.width(l);
            int out = net.width(l + 1);
            double[] z = h[l + 1];
            int bias = net.biasIndex(l, 0);
            for (int i = 0; i < rows; i++) {
                System.arraycopy(theta, bias, z, i * out, out); // z = b
            }
            kernels.multiplyAdd(h[l], 0, in, 1, theta, net.weightIndex(l, 0, 0), z, 0, rows, out, in); // z += h W
            if (l < L - 1) {
                activate(z, rows * out);
            }
        }
        return h[L];
    }

    @Override
    public double[] outputs() {
        return h[L];
    }

    @Override
    public void backward(double[] dOutputs, double[] gradient) {
        System.arraycopy(dOutputs, 0, dh[L], 0, rows * net.width(L));
        for (int l = L - 1; l >= 0; l--) {
            int in = net.width(l);
            int out = net.width(l + 1);
            double[] dz = dh[l + 1];
            if (l < L - 1) {
                activateBackward(h[l + 1], dz, rows * out);
            }
            // dW[in][out] += hᵀ dz, db += Σ rows of dz
            kernels.multiplyAdd(h[l], 0, 1, in, dz, 0, gradient, net.weightIndex(l, 0, 0), in, out, rows);
            kernels.multiplyAdd(one, 0, 0, 0, dz, 0, gradient, net.biasIndex(l, 0), 1, out, rows);
            if (l > 0) {
                backThroughWeights(l, dz, dh[l]);
            }
        }
    }

    /// ∂loss/∂x of the latest backward, [rows][inputs]; owned by this pass. Call it only after backward.
    public double[] inputGradient() {
        if (dx.length == 0) {
            dx = new double[capacity * net.width(0)];
        }
        backThroughWeights(0, dh[1], dx);
        return dx;
    }

    /// dh = dz Wᵀ
    private void backThroughWeights(int l, double[] dz, double[] dhBelow) {
        int in = net.width(l);
        int out = net.width(l + 1);
        transpose(net.parameters(), net.weightIndex(l, 0, 0), in, out, wT);
        Arrays.fill(dhBelow, 0, rows * in, 0);
        kernels.multiplyAdd(dz, 0, out, 1, wT, 0, dhBelow, 0, rows, in, out);
    }

    @Override
    public double[] tangent(double[] direction) {
        if (tangents.length == 0) {
            tangents = new double[L + 1][];
            for (int l = 1; l <= L; l++) {
                tangents[l] = new double[capacity * net.width(l)];
            }
        }
        for (int l = 0; l < L; l++) {
            int in = net.width(l);
            int out = net.width(l + 1);
            double[] dz = tangents[l + 1];
            for (int i = 0; i < rows; i++) {
                System.arraycopy(direction, net.biasIndex(l, 0), dz, i * out, out); // ż = ḃ
            }
            int weights = net.weightIndex(l, 0, 0);
            kernels.multiplyAdd(h[l], 0, in, 1, direction, weights, dz, 0, rows, out, in); // + h Ẇ
            if (l > 0) {
                kernels.multiplyAdd(tangents[l], 0, in, 1, net.parameters(), weights, dz, 0, rows, out, in); // + ḣ W
            }
            if (l < L - 1) {
                activateBackward(h[l + 1], dz, rows * out); // ḣ = f′(z) ż
            }
        }
        return tangents[L];
    }

    private void activate(double[] z, int count) {
        switch (net.hidden()) {
            case TANH -> kernels.tanh(z, count);
            case RELU -> {
                for (int i = 0; i < count; i++) {
                    z[i] = Math.max(0, z[i]);
                }
            }
            case IDENTITY -> {}
        }
    }

    /// d ← f′ · d, with f′ from the activation's own value y.
    private void activateBackward(double[] y, double[] d, int count) {
        switch (net.hidden()) {
            case TANH -> {
                for (int i = 0; i < count; i++) {
                    d[i] *= 1 - y[i] * y[i];
                }
            }
            case RELU -> {
                for (int i = 0; i < count; i++) {
                    d[i] = y[i] > 0 ? d[i] : 0;
                }
            }
            case IDENTITY -> {}
        }
    }

    /// A cache line of columns at a time, so that what is read lies side by side.
    private static void transpose(double[] w, int offset, int in, int out, double[] wT) {
        for (int first = 0; first < out; first += LINE) {
            int end = Math.min(out, first + LINE);
            for (int i = 0; i < in; i++) {
                int row = offset + i * out;
                for (int o = first; o < end; o++) {
                    wT[o * in + i] = w[row + o];
                }
            }
        }
    }
}
