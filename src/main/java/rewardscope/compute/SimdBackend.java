package rewardscope.compute;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// The fast backend: products blocked and packed for the registers and caches, rows divided among threads. The few
/// kernels that no training step calls are inherited from the reference.
final class SimdBackend extends EjmlBackend {
    private static final VectorSpecies<Float> S = Gemm.S;
    private static final int L = Gemm.L;
    private static final int PANEL = PackedGemm.PANEL;
    private static final int K_BLOCK = 256;
    private static final int ROW_BLOCK = 48;

    private final Workers workers;
    private final float[][] packed; // scratch memory, one a thread
    private final float[][] turned;
    private final float[] laneSums;

    SimdBackend(int threads) {
        workers = new Workers(Math.max(1, threads));
        packed = new float[workers.threads()][0];
        turned = new float[workers.threads()][0];
        laneSums = new float[workers.threads() * 64];
    }

    @Override
    public String name() {
        return "simd";
    }

    @Override
    public void close() {
        workers.close();
    }

    private static FloatVector load(float[] x, int i) {
        return FloatVector.fromArray(S, x, i);
    }

    private static FloatVector load(float[] x, int i, VectorMask<Float> mask) {
        return FloatVector.fromArray(S, x, i, mask);
    }

    private static FloatVector all(float value) {
        return FloatVector.broadcast(S, value);
    }

    private static float[] scratch(float[][] of, int part, int length) {
        if (of[part].length < length) {
            of[part] = new float[length];
        }
        return of[part];
    }

    // ---- matrix products

    @Override
    public void matmul(
            DeviceBuffer a, boolean transposeA, DeviceBuffer b, boolean transposeB, DeviceBuffer c, boolean add,
            int batch, int m, int n, int k) {
        float[] as = f(a);
        float[] bs = f(b);
        float[] cs = f(c);
        if (!add) {
            Arrays.fill(cs, 0, batch * m * n, 0);
        }
        long worth = 2L * m * n * k * batch;
        if (batch == 1) {
            workers.run(m, 6, worth, (part, from, to) ->
                    product(part, as, 0, transposeA, bs, 0, transposeB, cs, 0, from, to, m, n, k));
        } else {
            workers.run(batch, 1, worth, (part, from, to) -> {
                for (int i = from; i < to; i++) {
                    product(part, as, i * m * k, transposeA, bs, i * k * n, transposeB, cs, i * m * n, 0, m, m, n, k);
                }
            });
        }
    }

    /// Rows [from, to) of C += A · B.
    private void product(
            int part, float[] a, int aOffset, boolean transposeA, float[] b, int bOffset, boolean transposeB, float[] c,
            int cOffset, int from, int to, int m, int n, int k) {
        int rows = to - from;
        if (rows <= 0 || n == 0 || k == 0) {
            return;
        }
        if (rows <= 8 && !transposeB) { // too few rows to be worth packing
            Gemm.multiplyAdd(a, aOffset + (transposeA ? from : from * k), transposeA ? 1 : k, transposeA ? m : 1,
                    b, bOffset, n, c, cOffset + from * n, n, rows, n, k);
            return;
        }
        int panels = (n + PANEL - 1) / PANEL;
        float[] panel = scratch(packed, part, panels * PANEL * Math.min(k, K_BLOCK));
        for (int p0 = 0; p0 < k; p0 += K_BLOCK) {
            int depth = Math.min(K_BLOCK, k - p0);
            pack(b, bOffset, transposeB, p0, depth, n, k, panel);
            for (int i = 0; i < rows; i += ROW_BLOCK) {
                int height = Math.min(ROW_BLOCK, rows - i);
                float[] left = a;
                int leftOffset = aOffset + (from + i) * k + p0;
                int leftRow = k;
                if (transposeA) { // a strided operand is turned once, never read across
                    left = scratch(turned, part, ROW_BLOCK * K_BLOCK);
                    leftOffset = 0;
                    leftRow = depth;
                    Transpose.of(a, aOffset + p0 * m + from + i, m, depth, height, left, 0, depth);
                }
                for (int j = 0; j < n; j += PANEL) {
                    int ct = cOffset + (from + i) * n + j;
                    if (n - j < PANEL) {
                        Gemm.multiplyAdd(left, leftOffset, leftRow, 1, panel, j * depth, PANEL,
                                c, ct, n, height, n - j, depth);
                    } else {
                        PackedGemm.rows(left, leftOffset, leftRow, panel, j * depth, c, ct, n, height, depth);
                    }
                }
            }
        }
    }

