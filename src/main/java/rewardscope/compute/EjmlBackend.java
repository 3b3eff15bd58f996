package rewardscope.compute;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/// The reference: EJML does the matrix work, every other kernel reads like its formula, one thread. Not fast.
class EjmlBackend implements ComputeBackend {
    static final float GELU_SLOPE = (float) Math.sqrt(2 / Math.PI);
    static final float GELU_CUBE = 0.044715f;
    static final float LAYER_NORM_EPSILON = 1e-5f;

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
            multiply(f(a), i * m * k, transposeA, f(b), i * k * n, transposeB, f(c), i * m * n, add, m, n, k);
        }
    }

    private static void multiply(
            float[] a, int aOffset, boolean transposeA, float[] b, int bOffset, boolean transposeB, float[] c,
            int cOffset, boolean add, int m, int n, int k) {
        if (m == 0 || n == 0 || k == 0) {
            if (!add) {
                Arrays.fill(c, cOffset, cOffset + m * n, 0);
            }
            return;
        }
        var left = matrix(a, aOffset, transposeA ? k : m, transposeA ? m : k);
        var right = matrix(b, bOffset, transposeB ? n : k, transposeB ? k : n);
        var product = new FMatrixRMaj(m, n);
        if (transposeA && transposeB) {
            CommonOps_FDRM.multTransAB(left, right, product);
        } else if (transposeA) {
            CommonOps_FDRM.multTransA(left, right, product);
        } else if (transposeB) {
            CommonOps_FDRM.multTransB(left, right, product);
        } else {
            CommonOps_FDRM.mult(left, right, product);
        }
        for (int i = 0; i < m * n; i++) {
            c[cOffset + i] = product.data[i] + (add ? c[cOffset + i] : 0);
        }
    }

    private static FMatrixRMaj matrix(float[] x, int offset, int rows, int columns) {
        return new FMatrixRMaj(rows, columns, true, Arrays.copyOfRange(x, offset, offset + rows * columns));
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
        for (int r = 0; r < rows; r++) {
            double normaliser = logSumExp(f(x), r * columns, columns);
            for (int i = r * columns; i < (r + 1) * columns; i++) {
                f(y)[i] = (float) Math.exp(f(x)[i] - normaliser);
            }
        }
    }

    /// log Σ exp x, shifted by the largest so that nothing overflows.
    static double logSumExp(float[] x, int offset, int count) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = offset; i < offset + count; i++) {
            max = Math.max(max, x[i]);
        }
        double sum = 0;
        for (int i = offset; i < offset + count; i++) {
            sum += Math.exp(x[i] - max);
        }
        return max + Math.log(sum);
    }

    @Override
    public void softmaxBackward(DeviceBuffer y, DeviceBuffer dy, DeviceBuffer dx, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            double dot = 0;
            for (int i = r * columns; i < (r + 1) * columns; i++) {
                dot += f(y)[i] * f(dy)[i];
            }
            for (int i = r * columns; i < (r + 1) * columns; i++) {
                f(dx)[i] = (float) (f(y)[i] * (f(dy)[i] - dot));
            }
        }
    }

    @Override
    public void logSoftmax(DeviceBuffer x, DeviceBuffer y, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            double normaliser = logSumExp(f(x), r * columns, columns);
            for (int i = r * columns; i < (r + 1) * columns; i++) {
                f(y)[i] = (float) (f(x)[i] - normaliser);
            }
        }
    }

    @Override
    public void logSoftmaxBackward(DeviceBuffer y, DeviceBuffer dy, DeviceBuffer dx, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            double total = 0;
            for (int i = r * columns; i < (r + 1) * columns; i++) {
                total += f(dy)[i];
            }
            for (int i = r * columns; i < (r + 1) * columns; i++) {
                f(dx)[i] = (float) (f(dy)[i] - Math.exp(f(y)[i]) * total);
            }
        }
    }

    /// How many targets count in the mean.
    static int counted(int[] targets, int rows) {
        int counted = 0;
        for (int r = 0; r < rows; r++) {
            counted += targets[r] >= 0 ? 1 : 0;
        }
        return Math.max(counted, 1);
    }

    @Override
    public void crossEntropy(
            DeviceBuffer logits, int[] targets, DeviceBuffer loss, DeviceBuffer dLogits, int rows, int columns) {
        float[] x = f(logits);
        int counted = counted(targets, rows);
        for (int r = 0; r < rows; r++) {
            int target = targets[r];
            double normaliser = logSumExp(x, r * columns, columns);
            f(loss)[r] = target < 0 ? 0 : (float) (normaliser - x[r * columns + target]);
            for (int c = 0; c < columns; c++) {
                double p = Math.exp(x[r * columns + c] - normaliser);
                f(dLogits)[r * columns + c] = target < 0 ? 0 : (float) ((p - (c == target ? 1 : 0)) / counted);
            }
        }
    }

    @Override
    public void layerNorm(
            DeviceBuffer x, DeviceBuffer gain, DeviceBuffer bias, DeviceBuffer y, DeviceBuffer mean, DeviceBuffer rstd,
            int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            double mu = 0;
            for (int c = 0; c < columns; c++) {
                mu += f(x)[r * columns + c];
            }
            mu /= columns;
            double variance = 0;
            for (int c = 0; c < columns; c++) {
                double deviation = f(x)[r * columns + c] - mu;
                variance += deviation * deviation;
            }
            double s = 1 / Math.sqrt(variance / columns + LAYER_NORM_EPSILON);
            for (int c = 0; c < columns; c++) {
                f(y)[r * columns + c] = (float) ((f(x)[r * columns + c] - mu) * s * f(gain)[c] + f(bias)[c]);
            }
            f(mean)[r] = (float) mu;
            f(rstd)[r] = (float) s;
        }
    }

    @Override
    public void layerNormBackward(
            DeviceBuffer x, DeviceBuffer gain, DeviceBuffer mean, DeviceBuffer rstd, DeviceBuffer dy, DeviceBuffer dx,
            boolean add, DeviceBuffer dGain, DeviceBuffer dBias, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            double mu = f(mean)[r];
            double s = f(rstd)[r];
            double sumDn = 0; // Σ ∂loss/∂x̂
            double sumDnN = 0; // Σ ∂loss/∂x̂ · x̂
            for (int c = 0; c < columns; c++) {
                double n = (f(x)[r * columns + c] - mu) * s;
                double d = f(dy)[r * columns + c];
                f(dGain)[c] += (float) (d * n);
                f(dBias)[c] += (float) d;
                sumDn += d * f(gain)[c];
                sumDnN += d * f(gain)[c] * n;
            }
            for (int c = 0; c < columns; c++) {
                int i = r * columns + c;
                double n = (f(x)[i] - mu) * s;
                double value = s * (f(dy)[i] * f(gain)[c] - sumDn / columns - n * sumDnN / columns);
                f(dx)[i] = (float) (value + (add ? f(dx)[i] : 0));
            }
        }
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
        int T = time;
        int C = channels;
        int D = C / heads;
        float[] x = f(qkv);
        float[] p = f(probs);
        for (int bh = 0; bh < batch * heads; bh++) {
            int q = bh / heads * T * 3 * C + bh % heads * D; // this head's first query; its keys are C further on
            for (int t = 0; t < T; t++) {
                int row = (bh * T + t) * T;
                for (int s = 0; s < T; s++) {
                    double dot = 0;
                    for (int d = 0; d < D; d++) {
                        dot += x[q + t * 3 * C + d] * x[q + s * 3 * C + C + d];
                    }
                    p[row + s] = s <= t ? (float) (dot / Math.sqrt(D)) : Float.NEGATIVE_INFINITY;
                }
                double normaliser = logSumExp(p, row, T);
                for (int s = 0; s < T; s++) {
                    p[row + s] = (float) Math.exp(p[row + s] - normaliser);
                }
                for (int d = 0; d < D; d++) {
                    double mix = 0;
                    for (int s = 0; s <= t; s++) {
                        mix += p[row + s] * x[q + s * 3 * C + 2 * C + d];
                    }
                    f(y)[(bh / heads * T + t) * C + bh % heads * D + d] = (float) mix;
                }
            }
        }
    }

    @Override
    public void attentionBackward(
            DeviceBuffer qkv, DeviceBuffer probs, DeviceBuffer dy, DeviceBuffer dProbs, DeviceBuffer dQkv, int batch,
            int time, int channels, int heads) {
        int T = time;
        int C = channels;
        int D = C / heads;
        float[] x = f(qkv);
        float[] dx = f(dQkv);
        float[] p = f(probs);
        float[] dp = f(dProbs);
        Arrays.fill(dx, 0, batch * T * 3 * C, 0);
        for (int bh = 0; bh < batch * heads; bh++) {
            int q = bh / heads * T * 3 * C + bh % heads * D;
            for (int t = 0; t < T; t++) {
                int row = (bh * T + t) * T;
                int out = (bh / heads * T + t) * C + bh % heads * D;
                double dot = 0;
                for (int s = 0; s < T; s++) {
                    double d = 0;
                    for (int e = 0; e < D && s <= t; e++) {
                        d += f(dy)[out + e] * x[q + s * 3 * C + 2 * C + e];
                        dx[q + s * 3 * C + 2 * C + e] += p[row + s] * f(dy)[out + e];
                    }
                    dp[row + s] = (float) d;
                    dot += d * p[row + s];
                }
                for (int s = 0; s <= t; s++) {
                    double dScore = p[row + s] * (dp[row + s] - dot) / Math.sqrt(D);
                    for (int e = 0; e < D; e++) {
                        dx[q + t * 3 * C + e] += (float) (dScore * x[q + s * 3 * C + C + e]);
                        dx[q + s * 3 * C + C + e] += (float) (dScore * x[q + t * 3 * C + e]);
                    }
                }
            }
        }
    }

    @Override
    public void attentionStep(
            DeviceBuffer qkv, DeviceBuffer cache, DeviceBuffer y, int batch, int position, int capacity, int channels,
            int heads) {
        int C = channels;
        int D = C / heads;
        float[] x = f(qkv);
        float[] kv = f(cache);
        var score = new float[position + 1];
        for (int bh = 0; bh < batch * heads; bh++) {
            int q = bh / heads * 3 * C + bh % heads * D;
            int first = bh * capacity * 2 * D;
            System.arraycopy(x, q + C, kv, first + position * 2 * D, D);
            System.arraycopy(x, q + 2 * C, kv, first + position * 2 * D + D, D);
            for (int s = 0; s <= position; s++) {
                double dot = 0;
                for (int d = 0; d < D; d++) {
                    dot += x[q + d] * kv[first + s * 2 * D + d];
                }
                score[s] = (float) (dot / Math.sqrt(D));
            }
            double normaliser = logSumExp(score, 0, position + 1);
            for (int d = 0; d < D; d++) {
                double mix = 0;
                for (int s = 0; s <= position; s++) {
                    mix += Math.exp(score[s] - normaliser) * kv[first + s * 2 * D + D + d];
                }
                f(y)[bh / heads * C + bh % heads * D + d] = (float) mix;
            }
        }
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
