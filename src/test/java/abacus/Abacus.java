package abacus;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import rewardscope.compute.ComputeBackend;
import rewardscope.compute.DeviceBuffer;

/// A complete backend in plain loops, to copy from. Its "device" keeps numbers as doubles, so that nobody can mistake its
/// buffers for an array of floats.
final class Abacus implements ComputeBackend {
    private record Beads(double[] x) implements DeviceBuffer {
        @Override
        public int length() {
            return x.length;
        }
    }

    private static double[] x(DeviceBuffer buffer) {
        return ((Beads) buffer).x;
    }

    @Override
    public String name() {
        return "abacus";
    }

    // ---- memory

    @Override
    public DeviceBuffer allocate(int length) {
        return new Beads(new double[length]);
    }

    @Override
    public void upload(float[] host, int hostOffset, DeviceBuffer buffer, int offset, int count) {
        for (int i = 0; i < count; i++) {
            x(buffer)[offset + i] = host[hostOffset + i];
        }
    }

    @Override
    public void download(DeviceBuffer buffer, int offset, float[] host, int hostOffset, int count) {
        for (int i = 0; i < count; i++) {
            host[hostOffset + i] = (float) x(buffer)[offset + i];
        }
    }

    // ---- matrix products

    @Override
    public void matmul(
            DeviceBuffer a, boolean transposeA, DeviceBuffer b, boolean transposeB, DeviceBuffer c, boolean add,
            int batch, int m, int n, int k) {
        for (int at = 0; at < batch * m * n; at++) {
            int one = at / (m * n);
            int i = at / n % m;
            int j = at % n;
            double sum = add ? x(c)[at] : 0;
            for (int l = 0; l < k; l++) {
                double left = x(a)[one * m * k + (transposeA ? l * m + i : i * k + l)];
                double right = x(b)[one * k * n + (transposeB ? j * k + l : l * n + j)];
                sum += left * right;
            }
            x(c)[at] = sum;
        }
    }

    @Override
    public void linear(
            DeviceBuffer x, DeviceBuffer w, DeviceBuffer bias, Epilogue epilogue, DeviceBuffer extra, DeviceBuffer y,
            int rows, int in, int out) {
        matmul(x, false, w, true, y, false, 1, rows, out, in);
        if (bias.length() > 0) {
            addToRows(bias, y, rows, out);
        }
        switch (epilogue) {
            case NONE -> {}
            case RESIDUAL -> addScaled(1, extra, y, rows * out);
            case GELU -> {
                copy(y, extra, rows * out);
                gelu(y, y, rows * out);
            }
        }
    }

    // ---- elementwise

    private static void each(DeviceBuffer x, DeviceBuffer y, int n, DoubleUnaryOperator f) {
        for (int i = 0; i < n; i++) {
            x(y)[i] = f.applyAsDouble(x(x)[i]);
        }
    }

    private static void each(DeviceBuffer x, DeviceBuffer y, DeviceBuffer z, int n, DoubleBinaryOperator f) {
        for (int i = 0; i < n; i++) {
            x(z)[i] = f.applyAsDouble(x(x)[i], x(y)[i]);
        }
    }

    @Override
    public void fill(DeviceBuffer x, float value, int n) {
        Arrays.fill(x(x), 0, n, value);
    }

    @Override
    public void copy(DeviceBuffer x, DeviceBuffer y, int n) {
        each(x, y, n, v -> v);
    }

    @Override
    public void addScaled(float a, DeviceBuffer x, DeviceBuffer y, int n) {
        each(x, y, y, n, (v, w) -> a * v + w);
    }

    @Override
    public void scale(DeviceBuffer x, float a, int n) {
        each(x, x, n, v -> a * v);
    }

    @Override
    public void multiply(DeviceBuffer x, DeviceBuffer y, DeviceBuffer z, int n) {
        each(x, y, z, n, (v, w) -> v * w);
    }

    private static double bend(double v) {
        return Math.tanh(Math.sqrt(2 / Math.PI) * (v + 0.044715 * v * v * v));
    }

