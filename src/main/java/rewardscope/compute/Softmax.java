package rewardscope.compute;

import static rewardscope.compute.Lanes.L;
import static rewardscope.compute.Lanes.all;
import static rewardscope.compute.Lanes.load;

/// Rows of probabilities: exp(x − max) / Σ exp(x − max).
final class Softmax {
    private Softmax() {}

    /// The largest of `count` numbers; NaN may be left out.
    static float max(float[] x, int row, int count) {
        var largest = all(Float.NEGATIVE_INFINITY);
        int i = 0;
        for (; i <= count - L; i += L) {
            largest = Lanes.larger(largest, load(x, row + i));
        }
        float max = Lanes.max(largest);
        for (; i < count; i++) {
            max = x[row + i] > max ? x[row + i] : max;
        }
        return max;
    }

    /// In place: x ← exp(factor · (x − max)); returns the sum.
    ///
    /// @param room at least `count`: numbers of x from `row` on that may be overwritten, with 0 (storing a part of a
    ///             vector is slow on some machines)
    static float exp(float[] x, int row, int count, int room, float max, float factor) {
        var sums = all(0);
        int i = 0;
        for (; i <= count - L; i += L) {
            var e = VectorMath.exp(load(x, row + i).sub(max).mul(factor));
            e.intoArray(x, row + i);
            sums = sums.add(e);
        }
        if (i < count) {
            var mask = Lanes.upTo(i, count);
            if (i + L <= room) {
                var e = VectorMath.exp(load(x, row + i).sub(max).mul(factor));
                var e0 = all(0).blend(e, mask);
                e0.intoArray(x, row + i);
                sums = sums.add(e0);
            } else {
                var e = VectorMath.exp(load(x, row + i, mask).sub(max).mul(factor));
                e.intoArray(x, row + i, mask);
                sums = sums.add(e, mask);
            }
        }
        return Lanes.sum(sums);
    }

    static void scale(float[] x, int row, int count, float factor) {
        int i = 0;
        for (; i <= count - L; i += L) {
            load(x, row + i).mul(factor).intoArray(x, row + i);
        }
        for (; i < count; i++) {
            x[row + i] *= factor;
        }
    }

    /// In place: x ← softmax(factor · x); `room` as in [#exp].
    static void row(float[] x, int row, int count, int room, float factor) {
        float sum = exp(x, row, count, room, max(x, row, count), factor);
        scale(x, row, count, 1 / sum);
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