    /// `rows` rows of at most PANEL numbers, brought close together: PANEL apart.
    private static void copyRows(float[] x, int offset, int xRow, int rows, int width, float[] y, int to) {
        for (int p = 0; p < rows; p++) {
            if (width == PANEL) {
                load(x, offset + p * xRow).intoArray(y, to + p * PANEL);
                load(x, offset + p * xRow + L).intoArray(y, to + p * PANEL + L);
            } else {
                System.arraycopy(x, offset + p * xRow, y, to + p * PANEL, width);
            }
        }
    }

    /// Rows p0 .. p0 + depth of B as panels of [depth][PANEL].
    private static void pack(
            float[] b, int bOffset, boolean transposed, int p0, int depth, int n, int k, float[] panel) {
        for (int j = 0; j < n; j += PANEL) {
            int width = Math.min(PANEL, n - j);
            int to = j * depth;
            if (transposed) {
                Transpose.of(b, bOffset + j * k + p0, k, width, depth, panel, to, PANEL);
            } else {
                copyRows(b, bOffset + p0 * n + j, n, depth, width, panel, to);
            }
        }
    }

    @Override
    public void linear(
            DeviceBuffer x, DeviceBuffer w, DeviceBuffer bias, Epilogue epilogue, DeviceBuffer extra, DeviceBuffer y,
            int rows, int in, int out) {
        float[] xs = f(x);
        float[] ws = f(w);
        float[] bs = f(bias);
        float[] ys = f(y);
        float[] es = epilogue == Epilogue.NONE ? ys : f(extra);
        float[] zs = epilogue == Epilogue.GELU ? es : ys;
        workers.run(rows, 6, 2L * rows * in * out, (part, from, to) -> {
            for (int r = from; r < to; r++) { // begin from bias (and residual), so that the product adds to them
                if (bs.length == 0) {
                    Arrays.fill(zs, r * out, (r + 1) * out, 0);
                } else {
                    System.arraycopy(bs, 0, zs, r * out, out);
                }
                if (epilogue == Epilogue.RESIDUAL) {
                    add(es, r * out, zs, r * out, out);
                }
            }
            product(part, xs, 0, false, ws, 0, true, zs, 0, from, to, rows, out, in);
            if (epilogue == Epilogue.GELU) {
                gelu(zs, ys, from * out, to * out);
            }
        });
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
        workers.run(n, L, 20L * n, (part, from, to) -> gelu(xs, ys, from, to));
    }

    private static void gelu(float[] x, float[] y, int from, int to) {
        int i = from;
        for (; i <= to - L; i += L) {
            var v = load(x, i);
            v.mul(VectorMath.geluGate(v)).intoArray(y, i);
        }
        if (i < to) {
            var mask = S.indexInRange(i, to);
            var v = load(x, i, mask);
            v.mul(VectorMath.geluGate(v)).intoArray(y, i, mask);
        }
    }

