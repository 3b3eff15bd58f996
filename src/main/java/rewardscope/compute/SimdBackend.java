package rewardscope.compute;

import static rewardscope.compute.Lanes.L;
import static rewardscope.compute.Lanes.load;

import java.util.Arrays;
import rewardscope.compute.Products.Matrix;
import rewardscope.compute.Products.Rows;

/// The fast backend: products blocked and packed for the registers and caches, rows divided among threads. The few
/// kernels that no training step calls are inherited from the reference.
final class SimdBackend extends EjmlBackend {
    private static final int PANEL = 2 * L;
    private static final int FEW = 4; // rows that are not worth packing the right operand for
    private static final int COLUMNS = 8 * L;

    private final Workers workers;
    private final Products products;
    private final Softmax[] softmaxes; // one a thread
    private final Gelu[] gelus;
    private final LayerNorm layerNorm;
    private final Attention attention;

    SimdBackend(int threads) {
        workers = new Workers(Math.max(1, threads));
        products = new Products(workers);
        softmaxes = new Softmax[workers.threads()];
        Arrays.setAll(softmaxes, part -> new Softmax());
        gelus = new Gelu[workers.threads()];
        Arrays.setAll(gelus, part -> new Gelu());
        layerNorm = new LayerNorm(workers);
        attention = new Attention(workers, products, softmaxes);
    }

    @Override
    public String name() {
        return "simd";
    }

    @Override
    public void close() {
        workers.close();
    }

    // ---- matrix products

    @Override
    public void matmul(
            DeviceBuffer a, boolean transposeA, DeviceBuffer b, boolean transposeB, DeviceBuffer c, boolean add,
            int batch, int m, int n, int k) {
        float[] as = f(a);
        float[] bs = f(b);
        float[] cs = f(c);
        int aRow = transposeA ? m : k;
        int bRow = transposeB ? k : n;
        if (batch == 1 && m < FEW && !transposeA && !transposeB) {
            if (!add) {
                Arrays.fill(cs, 0, m * n, 0);
            }
            workers.run(n, COLUMNS, 8L * m * n * k, (part, from, to) -> {
                for (int i = 0; i < m; i++) {
                    FewRows.multiply(as, i * k, bs, from, n, cs, i * n + from, to - from, k);
                }
            });
        } else if (batch == 1) {
            products.multiply(new Matrix(as, 0, aRow, transposeA), new Matrix(bs, 0, bRow, transposeB), cs, 0, m, n, k,
                    add ? Rows.NOTHING : (part, from, to) -> Arrays.fill(cs, from * n, to * n, 0), Rows.NOTHING);
        } else {
            if (!add) {
                Arrays.fill(cs, 0, batch * m * n, 0);
            }
            workers.run(batch, 1, 2L * m * n * k * batch, (part, from, to) -> {
                for (int i = from; i < to; i++) {
                    products.multiply(part, new Matrix(as, i * m * k, aRow, transposeA),
                            new Matrix(bs, i * k * n, bRow, transposeB), cs, i * m * n, m, n, k);
                }
            });
        }
    }

    @Override
    public void linear(
            DeviceBuffer x, DeviceBuffer w, DeviceBuffer bias, Epilogue epilogue, DeviceBuffer extra, DeviceBuffer y,
            int rows, int in, int out) {
        float[] bs = f(bias);
        float[] ys = f(y);
        float[] es = epilogue == Epilogue.NONE ? ys : f(extra);
        float[] zs = epilogue == Epilogue.GELU ? es : ys;
        Rows begin = (part, from, to) -> { // from bias (and residual), so that the product adds to them
            for (int r = from; r < to; r++) {
                if (bs.length == 0) {
                    Arrays.fill(zs, r * out, (r + 1) * out, 0);
                } else {
                    System.arraycopy(bs, 0, zs, r * out, out);
                }
                if (epilogue == Epilogue.RESIDUAL) {
                    add(es, r * out, zs, r * out, out);
                }
            }
        };
        Rows end = epilogue == Epilogue.GELU
                ? (part, from, to) -> gelus[part].of(zs, ys, from * out, to * out)
                : Rows.NOTHING;
        products.multiply(new Matrix(f(x), 0, in, false), new Matrix(f(w), 0, in, true), zs, 0, rows, out, in,
                begin, end);
    }

    // ---- elementwise

    private static void add(float[] x, int xOffset, float[] y, int yOffset, int n) {
        int i = 0;
        for (; i <= n - L; i += L) {
            load(y, yOffset + i).add(load(x, xOffset + i)).intoArray(y, yOffset + i);
        }
        for (; i < n; i++) {
            y[yOffset + i] += x[xOffset + i];
        }
    }

    @Override
    public void gelu(DeviceBuffer x, DeviceBuffer y, int n) {
        float[] xs = f(x);
        float[] ys = f(y);
        workers.run(n, L, 20L * n, (part, from, to) -> gelus[part].of(xs, ys, from, to));
    }

    @Override
    public void geluBackward(DeviceBuffer x, DeviceBuffer dy, DeviceBuffer dx, int n) {
        float[] xs = f(x);
        float[] dys = f(dy);
        float[] dxs = f(dx);
        workers.run(n, L, 20L * n, (part, from, to) -> gelus[part].backward(xs, dys, dxs, from, to));
    }

    // ---- rows