    @Override
    public void gelu(DeviceBuffer x, DeviceBuffer y, int n) {
        each(x, y, n, v -> 0.5 * v * (1 + bend(v)));
    }

    @Override
    public void geluBackward(DeviceBuffer x, DeviceBuffer dy, DeviceBuffer dx, int n) {
        each(x, dy, dx, n, (v, d) -> {
            double t = bend(v);
            double slope = Math.sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * v * v);
            return d * 0.5 * (1 + t + v * (1 - t * t) * slope);
        });
    }

    @Override
    public void tanh(DeviceBuffer x, DeviceBuffer y, int n) {
        each(x, y, n, Math::tanh);
    }

    @Override
    public void tanhBackward(DeviceBuffer y, DeviceBuffer dy, DeviceBuffer dx, int n) {
        each(y, dy, dx, n, (v, d) -> d * (1 - v * v));
    }

    @Override
    public void relu(DeviceBuffer x, DeviceBuffer y, int n) {
        each(x, y, n, v -> Math.max(0, v));
    }

    @Override
    public void reluBackward(DeviceBuffer y, DeviceBuffer dy, DeviceBuffer dx, int n) {
        each(y, dy, dx, n, (v, d) -> v > 0 ? d : 0);
    }

    // ---- reductions and rows

    @Override
    public double sum(DeviceBuffer x, int n) {
        return Arrays.stream(x(x), 0, n).sum();
    }

    @Override
    public double sumOfSquares(DeviceBuffer x, int n) {
        return Arrays.stream(x(x), 0, n).map(v -> v * v).sum();
    }

    @Override
    public void addColumnSums(DeviceBuffer x, DeviceBuffer s, int rows, int columns) {
        for (int i = 0; i < rows * columns; i++) {
            x(s)[i % columns] += x(x)[i];
        }
    }

    @Override
    public void addToRows(DeviceBuffer s, DeviceBuffer x, int rows, int columns) {
        for (int i = 0; i < rows * columns; i++) {
            x(x)[i] += x(s)[i % columns];
        }
    }

    /// log Σ e^x of a row, shifted by its largest number.
    private static double logSumExp(double[] x, int from, int count) {
        double most = Arrays.stream(x, from, from + count).max().orElse(0);
        return most + Math.log(Arrays.stream(x, from, from + count).map(v -> Math.exp(v - most)).sum());
    }

    @Override
    public void logSoftmax(DeviceBuffer x, DeviceBuffer y, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            double whole = logSumExp(x(x), r * columns, columns);
            for (int i = r * columns; i < (r + 1) * columns; i++) {
                x(y)[i] = x(x)[i] - whole;
            }
        }
    }

    @Override
    public void softmax(DeviceBuffer x, DeviceBuffer y, int rows, int columns) {
        logSoftmax(x, y, rows, columns);
        each(y, y, rows * columns, Math::exp);
    }

    @Override
    public void softmaxBackward(DeviceBuffer y, DeviceBuffer dy, DeviceBuffer dx, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            double dot = 0;
            for (int i = r * columns; i < (r + 1) * columns; i++) {
                dot += x(y)[i] * x(dy)[i];
            }
            for (int i = r * columns; i < (r + 1) * columns; i++) {
                x(dx)[i] = x(y)[i] * (x(dy)[i] - dot);
            }
        }
    }

    @Override
    public void logSoftmaxBackward(DeviceBuffer y, DeviceBuffer dy, DeviceBuffer dx, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            double sum = Arrays.stream(x(dy), r * columns, (r + 1) * columns).sum();
            for (int i = r * columns; i < (r + 1) * columns; i++) {
                x(dx)[i] = x(dy)[i] - Math.exp(x(y)[i]) * sum;
            }
        }
    }

    @Override
    public void crossEntropy(
            DeviceBuffer logits, int[] targets, DeviceBuffer loss, DeviceBuffer dLogits, int rows, int columns) {
        long counted = Arrays.stream(targets, 0, rows).filter(t -> t >= 0).count();
        for (int r = 0; r < rows; r++) {
            double whole = logSumExp(x(logits), r * columns, columns);
            x(loss)[r] = targets[r] < 0 ? 0 : whole - x(logits)[r * columns + targets[r]];
            for (int c = 0; c < columns; c++) {
                double p = Math.exp(x(logits)[r * columns + c] - whole);
                x(dLogits)[r * columns + c] = targets[r] < 0 ? 0 : (p - (c == targets[r] ? 1 : 0)) / counted;
            }
        }
    }

    @Override
    public void layerNorm(
            DeviceBuffer x, DeviceBuffer gain, DeviceBuffer bias, DeviceBuffer y, DeviceBuffer mean, DeviceBuffer rstd,
            int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            int from = r * columns;
            double middle = Arrays.stream(x(x), from, from + columns).sum() / columns;
            double variance = Arrays.stream(x(x), from, from + columns)
                            .map(v -> (v - middle) * (v - middle))
                            .sum() / columns;
            x(mean)[r] = middle;
            x(rstd)[r] = 1 / Math.sqrt(variance + 1e-5);
            for (int c = 0; c < columns; c++) {
                x(y)[from + c] = (x(x)[from + c] - middle) * x(rstd)[r] * x(gain)[c] + x(bias)[c];
            }
        }
    }

    @Override
    public void layerNormBackward(
            DeviceBuffer x, DeviceBuffer gain, DeviceBuffer mean, DeviceBuffer rstd, DeviceBuffer dy, DeviceBuffer dx,
            boolean add, DeviceBuffer dGain, DeviceBuffer dBias, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            double sum = 0;
            double dot = 0;
            for (int c = 0; c < columns; c++) {
                int i = r * columns + c;
                double h = (x(x)[i] - x(mean)[r]) * x(rstd)[r];
                sum += x(dy)[i] * x(gain)[c] / columns;
                dot += x(dy)[i] * x(gain)[c] * h / columns;
                x(dGain)[c] += x(dy)[i] * h;
                x(dBias)[c] += x(dy)[i];
            }
            for (int c = 0; c < columns; c++) {
                int i = r * columns + c;
                double h = (x(x)[i] - x(mean)[r]) * x(rstd)[r];
                double d = x(rstd)[r] * (x(dy)[i] * x(gain)[c] - sum - h * dot);
                x(dx)[i] = add ? x(dx)[i] + d : d;
            }
        }
    }

    // ---- embeddings

    @Override
    public void gather(DeviceBuffer table, int[] ids, DeviceBuffer y, int rows, int columns) {
        for (int i = 0; i < rows * columns; i++) {
            x(y)[i] = x(table)[ids[i / columns] * columns + i % columns];
        }
    }

    @Override
    public void scatterAdd(DeviceBuffer dy, int[] ids, DeviceBuffer dTable, int rows, int columns) {
        for (int i = 0; i < rows * columns; i++) {
            x(dTable)[ids[i / columns] * columns + i % columns] += x(dy)[i];
        }
    }

    // ---- causal self-attention: i looks at j ≤ i, in head h of batch b, over the channels d of that head

    /// Where queries (0), keys (1) or values (2) of a position begin in qkv.
    private static int at(int b, int t, int which, int h, int T, int C, int H) {
        return ((b * T + t) * 3 + which) * C + h * (C / H);
    }

    private static double dot(double[] x, int from, double[] y, int other, int count) {
        double sum = 0;
        for (int d = 0; d < count; d++) {
            sum += x[from + d] * y[other + d];
        }
        return sum;
    }

    private static void addScaled(double a, double[] x, int from, double[] y, int to, int count) {
        for (int d = 0; d < count; d++) {
            y[to + d] += a * x[from + d];
        }
    }

    @Override
    public void attention(DeviceBuffer qkv, DeviceBuffer probs, DeviceBuffer y, int B, int T, int C, int H) {
        int D = C / H;
        Arrays.fill(x(probs), 0, B * H * T * T, 0);
        Arrays.fill(x(y), 0, B * T * C, 0);
        for (int row = 0; row < B * H * T; row++) {
            int b = row / T / H;
            int h = row / T % H;
            int i = row % T;
            for (int j = 0; j <= i; j++) {
                x(probs)[row * T + j] =
                        dot(x(qkv), at(b, i, 0, h, T, C, H), x(qkv), at(b, j, 1, h, T, C, H), D) / Math.sqrt(D);
            }
            double whole = logSumExp(x(probs), row * T, i + 1);
            for (int j = 0; j <= i; j++) {
                double p = Math.exp(x(probs)[row * T + j] - whole);
                x(probs)[row * T + j] = p;
                addScaled(p, x(qkv), at(b, j, 2, h, T, C, H), x(y), (b * T + i) * C + h * D, D);
            }
        }
    }

    @Override
    public void attentionBackward(
            DeviceBuffer qkv, DeviceBuffer probs, DeviceBuffer dy, DeviceBuffer dProbs, DeviceBuffer dQkv, int B, int T,
            int C, int H) {
        int D = C / H;
        Arrays.fill(x(dProbs), 0, B * H * T * T, 0);
        Arrays.fill(x(dQkv), 0, B * T * 3 * C, 0);
        for (int row = 0; row < B * H * T; row++) {
            int b = row / T / H;
            int h = row / T % H;
            int i = row % T;
            int out = (b * T + i) * C + h * D;
            for (int j = 0; j <= i; j++) {
                x(dProbs)[row * T + j] = dot(x(dy), out, x(qkv), at(b, j, 2, h, T, C, H), D);
                addScaled(x(probs)[row * T + j], x(dy), out, x(dQkv), at(b, j, 2, h, T, C, H), D);
            }
            double mean = dot(x(probs), row * T, x(dProbs), row * T, i + 1);
            for (int j = 0; j <= i; j++) {
                double ds = x(probs)[row * T + j] * (x(dProbs)[row * T + j] - mean) / Math.sqrt(D);
                addScaled(ds, x(qkv), at(b, j, 1, h, T, C, H), x(dQkv), at(b, i, 0, h, T, C, H), D);
                addScaled(ds, x(qkv), at(b, i, 0, h, T, C, H), x(dQkv), at(b, j, 1, h, T, C, H), D);
            }
        }
    }

    @Override
    public void attentionStep(
            DeviceBuffer qkv, DeviceBuffer cache, DeviceBuffer y, int B, int position, int capacity, int C, int H) {
        int D = C / H;
        for (int row = 0; row < B * H; row++) {
            int b = row / H;
            int h = row % H;
            int past = row * capacity * 2 * D;
            for (int two = 0; two < 2; two++) { // a key, a value
                int from = at(b, 0, two + 1, h, 1, C, H);
                System.arraycopy(x(qkv), from, x(cache), past + (2 * position + two) * D, D);
            }
            var scores = new double[position + 1];
            Arrays.setAll(scores, t ->
                    dot(x(qkv), at(b, 0, 0, h, 1, C, H), x(cache), past + 2 * t * D, D) / Math.sqrt(D));
            double whole = logSumExp(scores, 0, scores.length);
            Arrays.fill(x(y), b * C + h * D, b * C + h * D + D, 0);
            for (int t = 0; t <= position; t++) {
                addScaled(Math.exp(scores[t] - whole), x(cache), past + (2 * t + 1) * D, x(y), b * C + h * D, D);
            }
        }
    }

    // ---- optimisers

    @Override
    public void adamStep(
            DeviceBuffer theta, DeviceBuffer gradient, DeviceBuffer m, DeviceBuffer v, int n, float gradientScale,
            float beta1, float beta2, float stepSize, float inverseRootOfCorrection2, float epsilon, float keep) {
        for (int i = 0; i < n; i++) {
            double g = gradientScale * x(gradient)[i];
            x(m)[i] = beta1 * x(m)[i] + (1 - beta1) * g;
            x(v)[i] = beta2 * x(v)[i] + (1 - beta2) * g * g;
            double scale = Math.sqrt(x(v)[i]) * inverseRootOfCorrection2 + epsilon;
            x(theta)[i] = keep * x(theta)[i] - stepSize * x(m)[i] / scale;
        }
    }

    @Override
    public void close() {
        // nothing is held
    }
}
