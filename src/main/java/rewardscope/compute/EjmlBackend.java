package rewardscope.compute;

import java.util.Arrays;

/// The reference: EJML does the matrix work, every other kernel reads like its formula, one thread. Not fast.
class EjmlBackend implements ComputeBackend {
    static final float GELU_SLOPE = (float) Math.sqrt(2 / Math.PI);
    static final float GELU_CUBE = 0.044715f;

    @Override
    public String name() {
        return "ejml";
    }

    @Override
    public DeviceBuffer allocate(int length) {
        return new HostBuffer(new float[length]);
    }

    static float[] f(DeviceBuffer buffer) {
        return HostBuffer.of(buffer);
    }

    @Override
    public void upload(float[] host, int hostOffset, DeviceBuffer buffer, int offset, int count) {
        System.arraycopy(host, hostOffset, f(buffer), offset, count);
    }

    @Override
    public void download(DeviceBuffer buffer, int offset, float[] host, int hostOffset, int count) {
        System.arraycopy(f(buffer), offset, host, hostOffset, count);
    }

    @Override
    public void matmul(
            DeviceBuffer a, boolean transposeA, DeviceBuffer b, boolean transposeB, DeviceBuffer c, boolean add,
            int batch, int m, int n, int k) {
        for (int i = 0; i < batch; i++) {
            ReferenceProducts.multiply(
                    f(a), i * m * k, transposeA, f(b), i * k * n, transposeB, f(c), i * m * n, add, m, n, k);
        }
    }

    @Override
    public void linear(
            DeviceBuffer x, DeviceBuffer w, DeviceBuffer bias, Epilogue epilogue, DeviceBuffer extra, DeviceBuffer y,
            int rows, int in, int out) {
        DeviceBuffer z = epilogue == Epilogue.GELU ? extra : y;
        matmul(x, false, w, true, z, false, 1, rows, out, in);
        float[] zs = f(z);
        for (int i = 0; i < rows * out; i++) {
            zs[i] += (bias.length() == 0 ? 0 : f(bias)[i % out]) + (epilogue == Epilogue.RESIDUAL ? f(extra)[i] : 0);
        }
        if (epilogue == Epilogue.GELU) {
            gelu(z, y, rows * out);
        }
    }

    @Override
    public void fill(DeviceBuffer x, float value, int n) {
        Arrays.fill(f(x), 0, n, value);
    }

    @Override
    public void copy(DeviceBuffer x, DeviceBuffer y, int n) {
        System.arraycopy(f(x), 0, f(y), 0, n);
    }

    @Override
    public void addScaled(float a, DeviceBuffer x, DeviceBuffer y, int n) {
        float[] xs = f(x);
        float[] ys = f(y);
        for (int i = 0; i < n; i++) {
            ys[i] += a * xs[i];
        }
    }

    @Override
    public void scale(DeviceBuffer x, float a, int n) {
        float[] xs = f(x);
        for (int i = 0; i < n; i++) {
            xs[i] *= a;
        }
    }

    @Override
    public void multiply(DeviceBuffer x, DeviceBuffer y, DeviceBuffer z, int n) {
        float[] xs = f(x);
        float[] ys = f(y);
        float[] zs = f(z);
        for (int i = 0; i < n; i++) {
            zs[i] = xs[i] * ys[i];
        }
    }

    @Override
    public void gelu(DeviceBuffer x, DeviceBuffer y, int n) {
        for (int i = 0; i < n; i++) {
            double v = f(x)[i];
            f(y)[i] = (float) (0.5 * v * (1 + Math.tanh(GELU_SLOPE * (v + GELU_CUBE * v * v * v))));
        }
    }

    @Override
    public void geluBackward(DeviceBuffer x, DeviceBuffer dy, DeviceBuffer dx, int n) {
        for (int i = 0; i < n; i++) {
            double v = f(x)[i];
            double t = Math.tanh(GELU_SLOPE * (v + GELU_CUBE * v * v * v));
            double slope = GELU_SLOPE * (1 + 3 * GELU_CUBE * v * v);
            f(dx)[i] = (float) (f(dy)[i] * (0.5 * (1 + t) + 0.5 * v * (1 - t * t) * slope));
        }
    }

    @Override
    public void tanh(DeviceBuffer x, DeviceBuffer y, int n) {
        for (int i = 0; i < n; i++) {
            f(y)[i] = (float) Math.tanh(f(x)[i]);
        }
    }

    @Override
    public void tanhBackward(DeviceBuffer y, DeviceBuffer dy, DeviceBuffer dx, int n) {
        float[] ys = f(y);
        for (int i = 0; i < n; i++) {
            f(dx)[i] = f(dy)[i] * (1 - ys[i] * ys[i]);
        }
    }

    @Override
    public void relu(DeviceBuffer x, DeviceBuffer y, int n) {
        for (int i = 0; i < n; i++) {
            f(y)[i] = Math.max(0, f(x)[i]);
        }
    }

    @Override
    public void reluBackward(DeviceBuffer y, DeviceBuffer dy, DeviceBuffer dx, int n) {
        for (int i = 0; i < n; i++) {
            f(dx)[i] = f(y)[i] > 0 ? f(dy)[i] : 0;
        }
    }