    @Override
    public void geluBackward(DeviceBuffer x, DeviceBuffer dy, DeviceBuffer dx, int n) {
        float[] xs = f(x);
        float[] dys = f(dy);
        float[] dxs = f(dx);
        workers.run(n, L, 20L * n, (part, from, to) -> {
            int i = from;
            for (; i <= to - L; i += L) {
                var v = load(xs, i);
                load(dys, i).mul(VectorMath.geluSlope(v, VectorMath.geluGate(v))).intoArray(dxs, i);
            }
            if (i < to) {
                var mask = S.indexInRange(i, to);
                var v = load(xs, i, mask);
                load(dys, i, mask).mul(VectorMath.geluSlope(v, VectorMath.geluGate(v))).intoArray(dxs, i, mask);
            }
        });
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

    /// The sum of the lanes, in a fixed order.
    private float sumLanes(FloatVector v, int part) {
        int at = part * 64;
        v.intoArray(laneSums, at);
        float sum = 0;
        for (int i = 0; i < L; i++) {
            sum += laneSums[at + i];
        }
        return sum;
    }

    @Override
    public void layerNorm(
            DeviceBuffer x, DeviceBuffer gain, DeviceBuffer bias, DeviceBuffer y, DeviceBuffer mean, DeviceBuffer rstd,
            int rows, int columns) {
        float[] xs = f(x);
        float[] g = f(gain);
        float[] b = f(bias);
        float[] ys = f(y);
        float[] means = f(mean);
        float[] rstds = f(rstd);
        workers.run(rows, 1, 8L * rows * columns, (part, from, to) -> {
            for (int r = from; r < to; r++) {
                int row = r * columns;
                var sums = all(0);
                for (int c = 0; c < columns; c += L) {
                    sums = sums.add(c + L <= columns ? load(xs, row + c)
                            : load(xs, row + c, S.indexInRange(c, columns)));
                }
                float mu = sumLanes(sums, part) / columns;
                var squares = all(0);
                int c = 0;
                for (; c <= columns - L; c += L) {
                    var d = load(xs, row + c).sub(mu);
                    squares = d.fma(d, squares);
                }
                float variance = sumLanes(squares, part);
                for (; c < columns; c++) {
                    float d = xs[row + c] - mu;
                    variance += d * d;
                }
                float s = (float) (1 / Math.sqrt(variance / columns + LAYER_NORM_EPSILON));
                for (c = 0; c <= columns - L; c += L) {
                    load(xs, row + c).sub(mu).mul(s).fma(load(g, c), load(b, c)).intoArray(ys, row + c);
                }
                for (; c < columns; c++) {
                    ys[row + c] = Math.fma((xs[row + c] - mu) * s, g[c], b[c]);
                }
                means[r] = mu;
                rstds[r] = s;
            }
        });
    }

    @Override
    public void layerNormBackward(
            DeviceBuffer x, DeviceBuffer gain, DeviceBuffer mean, DeviceBuffer rstd, DeviceBuffer dy, DeviceBuffer dx,
            boolean add, DeviceBuffer dGain, DeviceBuffer dBias, int rows, int columns) {
        float[] xs = f(x);
        float[] g = f(gain);
        float[] means = f(mean);
        float[] rstds = f(rstd);
        float[] dys = f(dy);
        float[] dxs = f(dx);
        float[] dg = f(dGain);
        float[] db = f(dBias);
        workers.run(columns, PANEL, 4L * rows * columns, (part, from, to) -> {
            for (int r = 0; r < rows; r++) {
                int row = r * columns;
                int c = from;
                for (; c <= to - L; c += L) {
                    var d = load(dys, row + c);
                    d.fma(load(xs, row + c).sub(means[r]).mul(rstds[r]), load(dg, c)).intoArray(dg, c);
                    load(db, c).add(d).intoArray(db, c);
                }
                for (; c < to; c++) {
                    dg[c] = Math.fma(dys[row + c], (xs[row + c] - means[r]) * rstds[r], dg[c]);
                    db[c] += dys[row + c];
                }
            }
        });
        workers.run(rows, 1, 8L * rows * columns, (part, from, to) -> {
            for (int r = from; r < to; r++) {
                int row = r * columns;
                float mu = means[r];
                float s = rstds[r];
                var sums = all(0); // Σ ∂loss/∂x̂
                var dots = all(0); // Σ ∂loss/∂x̂ · x̂
                int c = 0;
                for (; c <= columns - L; c += L) {
                    var dn = load(dys, row + c).mul(load(g, c));
                    sums = sums.add(dn);
                    dots = dn.fma(load(xs, row + c).sub(mu).mul(s), dots);
                }
                float sum = sumLanes(sums, part);
                float dot = sumLanes(dots, part);
                for (; c < columns; c++) {
                    float dn = dys[row + c] * g[c];
                    sum += dn;
                    dot += dn * (xs[row + c] - mu) * s;
                }
                sum /= columns;
                dot /= columns;
                for (c = 0; c <= columns - L; c += L) {
                    var n = load(xs, row + c).sub(mu).mul(s);
                    var value = load(dys, row + c).mul(load(g, c)).sub(sum).sub(n.mul(dot)).mul(s);
                    (add ? value.add(load(dxs, row + c)) : value).intoArray(dxs, row + c);
                }
                for (; c < columns; c++) {
                    float n = (xs[row + c] - mu) * s;
                    float value = s * (dys[row + c] * g[c] - sum - n * dot);
                    dxs[row + c] = add ? dxs[row + c] + value : value;
                }
            }
        });
    }

    /// In place: x ← exp(x − max), and the sum of it. Entries count .. padded become 0; `padded` is a multiple of L.
    private float expRow(float[] x, int row, int count, int part) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            max = Math.max(max, x[row + i]);
        }
        var sums = all(0);
        int i = 0;
        for (; i <= count - L; i += L) {
            var e = VectorMath.exp(load(x, row + i).sub(max));
            e.intoArray(x, row + i);
            sums = sums.add(e);
        }
        if (i < count) {
            var mask = S.indexInRange(i, count);
            var e = VectorMath.exp(load(x, row + i, mask).sub(max));
            e.intoArray(x, row + i, mask);
            sums = sums.add(e, mask);
        }
        return sumLanes(sums, part);
    }

    private static void scaleRow(float[] x, int row, int count, float factor) {
        int i = 0;
        for (; i <= count - L; i += L) {
            load(x, row + i).mul(factor).intoArray(x, row + i);
        }
        for (; i < count; i++) {
            x[row + i] *= factor;
        }
    }

    @Override
    public void softmax(DeviceBuffer x, DeviceBuffer y, int rows, int columns) {
        float[] xs = f(x);
        float[] ys = f(y);
        workers.run(rows, 1, 20L * rows * columns, (part, from, to) -> {
            for (int r = from; r < to; r++) {
                System.arraycopy(xs, r * columns, ys, r * columns, columns);
                scaleRow(ys, r * columns, columns, 1 / expRow(ys, r * columns, columns, part));
            }
        });
    }

    @Override
    public void crossEntropy(
            DeviceBuffer logits, int[] targets, DeviceBuffer loss, DeviceBuffer dLogits, int rows, int columns) {
        float[] xs = f(logits);
        float[] losses = f(loss);
        float[] ds = f(dLogits);
        int counted = counted(targets, rows);
        workers.run(rows, 1, 20L * rows * columns, (part, from, to) -> {
            for (int r = from; r < to; r++) {
                int row = r * columns;
                int target = targets[r];
                if (target < 0) {
                    losses[r] = 0;
                    Arrays.fill(ds, row, row + columns, 0);
                    continue;
                }
                float max = Float.NEGATIVE_INFINITY;
                for (int c = 0; c < columns; c++) {
                    max = Math.max(max, xs[row + c]);
                }
                System.arraycopy(xs, row, ds, row, columns);
                float sum = expRow(ds, row, columns, part);
                losses[r] = (float) (max + Math.log(sum) - xs[row + target]);
                scaleRow(ds, row, columns, 1 / (sum * counted));
                ds[row + target] -= 1f / counted;
            }
        });
    }

    // ---- causal self-attention: products on the same register tiles, a head of a sequence at a time

    @Override
    public void attention(
            DeviceBuffer qkv, DeviceBuffer probs, DeviceBuffer y, int batch, int time, int channels, int heads) {
        int T = time;
        int C = channels;
        int D = C / heads;
        float[] x = f(qkv);
        float[] p = f(probs);
        float[] ys = f(y);
        float scale = (float) (1 / Math.sqrt(D));
        workers.run(batch * heads, 1, 4L * batch * T * T * C, (part, from, to) -> {
            float[] kT = scratch(packed, part, D * T);
            for (int bh = from; bh < to; bh++) {
                int q = bh / heads * T * 3 * C + bh % heads * D;
                int pt = bh * T * T;
                int yt = bh / heads * T * C + bh % heads * D;
                Transpose.of(x, q + C, 3 * C, T, D, kT, 0, T);
                Arrays.fill(p, pt, pt + T * T, 0);
                Gemm.multiplyAdd(x, q, 3 * C, 1, kT, 0, T, p, pt, T, T, T, D); // q kᵀ
                for (int t = 0; t < T; t++) {
                    int row = pt + t * T;
                    scaleRow(p, row, t + 1, scale);
                    scaleRow(p, row, t + 1, 1 / expRow(p, row, t + 1, part));
                    Arrays.fill(p, row + t + 1, row + T, 0);
                    Arrays.fill(ys, yt + t * C, yt + t * C + D, 0);
                }
                Gemm.multiplyAdd(p, pt, T, 1, x, q + 2 * C, 3 * C, ys, yt, C, T, D, T); // p v
            }
        });
    }

    @Override
    public void attentionBackward(
            DeviceBuffer qkv, DeviceBuffer probs, DeviceBuffer dy, DeviceBuffer dProbs, DeviceBuffer dQkv, int batch,
            int time, int channels, int heads) {
        int T = time;
        int C = channels;
        int D = C / heads;
        float[] x = f(qkv);
        float[] p = f(probs);
        float[] dys = f(dy);
        float[] dps = f(dProbs);
        float[] dx = f(dQkv);
        float scale = (float) (1 / Math.sqrt(D));
        workers.run(batch * heads, 1, 8L * batch * T * T * C, (part, from, to) -> {
            float[] vT = scratch(packed, part, D * T);
            float[] dS = scratch(turned, part, T * T);
            for (int bh = from; bh < to; bh++) {
                int q = bh / heads * T * 3 * C + bh % heads * D;
                int pt = bh * T * T;
                int yt = bh / heads * T * C + bh % heads * D;
                for (int t = 0; t < T; t++) {
                    for (int j = 0; j < 3; j++) {
                        Arrays.fill(dx, q + t * 3 * C + j * C, q + t * 3 * C + j * C + D, 0);
                    }
                }
                Transpose.of(x, q + 2 * C, 3 * C, T, D, vT, 0, T);
                Arrays.fill(dps, pt, pt + T * T, 0);
                Gemm.multiplyAdd(dys, yt, C, 1, vT, 0, T, dps, pt, T, T, T, D); // dp = dy vᵀ
                Gemm.multiplyAdd(p, pt, 1, T, dys, yt, C, dx, q + 2 * C, 3 * C, T, D, T); // dv = pᵀ dy
                for (int t = 0; t < T; t++) {
                    scoresBackward(p, dps, pt + t * T, dS, t * T, t + 1, scale, part);
                    Arrays.fill(dps, pt + t * T + t + 1, pt + (t + 1) * T, 0);
                    Arrays.fill(dS, t * T + t + 1, (t + 1) * T, 0);
                }
                Gemm.multiplyAdd(dS, 0, T, 1, x, q + C, 3 * C, dx, q, 3 * C, T, D, T); // dq = dS k
                Gemm.multiplyAdd(dS, 0, 1, T, x, q, 3 * C, dx, q + C, 3 * C, T, D, T); // dk = dSᵀ q
            }
        });
    }

    /// dS = p (dp − Σ p dp) · scale
    private void scoresBackward(
            float[] p, float[] dp, int row, float[] dS, int to, int count, float scale, int part) {
        var dots = all(0);
        int i = 0;
        for (; i <= count - L; i += L) {
            dots = load(p, row + i).fma(load(dp, row + i), dots);
        }
        float dot = sumLanes(dots, part);
        for (; i < count; i++) {
            dot += p[row + i] * dp[row + i];
        }
        for (i = 0; i <= count - L; i += L) {
            load(dp, row + i).sub(dot).mul(load(p, row + i)).mul(scale).intoArray(dS, to + i);
        }
        for (; i < count; i++) {
            dS[to + i] = (dp[row + i] - dot) * p[row + i] * scale;
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
        float[] ys = f(y);
        float scale = (float) (1 / Math.sqrt(D));
        workers.run(batch * heads, 1, 4L * batch * (position + 1) * C, (part, from, to) -> {
            float[] score = scratch(packed, part, position + 1);
            for (int bh = from; bh < to; bh++) {
                int q = bh / heads * 3 * C + bh % heads * D;
                int yt = bh / heads * C + bh % heads * D;
                int first = bh * capacity * 2 * D;
                System.arraycopy(x, q + C, kv, first + position * 2 * D, D);
                System.arraycopy(x, q + 2 * C, kv, first + position * 2 * D + D, D);
                for (int s = 0; s <= position; s++) {
                    score[s] = dot(x, q, kv, first + s * 2 * D, D, part) * scale;
                }
                scaleRow(score, 0, position + 1, 1 / expRow(score, 0, position + 1, part));
                Arrays.fill(ys, yt, yt + D, 0);
                Gemm.multiplyAdd(score, 0, 0, 1, kv, first + D, 2 * D, ys, yt, C, 1, D, position + 1);
            }
        });
    }

    private float dot(float[] a, int at, float[] b, int bt, int n, int part) {
        var sums = all(0);
        int i = 0;
        for (; i <= n - L; i += L) {
            sums = load(a, at + i).fma(load(b, bt + i), sums);
        }
        float sum = sumLanes(sums, part);
        for (; i < n; i++) {
            sum += a[at + i] * b[bt + i];
        }
        return sum;
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
