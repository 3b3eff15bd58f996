package rewardscope.compute;

import static rewardscope.compute.Lanes.L;
import static rewardscope.compute.Lanes.all;
import static rewardscope.compute.Lanes.load;
import static rewardscope.compute.Tiles.HEIGHT;
import static rewardscope.compute.Tiles.WIDTH;

import java.util.Arrays;

/// Causal self-attention, one head of one sequence at a time, on the tiles of the matrix products. Tiles that lie
/// wholly in the future are left out.
///
/// Letters: T positions, C channels, H heads of D = C / H channels; queries, keys and values of a position lie behind
/// each other, 3C numbers.
final class Attention {
    private final Workers workers;
    private final Products products;
    private final Softmax[] softmaxes; // one a thread
    private final float[][] scratch; // one a thread

    Attention(Workers workers, Products products, Softmax[] softmaxes) {
        this.workers = workers;
        this.products = products;
        this.softmaxes = softmaxes;
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
        workers.run(batch * heads, 1, 4L * batch * T * T * C, (part, from, to) -> {
            Panels panels = products.panels(part);
            Multiplier multiplier = products.multiplier(part);
            for (int head = from; head < to; head++) {
                int q = head / heads * T * 3 * C + head % heads * D; // its keys are C further on, its values 2C
                int pt = head * T * T;
                int yt = head / heads * T * C + head % heads * D;
                Arrays.fill(p, pt, pt + T * T, 0);
                panels.packTurned(x, q + C, 3 * C, D, T);
                for (int t = 0; t < T; t += HEIGHT) { // p = q kᵀ
                    int height = Math.min(HEIGHT, T - t);
                    multiplier.rows(
                            x, q + t * 3 * C, 3 * C, panels, 0, D, p, pt + t * T, T, height, past(t + height, T));
                }
                softmaxes[part].rows(p, pt, T, T, 1, 1, scale);
                clearFuture(p, pt, T);
                clear(y, yt, C, T, D);
                panels.packRows(x, q + 2 * C, 3 * C, T, D);
                for (int t = 0; t < T; t += HEIGHT) { // y = p v
                    int height = Math.min(HEIGHT, T - t);
                    multiplier.rows(p, pt + t * T, T, panels, 0, t + height, y, yt + t * C, C, height, D);
                }
            }
        });
    }

    /// How many of T columns the tiles reach that hold the first `positions`: tiles are wide.
    private static int past(int positions, int T) {
        return Math.min(T, Math.ceilDiv(positions, WIDTH) * WIDTH);
    }

    /// The future of each position = 0.
    private static void clearFuture(float[] p, int at, int T) {
        for (int t = 0; t < T; t++) {
            Arrays.fill(p, at + t * T + t + 1, at + (t + 1) * T, 0);
        }
    }

    /// A head's part of each position = 0.
    private static void clear(float[] x, int at, int row, int T, int D) {
        for (int t = 0; t < T; t++) {
            Arrays.fill(x, at + t * row, at + t * row + D, 0);
        }
    }

    /// dv = pᵀ dy, dp = dy vᵀ, ds = p (dp − Σ p dp) / √D, dq = ds k, dk = dsᵀ q
    void backward(
            float[] x, float[] p, float[] dy, float[] dp, float[] dx, int batch, int T, int C, int heads) {
        int D = C / heads;
        float scale = (float) (1 / Math.sqrt(D));
        workers.run(batch * heads, 1, 8L * batch * T * T * C, (part, from, to) -> {
            Panels panels = products.panels(part);
            Multiplier multiplier = products.multiplier(part);
            float[] ds = scratch(part, 2 * T * T);
            int turned = T * T; // where pᵀ is, and then dsᵀ
            for (int head = from; head < to; head++) {
                int q = head / heads * T * 3 * C + head % heads * D;
                int k = q + C;
                int v = k + C;
                int pt = head * T * T;
                int yt = head / heads * T * C + head % heads * D;
                Arrays.fill(dp, pt, pt + T * T, 0);
                panels.packTurned(x, v, 3 * C, D, T);
                for (int t = 0; t < T; t += HEIGHT) { // dp = dy vᵀ
                    int height = Math.min(HEIGHT, T - t);
                    multiplier.rows(
                            dy, yt + t * C, C, panels, 0, D, dp, pt + t * T, T, height, past(t + height, T));
                }
                clearFuture(dp, pt, T);
                softmaxes[part].rowsBackward(p, pt, dp, ds, T, scale);
                clearFuture(ds, 0, T);
                clear(dx, q, 3 * C, T, D);
                clear(dx, k, 3 * C, T, D);
                clear(dx, v, 3 * C, T, D);
                panels.packRows(x, k, 3 * C, T, D);
                for (int t = 0; t < T; t += HEIGHT) { // dq = ds k
                    int height = Math.min(HEIGHT, T - t);
                    multiplier.rows(ds, t * T, T, panels, 0, t + height, dx, q + t * 3 * C, 3 * C, height, D);
                }
                panels.packRows(dy, yt, C, T, D);
                Transpose.of(p, pt, T, T, T, ds, turned, T);
                for (int s = 0; s < T; s += HEIGHT) { // dv = pᵀ dy
                    int height = Math.min(HEIGHT, T - s);
                    multiplier.rows(ds, turned + s * T, T, panels, s, T, dx, v + s * 3 * C, 3 * C, height, D);
                }
                panels.packRows(x, q, 3 * C, T, D);
                Transpose.of(ds, 0, T, T, T, ds, turned, T);
                for (int s = 0; s < T; s += HEIGHT) { // dk = dsᵀ q
                    int height = Math.min(HEIGHT, T - s);
                    multiplier.rows(ds, turned + s * T, T, panels, s, T, dx, k + s * 3 * C, 3 * C, height, D);
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
            int room = position + L;
            float[] scores = scratch(part, (to - from) * room);
            for (int head = from; head < to; head++) {
                int q = head / heads * 3 * C + head % heads * D;
                int first = head * capacity * 2 * D;
                System.arraycopy(x, q + C, cache, first + position * 2 * D, D);
                System.arraycopy(x, q + 2 * C, cache, first + position * 2 * D + D, D);
                for (int s = 0; s <= position; s++) {
                    scores[(head - from) * room + s] = dot(x, q, cache, first + s * 2 * D, D);
                }
            }
            softmaxes[part].rows(scores, 0, room, to - from, position + 1, 0, scale);
            for (int head = from; head < to; head++) {
                int yt = head / heads * C + head % heads * D;
                int values = head * capacity * 2 * D + D;
                Arrays.fill(y, yt, yt + D, 0);
                FewRows.multiply(scores, (head - from) * room, cache, values, 2 * D, y, yt, D, position + 1);
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