    @Override
    public double sumOfSquares(DeviceBuffer x, int n) {
        float[] xs = f(x);
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i <= n - 4; i += 4) {
            s0 += (double) xs[i] * xs[i];
            s1 += (double) xs[i + 1] * xs[i + 1];
            s2 += (double) xs[i + 2] * xs[i + 2];
            s3 += (double) xs[i + 3] * xs[i + 3];
        }
        for (; i < n; i++) {
            s0 += (double) xs[i] * xs[i];
        }
        return s0 + s1 + s2 + s3;
    }

    @Override
    public void addColumnSums(DeviceBuffer x, DeviceBuffer s, int rows, int columns) {
        float[] xs = f(x);
        float[] ss = f(s);
        workers.run(columns, PANEL, (long) rows * columns, (part, from, to) -> {
            for (int r = 0; r < rows; r++) {
                add(xs, r * columns + from, ss, from, to - from);
            }
        });
    }

    @Override
    public void layerNorm(
            DeviceBuffer x, DeviceBuffer gain, DeviceBuffer bias, DeviceBuffer y, DeviceBuffer mean, DeviceBuffer rstd,
            int rows, int columns) {
        layerNorm.forward(f(x), f(gain), f(bias), f(y), f(mean), f(rstd), rows, columns);
    }

    @Override
    public void layerNormBackward(
            DeviceBuffer x, DeviceBuffer gain, DeviceBuffer mean, DeviceBuffer rstd, DeviceBuffer dy, DeviceBuffer dx,
            boolean add, DeviceBuffer dGain, DeviceBuffer dBias, int rows, int columns) {
        layerNorm.parametersBackward(f(x), f(mean), f(rstd), f(dy), f(dGain), f(dBias), rows, columns);
        layerNorm.backward(f(x), f(gain), f(mean), f(rstd), f(dy), f(dx), add, rows, columns);
    }

    @Override
    public void softmax(DeviceBuffer x, DeviceBuffer y, int rows, int columns) {
        float[] xs = f(x);
        float[] ys = f(y);
        workers.run(rows, 1, 20L * rows * columns, (part, from, to) -> {
            System.arraycopy(xs, from * columns, ys, from * columns, (to - from) * columns);
            softmaxes[part].rows(ys, from * columns, columns, to - from, columns, 0, 1);
        });
    }

    @Override
    public void crossEntropy(
            DeviceBuffer logits, int[] targets, DeviceBuffer loss, DeviceBuffer dLogits, int rows, int columns) {
        float[] xs = f(logits);
        float[] losses = f(loss);
        float[] ds = f(dLogits);
        int counted = ReferenceSoftmax.counted(targets, rows);
        workers.run(rows, 1, 20L * rows * columns, (part, from, to) -> {
            Softmax softmax = softmaxes[part];
            System.arraycopy(xs, from * columns, ds, from * columns, (to - from) * columns);
            softmax.exponentials(ds, from * columns, columns, to - from, columns, 0, 1);
            for (int r = from; r < to; r++) {
                int row = r * columns;
                int target = targets[r];
                if (target < 0) {
                    losses[r] = 0;
                    Arrays.fill(ds, row, row + columns, 0);
                    continue;
                }
                float sum = softmax.sum(r - from);
                losses[r] = (float) (softmax.max(r - from) + Math.log(sum) - xs[row + target]);
                Softmax.scale(ds, row, columns, columns, 1 / (sum * counted));
                ds[row + target] -= 1f / counted;
            }
        });
    }

    // ---- causal self-attention

    @Override
    public void attention(
            DeviceBuffer qkv, DeviceBuffer probs, DeviceBuffer y, int batch, int time, int channels, int heads) {
        attention.forward(f(qkv), f(probs), f(y), batch, time, channels, heads);
    }

    @Override
    public void attentionBackward(
            DeviceBuffer qkv, DeviceBuffer probs, DeviceBuffer dy, DeviceBuffer dProbs, DeviceBuffer dQkv, int batch,
            int time, int channels, int heads) {
        attention.backward(f(qkv), f(probs), f(dy), f(dProbs), f(dQkv), batch, time, channels, heads);
    }

    @Override
    public void attentionStep(
            DeviceBuffer qkv, DeviceBuffer cache, DeviceBuffer y, int batch, int position, int capacity, int channels,
            int heads) {
        attention.step(f(qkv), f(cache), f(y), batch, position, capacity, channels, heads);
    }

    // ---- optimisers

    @Override
    public void adamStep(
            DeviceBuffer theta, DeviceBuffer gradient, DeviceBuffer m, DeviceBuffer v, int n, float gradientScale,
            float beta1, float beta2, float stepSize, float inverseRootOfCorrection2, float epsilon, float keep) {
        float[] w = f(theta);
        float[] g = f(gradient);
        float[] ms = f(m);
        float[] vs = f(v);
        workers.run(n, L, 12L * n, (part, from, to) -> {
            int i = from;
            for (; i <= to - L; i += L) {
                var gi = load(g, i).mul(gradientScale);
                var mi = load(ms, i).mul(beta1).add(gi.mul(1 - beta1));
                var vi = load(vs, i).mul(beta2).add(gi.mul(1 - beta2).mul(gi));
                mi.intoArray(ms, i);
                vi.intoArray(vs, i);
                var step = mi.mul(stepSize).div(vi.sqrt().mul(inverseRootOfCorrection2).add(epsilon));
                load(w, i).mul(keep).sub(step).intoArray(w, i);
            }
            for (; i < to; i++) {
                float gi = g[i] * gradientScale;
                float mi = ms[i] * beta1 + gi * (1 - beta1);
                float vi = vs[i] * beta2 + gi * (1 - beta2) * gi;
                ms[i] = mi;
                vs[i] = vi;
                w[i] = keep * w[i] - mi * stepSize / ((float) Math.sqrt(vi) * inverseRootOfCorrection2 + epsilon);
            }
        });
    }
}
