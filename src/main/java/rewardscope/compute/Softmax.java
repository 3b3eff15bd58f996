package rewardscope.compute;

import static rewardscope.compute.Lanes.L;
import static rewardscope.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// Rows of probabilities: exp(x − max) / Σ exp(x − max). One for each thread, as it holds scratch memory.
///
/// A row of `count` numbers has `room` for more: where the last vector fits, all of it is read and written, as storing
/// a part of a vector is slow. What is left beyond `count` then means nothing.
///
/// No part hands a vector to another, for the reason told in [VectorMath].
final class Softmax {
    private final float[] lanes = new float[L];
    private float[] max = {};
    private float[] sum = {};

    /// In place, x[r] ← softmax(factor · x[r]) for each row.
    ///
    /// @param at    where the first row begins; they are `row` apart, and each has so much room
    /// @param count how many numbers the first row has
    /// @param more  how many more than the one before each further row has: 0, or 1 when only the past counts
    void rows(float[] x, int at, int row, int rows, int count, int more, float factor) {
        exponentials(x, at, row, rows, count, more, factor);
        for (int r = 0; r < rows; r++) {
            scale(x, at + r * row, count + r * more, row, 1 / sum[r]);
        }
    }

    /// In place, x[r] ← exp(factor · (x[r] − [#max])), and the [#sum] of each row.
    void exponentials(float[] x, int at, int row, int rows, int count, int more, float factor) {
        if (max.length < rows) {
            max = new float[rows];
            sum = new float[rows];
        }
        maxima(x, at, row, rows, count, more);
        for (int r = 0; r < rows; r++) {
            sum[r] = exp(x, at + r * row, count + r * more, row, max[r], factor);
        }
    }

    private void maxima(float[] x, int at, int row, int rows, int count, int more) {
        for (int r = 0; r < rows; r++) {
            max[r] = max(x, at + r * row, count + r * more, row);
        }
    }

    /// The largest number of row r, of the latest rows.
    float max(int r) {
        return max[r];
    }

    float sum(int r) {
        return sum[r];
    }

    /// Where the vectors of a row end: beyond `count` if there is room, else before it.
    private static int end(int count, int room) {
        int up = Math.ceilDiv(count, L) * L;
        return up <= room ? up : up - L;
    }

    /// The largest of `count` numbers; NaN may be left out. Numbers beyond that share a vector become −∞.
    private float max(float[] x, int row, int count, int room) {
        int end = end(count, room);
        for (int i = count; i < end; i++) {
            x[row + i] = Float.NEGATIVE_INFINITY;
        }
        var largest = FloatVector.broadcast(S, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < end; i += L) {
            var v = FloatVector.fromArray(S, x, row + i);
            largest = largest.blend(v, v.compare(VectorOperators.GT, largest)); // cheaper than max, which ranks −0
        }
        largest.intoArray(lanes, 0);
        float max = Lanes.max(lanes);
        for (int i = end; i < count; i++) {
            max = Math.max(max, x[row + i]);
        }
        return max;
    }

    /// In place: x ← exp(factor · (x − max)), after [#max]; returns the sum.
    private float exp(float[] x, int row, int count, int room, float max, float factor) {
        int end = end(count, room);
        for (int i = 0; i < end; i += L) {
            FloatVector.fromArray(S, x, row + i).sub(max).mul(factor).intoArray(x, row + i);
        }
        VectorMath.exp(x, row, end / L);
        var sums = FloatVector.zero(S);
        for (int i = 0; i < end; i += L) {
            sums = sums.add(FloatVector.fromArray(S, x, row + i)); // e to the −∞, here 1e-38, is lost in a sum ≥ 1
        }
        sums.intoArray(lanes, 0);
        float sum = Lanes.sum(lanes);
        return end < count ? sum + expOfRest(x, row + end, count - end, max, factor) : sum;
    }

    private float expOfRest(float[] x, int at, int count, float max, float factor) {
        for (int i = 0; i < L; i++) {
            lanes[i] = i < count ? (x[at + i] - max) * factor : Float.NEGATIVE_INFINITY;
        }
        VectorMath.exp(lanes, 0, 1);
        System.arraycopy(lanes, 0, x, at, count);
        return Lanes.sum(lanes);
    }

    static void scale(float[] x, int row, int count, int room, float factor) {
        int end = end(count, room);
        for (int i = 0; i < end; i += L) {
            FloatVector.fromArray(S, x, row + i).mul(factor).intoArray(x, row + i);
        }
        for (int i = end; i < count; i++) {
            x[row + i] *= factor;
        }
    }

    /// to[r] = p[r] (d[r] − Σ p[r] d[r]) · factor for T rows of the past, with p = softmax(x) and d = ∂loss/∂p:
    /// ∂loss/∂x times the factor.
    ///
    /// @param p T × T from `pt` on, d as p, to from 0 on
    void rowsBackward(float[] p, int pt, float[] d, float[] to, int T, float factor) {
        for (int t = 0; t < T; t++) {
            rowBackward(p, pt + t * T, d, to, t * T, t + 1, factor);
        }
    }

    private void rowBackward(float[] p, int at, float[] d, float[] to, int toRow, int count, float factor) {
        var dots = FloatVector.zero(S);
        int i = 0;
        for (; i <= count - L; i += L) {
            dots = FloatVector.fromArray(S, p, at + i).fma(FloatVector.fromArray(S, d, at + i), dots);
        }
        dots.intoArray(lanes, 0);
        float dot = Lanes.sum(lanes);
        for (; i < count; i++) {
            dot = Math.fma(p[at + i], d[at + i], dot);
        }
        for (i = 0; i <= count - L; i += L) {
            FloatVector.fromArray(S, d, at + i)
                    .sub(dot)
                    .mul(FloatVector.fromArray(S, p, at + i))
                    .mul(factor)
                    .intoArray(to, toRow + i);
        }
        for (; i < count; i++) {
            to[toRow + i] = (d[at + i] - dot) * p[at + i] * factor;
        }
    }
}
