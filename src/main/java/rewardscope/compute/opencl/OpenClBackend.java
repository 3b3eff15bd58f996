package rewardscope.compute.opencl;

import java.util.Arrays;
import java.util.List;
import rewardscope.compute.ComputeBackend;
import rewardscope.compute.DeviceBuffer;

/// The kernels of a backend on an OpenCL device. What each computes is written in the `.cl` files; here it says which are
/// started, over what. Nothing waits for the device but [#download] and sums.
final class OpenClBackend implements ComputeBackend {
    private static final int PART_LENGTH = 512;
    private static final int PART_ROWS = 32;

    private final String name;
    private final Session session;
    private final Memory none;

    OpenClBackend(String name, Session session) {
        this.name = name;
        this.session = session;
        none = session.allocate(0);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeviceBuffer allocate(int length) {
        return session.allocate(length);
    }

    @Override
    public void upload(float[] host, int hostOffset, DeviceBuffer buffer, int offset, int count) {
        if (count > 0) {
            session.upload(host, hostOffset, buffer, offset, count);
        }
    }

    @Override
    public void download(DeviceBuffer buffer, int offset, float[] host, int hostOffset, int count) {
        if (count > 0) {
            session.download(buffer, offset, host, hostOffset, count);
        }
    }

    // ---- matrix products

    @Override
    public void matmul(
            DeviceBuffer a, boolean transposeA, DeviceBuffer b, boolean transposeB, DeviceBuffer c, boolean add,
            int batch, int m, int n, int k) {
        session.matmul(a, transposeA, b, transposeB, c, add, batch, m, n, k, none, none, 0);
    }

    @Override
    public void linear(
            DeviceBuffer x, DeviceBuffer w, DeviceBuffer bias, Epilogue epilogue, DeviceBuffer extra, DeviceBuffer y,
            int rows, int in, int out) {
        int kind =
                switch (epilogue) {
                    case NONE -> 0;
                    case GELU -> 1;
                    case RESIDUAL -> 2;
                };
        session.matmul(x, false, w, true, y, false, 1, rows, out, in, bias, kind == 0 ? none : extra, kind);
    }

    // ---- elementwise

    @Override
    public void fill(DeviceBuffer x, float value, int n) {
        session.each("fill", n, x, value);
    }

    @Override
    public void copy(DeviceBuffer x, DeviceBuffer y, int n) {
        session.each("copy", n, x, y);
    }

    @Override
    public void addScaled(float a, DeviceBuffer x, DeviceBuffer y, int n) {
        session.each("add_scaled", n, a, x, y);
    }

    @Override
    public void scale(DeviceBuffer x, float a, int n) {
        session.each("scale", n, x, a);
    }

    @Override
    public void multiply(DeviceBuffer x, DeviceBuffer y, DeviceBuffer z, int n) {
        session.each("multiply", n, x, y, z);
    }

    @Override
    public void gelu(DeviceBuffer x, DeviceBuffer y, int n) {
        session.each("gelu", n, x, y);
    }

    @Override
    public void geluBackward(DeviceBuffer x, DeviceBuffer dy, DeviceBuffer dx, int n) {
        session.each("gelu_backward", n, x, dy, dx);
    }

    @Override
    public void tanh(DeviceBuffer x, DeviceBuffer y, int n) {
        session.each("tanh_of", n, x, y);
    }

    @Override
    public void tanhBackward(DeviceBuffer y, DeviceBuffer dy, DeviceBuffer dx, int n) {
        session.each("tanh_backward", n, y, dy, dx);
    }

    @Override
    public void relu(DeviceBuffer x, DeviceBuffer y, int n) {
        session.each("relu", n, x, y);
    }

    @Override
    public void reluBackward(DeviceBuffer y, DeviceBuffer dy, DeviceBuffer dx, int n) {
        session.each("relu_backward", n, y, dy, dx);
    }

    // ---- reductions and rows

    @Override
    public double sum(DeviceBuffer x, int n) {
        return sums(x, n, List.of()).sum();
    }

    @Override
    public double sumOfSquares(DeviceBuffer x, int n) {
        int parts = parts(n);
        Memory part = session.scratch("sum", parts);
        startSum(x, n, part, 0, true);
        return total(read(part, parts), 0, parts);
    }

    @Override
    public double sumOfSquares(List<DeviceBuffer> buffers) {
        return sums(none, 0, buffers).squares();
    }

    @Override
    public Sums sums(DeviceBuffer x, int n, List<DeviceBuffer> squared) {
        int parts = parts(n) + squared.stream().mapToInt(each -> parts(each.length())).sum();
        Memory part = session.scratch("sum", parts);
        startSum(x, n, part, 0, false);
        int first = parts(n);
        for (DeviceBuffer each : squared) {
            startSum(each, each.length(), part, first, true);
            first += parts(each.length());
        }
        float[] all = read(part, parts);
        return new Sums(total(all, 0, parts(n)), total(all, parts(n), parts));
    }

    private static int parts(int n) {
        return (n + PART_LENGTH - 1) / PART_LENGTH;
    }

    /// Sums of so many numbers each go to `part`, from its place `first` on.
    private void startSum(DeviceBuffer x, int n, Memory part, int first, boolean squares) {
        session.each("sum_parts", parts(n), x, part, first, n, PART_LENGTH, squares);
    }

    private float[] read(Memory part, int parts) {
        var host = new float[parts];
        download(part, 0, host, 0, parts);
        return host;
    }

    /// What the device has summed in parts, summed in float64.
    private static double total(float[] parts, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += parts[i];
        }
        return sum;
    }