    @Override
    public double sum(DeviceBuffer x, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += f(x)[i];
        }
        return sum;
    }

    @Override
    public double sumOfSquares(DeviceBuffer x, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double v = f(x)[i];
            sum += v * v;
        }
        return sum;
    }

    @Override
    public void addColumnSums(DeviceBuffer x, DeviceBuffer s, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                f(s)[c] += f(x)[r * columns + c];
            }
        }
    }

    @Override
    public void addToRows(DeviceBuffer s, DeviceBuffer x, int rows, int columns) {
        float[] xs = f(x);
        float[] ss = f(s);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                xs[r * columns + c] += ss[c];
            }
        }
    }

    @Override
    public void softmax(DeviceBuffer x, DeviceBuffer y, int rows, int columns) {
        ReferenceSoftmax.softmax(f(x), f(y), rows, columns);
    }

    @Override
    public void softmaxBackward(DeviceBuffer y, DeviceBuffer dy, DeviceBuffer dx, int rows, int columns) {
        ReferenceSoftmax.softmaxBackward(f(y), f(dy), f(dx), rows, columns);
    }

    @Override
    public void logSoftmax(DeviceBuffer x, DeviceBuffer y, int rows, int columns) {
        ReferenceSoftmax.logSoftmax(f(x), f(y), rows, columns);
    }

    @Override
    public void logSoftmaxBackward(DeviceBuffer y, DeviceBuffer dy, DeviceBuffer dx, int rows, int columns) {
        ReferenceSoftmax.logSoftmaxBackward(f(y), f(dy), f(dx), rows, columns);
    }

    @Override
    public void crossEntropy(
            DeviceBuffer logits, int[] targets, DeviceBuffer loss, DeviceBuffer dLogits, int rows, int columns) {
        ReferenceSoftmax.crossEntropy(f(logits), targets, f(loss), f(dLogits), rows, columns);
    }

    @Override
    public void layerNorm(
            DeviceBuffer x, DeviceBuffer gain, DeviceBuffer bias, DeviceBuffer y, DeviceBuffer mean, DeviceBuffer rstd,
            int rows, int columns) {
        ReferenceLayerNorm.forward(f(x), f(gain), f(bias), f(y), f(mean), f(rstd), rows, columns);
    }

    @Override
    public void layerNormBackward(
            DeviceBuffer x, DeviceBuffer gain, DeviceBuffer mean, DeviceBuffer rstd, DeviceBuffer dy, DeviceBuffer dx,
            boolean add, DeviceBuffer dGain, DeviceBuffer dBias, int rows, int columns) {
        ReferenceLayerNorm.backward(
                f(x), f(gain), f(mean), f(rstd), f(dy), f(dx), add, f(dGain), f(dBias), rows, columns);
    }

    @Override
    public void gather(DeviceBuffer table, int[] ids, DeviceBuffer y, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(f(table), ids[r] * columns, f(y), r * columns, columns);
        }
    }

    @Override
    public void scatterAdd(DeviceBuffer dy, int[] ids, DeviceBuffer dTable, int rows, int columns) {
        float[] from = f(dy);
        float[] to = f(dTable);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                to[ids[r] * columns + c] += from[r * columns + c];
            }
        }
    }

    @Override
    public void attention(
            DeviceBuffer qkv, DeviceBuffer probs, DeviceBuffer y, int batch, int time, int channels, int heads) {
        ReferenceAttention.forward(f(qkv), f(probs), f(y), batch, time, channels, heads);
    }

    @Override
    public void attentionBackward(
            DeviceBuffer qkv, DeviceBuffer probs, DeviceBuffer dy, DeviceBuffer dProbs, DeviceBuffer dQkv, int batch,
            int time, int channels, int heads) {
        ReferenceAttention.backward(f(qkv), f(probs), f(dy), f(dProbs), f(dQkv), batch, time, channels, heads);
    }

    @Override
    public void attentionStep(
            DeviceBuffer qkv, DeviceBuffer cache, DeviceBuffer y, int batch, int position, int capacity, int channels,
            int heads) {
        ReferenceAttention.step(f(qkv), f(cache), f(y), batch, position, capacity, channels, heads);
    }

    @Override
    public void adamStep(
            DeviceBuffer theta, DeviceBuffer gradient, DeviceBuffer m, DeviceBuffer v, int n, float gradientScale,
            float beta1, float beta2, float stepSize, float inverseRootOfCorrection2, float epsilon, float keep) {
        float[] w = f(theta);
        float[] g = f(gradient);
        float[] ms = f(m);
        float[] vs = f(v);
        for (int i = 0; i < n; i++) {
            float gi = gradientScale * g[i];
            float mi = beta1 * ms[i] + (1 - beta1) * gi;
            float vi = beta2 * vs[i] + (1 - beta2) * gi * gi;
            ms[i] = mi;
            vs[i] = vi;
            w[i] = keep * w[i] - stepSize * mi / ((float) Math.sqrt(vi) * inverseRootOfCorrection2 + epsilon);
        }
    }

    @Override
    public void close() {}
}
