package rewardscope.compute;

import static rewardscope.compute.Lanes.L;
import static rewardscope.compute.Lanes.all;
import static rewardscope.compute.Lanes.load;

/// Rows of probabilities: exp(x − max) / Σ exp(x − max).
///
/// A row of `count` numbers has `room` for more: where the last vector fits, all of it is read and written, as storing
/// a part of a vector is slow. What is left beyond `count` then means nothing.
final class Softmax {
    private Softmax() {}

    /// Where the vectors of a row end: beyond `count` if there is room, else before it.
    private static int end(int count, int room) {
        int up = Math.ceilDiv(count, L) * L;
        return up <= room ? up : up - L;
    }

    /// The largest of `count` numbers; NaN may be left out. Numbers beyond that share a vector become −∞.
    static float max(float[] x, int row, int count, int room) {
        int end = end(count, room);
        if (end > count) {
            var mask = Lanes.upTo(end - L, count);
            all(Float.NEGATIVE_INFINITY).blend(load(x, row + end - L), mask).intoArray(x, row + end - L);
        }
        var largest = all(Float.NEGATIVE_INFINITY);
        for (int i = 0; i < end; i += L) {
            largest = Lanes.larger(largest, load(x, row + i));
        }
        float max = Lanes.max(largest);
        for (int i = end; i < count; i++) {
            max = Math.max(max, x[row + i]);
        }
        return max;
    }

    /// In place: x ← exp(factor · (x − max)), after [#max]; returns the sum.
    static float exp(float[] x, int row, int count, int room, float max, float factor) {
        int end = end(count, room);
        var sums = all(0);
        for (int i = 0; i < end; i += L) {
            var e = VectorMath.exp(load(x, row + i).sub(max).mul(factor));
            e.intoArray(x, row + i);
            sums = sums.add(e); // e to the −∞, here 1e-38, is lost in a sum that is at least 1
        }
        float sum = Lanes.sum(sums);
        return end < count ? sum + expOfRest(x, row + end, count - end, max, factor) : sum;
    }

    /// Apart from the rest, so that the loop above stays small enough to be compiled to registers.
    private static float expOfRest(float[] x, int at, int count, float max, float factor) {
        var mask = Lanes.upTo(0, count);
        var e = VectorMath.exp(load(x, at, mask).sub(max).mul(factor));
        e.intoArray(x, at, mask);
        return Lanes.sum(all(0).blend(e, mask));
    }

    static void scale(float[] x, int row, int count, int room, float factor) {
        int end = end(count, room);
        for (int i = 0; i < end; i += L) {
            load(x, row + i).mul(factor).intoArray(x, row + i);
        }
        for (int i = end; i < count; i++) {
            x[row + i] *= factor;
        }
    }

    /// In place: x ← softmax(factor · x).
    static void row(float[] x, int row, int count, int room, float factor) {
        float sum = exp(x, row, count, room, max(x, row, count, room), factor);
        scale(x, row, count, room, 1 / sum);
    }

    /// d ← p (d − Σ p d) · factor, for p = softmax(x) and d = ∂loss/∂p: ∂loss/∂x times the factor.
    static void rowBackward(float[] p, int pRow, float[] d, int dRow, float[] to, int toRow, int count, float factor) {
        var dots = all(0);
        int i = 0;
        for (; i <= count - L; i += L) {
            dots = load(p, pRow + i).fma(load(d, dRow + i), dots);
        }
        float dot = Lanes.sum(dots);
        for (; i < count; i++) {
            dot = Math.fma(p[pRow + i], d[dRow + i], dot);
        }
        for (i = 0; i <= count - L; i += L) {
            load(d, dRow + i).sub(dot).mul(load(p, pRow + i)).mul(factor).intoArray(to, toRow + i);
        }
        for (; i < count; i++) {
            to[toRow + i] = (d[dRow + i] - dot) * p[pRow + i] * factor;
        }
    }
}