    @Override
    public void addColumnSums(DeviceBuffer x, DeviceBuffer s, int rows, int columns) {
        if (rows > 0 && columns > 0) {
            int parts = (rows + PART_ROWS - 1) / PART_ROWS;
            Memory part = session.scratch("columns", parts * columns);
            session.each("column_parts", parts * columns, x, part, rows, columns, PART_ROWS);
            session.each("add_parts", columns, part, s, parts);
        }
    }

    @Override
    public void addToRows(DeviceBuffer s, DeviceBuffer x, int rows, int columns) {
        session.each("add_to_rows", rows * columns, s, x, columns);
    }

    @Override
    public void softmax(DeviceBuffer x, DeviceBuffer y, int rows, int columns) {
        session.rows("softmax", rows, x, y, columns, false);
    }

    @Override
    public void softmaxBackward(DeviceBuffer y, DeviceBuffer dy, DeviceBuffer dx, int rows, int columns) {
        session.rows("softmax_backward", rows, y, dy, dx, columns);
    }

    @Override
    public void logSoftmax(DeviceBuffer x, DeviceBuffer y, int rows, int columns) {
        session.rows("softmax", rows, x, y, columns, true);
    }

    @Override
    public void logSoftmaxBackward(DeviceBuffer y, DeviceBuffer dy, DeviceBuffer dx, int rows, int columns) {
        session.rows("log_softmax_backward", rows, y, dy, dx, columns);
    }

    @Override
    public void crossEntropy(
            DeviceBuffer logits, int[] targets, DeviceBuffer loss, DeviceBuffer dLogits, int rows, int columns) {
        if (rows > 0) {
            long counted = Arrays.stream(targets, 0, rows).filter(t -> t >= 0).count();
            Memory there = session.numbers("targets", targets, rows);
            session.rows("cross_entropy", rows, logits, there, loss, dLogits, columns, (float) Math.max(1, counted));
        }
    }

    @Override
    public void layerNorm(
            DeviceBuffer x, DeviceBuffer gain, DeviceBuffer bias, DeviceBuffer y, DeviceBuffer mean, DeviceBuffer rstd,
            int rows, int columns) {
        session.rows("layer_norm", rows, x, gain, bias, y, mean, rstd, columns);
    }

