package rewardscope.compute;

import static rewardscope.compute.Lanes.L;
import static rewardscope.compute.Lanes.all;
import static rewardscope.compute.Lanes.load;
import static rewardscope.compute.Tiles.HEIGHT;

import java.util.Arrays;

/// Causal self-attention, one head of one sequence at a time, on the tiles of the matrix products. Tiles that lie
/// wholly in the future are left out.
///
/// Letters: T positions, C channels, H heads of D = C / H channels; queries, keys and values of a position lie behind
/// each other, 3C numbers.
final class Attention {
    private final Workers workers;
    private final Products products;
    private final float[][] scratch; // one a thread: T × T, or T

    Attention(Workers workers, Products products) {
        this.workers = workers;
        this.products = products;
        scratch = new float[workers.threads()][0];
    }

    private float[] scratch(int part, int length) {
        if (scratch[part].length < length) {
            scratch[part] = new float[length];
        }
        return scratch[part];
    }

    /// y = p v, p = softmax(q kᵀ / √D)
    void forward(float[] x, float[] p, float[] y, int batch, int T, int C, int heads) {
        int D = C / heads;
        float scale = (float) (1 / Math.sqrt(D));
        Arrays.fill(p, 0, batch * heads * T * T, 0);
        Arrays.fill(y, 0, batch * T * C, 0);
        workers.run(batch * heads, 1, 4L * batch * T * T * C, (part, from, to) -> {
            Panels panels = products.panels(part);
            Multiplier multiplier = products.multiplier(part);
            for (int head = from; head < to; head++) {
                int q = head / heads * T * 3 * C + head % heads * D; // its keys are C further on, its values 2C
                int pt = head * T * T;
                int yt = head / heads * T * C + head % heads * D;
                panels.packTurned(x, q + C, 3 * C, D, T);
                for (int t = 0; t < T; t += HEIGHT) { // p = q kᵀ
                    int height = Math.min(HEIGHT, T - t);
                    multiplier.rows(x, q + t * 3 * C, 3 * C, panels, 0, D, p, pt + t * T, T, height, t + height);
                }
                for (int t = 0; t < T; t++) {
                    int row = pt + t * T;
                    Softmax.row(p, row, t + 1, T, scale);
                    Arrays.fill(p, row + t + 1, row + T, 0);
                }
                panels.packRows(x, q + 2 * C, 3 * C, T, D);
                for (int t = 0; t < T; t += HEIGHT) { // y = p v
                    int height = Math.min(HEIGHT, T - t);
                    multiplier.rows(p, pt + t * T, T, panels, 0, t + height, y, yt + t * C, C, height, D);
                }
            }
        });
    }

    /// dv = pᵀ dy, dp = dy vᵀ, ds = p (dp − Σ p dp) / √D, dq = ds k, dk = dsᵀ q
    void backward(
            float[] x, float[] p, float[] dy, float[] dp, float[] dx, int batch, int T, int C, int heads) {
        int D = C / heads;
        float scale = (float) (1 / Math.sqrt(D));
        Arrays.fill(dp, 0, batch * heads * T * T, 0);
        Arrays.fill(dx, 0, batch * T * 3 * C, 0);
        workers.run(batch * heads, 1, 8L * batch * T * T * C, (part, from, to) -> {
            Panels panels = products.panels(part);
            Multiplier multiplier = products.multiplier(part);
            float[] ds = scratch(part, T * T);
            for (int head = from; head < to; head++) {
                int q = head / heads * T * 3 * C + head % heads * D;
                int k = q + C;
                int v = k + C;
                int pt = head * T * T;
                int yt = head / heads * T * C + head % heads * D;
                panels.packTurned(x, v, 3 * C, D, T);
                for (int t = 0; t < T; t += HEIGHT) { // dp = dy vᵀ
                    int height = Math.min(HEIGHT, T - t);
                    multiplier.rows(dy, yt + t * C, C, panels, 0, D, dp, pt + t * T, T, height, t + height);
                }
                for (int t = 0; t < T; t++) {
                    int row = pt + t * T;
                    Arrays.fill(dp, row + t + 1, row + Math.min(T, t + HEIGHT), 0);
                    Softmax.rowBackward(p, row, dp, row, ds, t * T, t + 1, scale);
                    Arrays.fill(ds, t * T + t + 1, (t + 1) * T, 0);
                }
                panels.packRows(x, k, 3 * C, T, D);
                for (int t = 0; t < T; t += HEIGHT) { // dq = ds k
                    int height = Math.min(HEIGHT, T - t);
                    multiplier.rows(ds, t * T, T, panels, 0, t + height, dx, q + t * 3 * C, 3 * C, height, D);
                }
                panels.packRows(dy, yt, C, T, D);
                for (int s = 0; s < T; s += HEIGHT) { // dv = pᵀ dy
                    int height = Math.min(HEIGHT, T - s);
                    multiplier.turned(p, pt + s, T, panels, s, T, dx, v + s * 3 * C, 3 * C, height, D);
                }
                panels.packRows(x, q, 3 * C, T, D);
                for (int s = 0; s < T; s += HEIGHT) { // dk = dsᵀ q
                    int height = Math.min(HEIGHT, T - s);
                    multiplier.turned(ds, s, T, panels, s, T, dx, k + s * 3 * C, 3 * C, height, D);
                }
            }
        });
    }

    /// One new position of each sequence: its key and value join the cache, its query looks at all there are.
    ///
    /// @param cache (B, H, capacity, 2, D)
    void step(float[] x, float[] cache, float[] y, int batch, int position, int capacity, int C, int heads) {
        int D = C / heads;
        float scale = (float) (1 / Math.sqrt(D));
        workers.run(batch * heads, 1, 4L * batch * (position + 1) * C, (part, from, to) -> {
            float[] score = scratch(part, position + L);
            for (int head = from; head < to; head++) {
                int q = head / heads * 3 * C + head % heads * D;
                int yt = head / heads * C + head % heads * D;
                int first = head * capacity * 2 * D;
                System.arraycopy(x, q + C, cache, first + position * 2 * D, D);
                System.arraycopy(x, q + 2 * C, cache, first + position * 2 * D + D, D);
                for (int s = 0; s <= position; s++) {
                    score[s] = dot(x, q, cache, first + s * 2 * D, D);
                }
                Softmax.row(score, 0, position + 1, score.length, scale);
                Arrays.fill(y, yt, yt + D, 0);
                FewRows.multiply(score, 0, cache, first + D, 2 * D, y, yt, D, position + 1);
            }
        });
    }

    private static float dot(float[] a, int at, float[] b, int bt, int n) {
        var sums = all(0);
        int i = 0;
        for (; i <= n - L; i += L) {
            sums = load(a, at + i).fma(load(b, bt + i), sums);
        }
        float sum = Lanes.sum(sums);
        for (; i < n; i++) {
            sum = Math.fma(a[at + i], b[bt + i], sum);
        }
        return sum;
    }
}