    @Override
    public void layerNormBackward(
            DeviceBuffer x, DeviceBuffer gain, DeviceBuffer mean, DeviceBuffer rstd, DeviceBuffer dy, DeviceBuffer dx,
            boolean add, DeviceBuffer dGain, DeviceBuffer dBias, int rows, int columns) {
        if (rows == 0 || columns == 0) {
            return;
        }
        int parts = (rows + PART_ROWS - 1) / PART_ROWS;
        Memory gains = session.scratch("gains", parts * columns);
        Memory biases = session.scratch("biases", parts * columns);
        session.each("norm_parts", parts * columns, x, mean, rstd, dy, gains, biases, rows, columns, PART_ROWS);
        session.each("add_parts", columns, gains, dGain, parts);
        session.each("add_parts", columns, biases, dBias, parts);
        session.rows("layer_norm_backward", rows, x, gain, mean, rstd, dy, dx, add, columns);
    }

    // ---- embeddings

    @Override
    public void gather(DeviceBuffer table, int[] ids, DeviceBuffer y, int rows, int columns) {
        if (rows > 0 && columns > 0) {
            // tokens and positions take turns: each keeps its own numbers on the device
            Memory there = session.numbers("ids " + table.length(), ids, rows);
            session.each("gather", rows * columns, table, there, y, columns);
        }
    }

    @Override
    public void scatterAdd(DeviceBuffer dy, int[] ids, DeviceBuffer dTable, int rows, int columns) {
        if (rows == 0 || columns == 0) {
            return;
        }
        int entries = dTable.length() / columns;
        var from = new int[entries + 1];
        for (int r = 0; r < rows; r++) {
            from[ids[r] + 1]++;
        }
        for (int id = 0; id < entries; id++) {
            from[id + 1] += from[id];
        }
        var order = new int[rows];
        var next = Arrays.copyOf(from, entries);
        for (int r = 0; r < rows; r++) {
            order[next[ids[r]]++] = r;
        }
        Memory starts = session.numbers("from " + dTable.length(), from, from.length);
        Memory rowsOf = session.numbers("order " + dTable.length(), order, rows);
        session.each("scatter_add", entries * columns, dy, starts, rowsOf, dTable, columns);
    }

    // ---- causal self-attention

    @Override
    public void attention(
            DeviceBuffer qkv, DeviceBuffer probs, DeviceBuffer y, int batch, int time, int channels, int heads) {
        session.each("attention_scores", batch * heads * time * time, qkv, probs, time, channels, heads);
        session.each("attention_softmax", batch * heads * time, probs, time);
        session.each("attention_values", batch * time * channels, qkv, probs, y, time, channels, heads);
    }

    @Override
    public void attentionBackward(
            DeviceBuffer qkv, DeviceBuffer probs, DeviceBuffer dy, DeviceBuffer dProbs, DeviceBuffer dQkv, int batch,
            int time, int channels, int heads) {
        int rows = batch * heads * time;
        Memory dots = session.scratch("dots", rows);
        session.each("attention_dweights", rows * time, qkv, dy, dProbs, time, channels, heads);
        session.each("attention_dots", rows, probs, dProbs, dots, time);
        session.each("attention_backward", batch * time * channels, qkv, probs, dProbs, dots, dy, dQkv, time, channels,
                heads);
    }

    @Override
    public void attentionStep(
            DeviceBuffer qkv, DeviceBuffer cache, DeviceBuffer y, int batch, int position, int capacity, int channels,
            int heads) {
        int places = batch * heads * (position + 1);
        Memory scores = session.scratch("scores", places);
        session.each("step_store", batch * channels, qkv, cache, position, capacity, channels, heads);
        session.each("step_scores", places, qkv, cache, scores, position, capacity, channels, heads);
        session.each("step_values", batch * channels, scores, cache, y, position, capacity, channels, heads);
    }

    // ---- optimisers

    @Override
    public void adamStep(
            DeviceBuffer theta, DeviceBuffer gradient, DeviceBuffer m, DeviceBuffer v, int n, float gradientScale,
            float beta1, float beta2, float stepSize, float inverseRootOfCorrection2, float epsilon, float keep) {
        session.each("adam", n, theta, gradient, m, v, gradientScale, beta1, beta2, stepSize, inverseRootOfCorrection2,
                epsilon, keep);
    }

    @Override
    public void close() {
        session.close();
    }
}
