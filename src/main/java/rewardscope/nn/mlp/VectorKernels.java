package rewardscope.nn.mlp;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The kernels on the JDK's Vector API: register tiles with lanes along the columns of C, so that each element is the
/// same chain of fused multiply-adds as in [PlainKernels]. Most of the work is done in tiles of 6 rows by 2 vectors (12
/// accumulators) over a [Panel] of B.
final class VectorKernels implements DenseKernels {
    static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    static final int L = S.length();
    private static final DoubleVector SATURATED = DoubleVector.broadcast(S, Tanh.SATURATED);
    private static final DoubleVector PER_HALF_LN2 = DoubleVector.broadcast(S, Tanh.PER_HALF_LN2);
    private static final DoubleVector ROUND = DoubleVector.broadcast(S, Tanh.ROUND);
    private static final DoubleVector HALF_LN2_HIGH = DoubleVector.broadcast(S, -Tanh.HALF_LN2_HIGH);
    private static final DoubleVector HALF_LN2_LOW = DoubleVector.broadcast(S, -Tanh.HALF_LN2_LOW);
    private static final LongVector EXPONENT_OF_1 = LongVector.broadcast(LongVector.SPECIES_PREFERRED, 1023L << 52);
    private static final LongVector SIGN_BIT = LongVector.broadcast(LongVector.SPECIES_PREFERRED, Long.MIN_VALUE);

    /// From so many rows on, copying a part of B is worth its while.
    private static final int WORTH_PACKING = 16;

    private final Panel panel = new Panel();
    private final Columns columns = new Columns();

    @Override
    public void multiplyAdd(
            double[] a, int aOffset, int aRow, int aColumn, double[] b, int bOffset, double[] c, int cOffset,
            int m, int n, int k) {
        boolean packed = m >= WORTH_PACKING && (aRow == 1 || aColumn == 1);
        int j = 0;
        for (; m == 1 && j + 8 * L <= n; j += 8 * L) {
            row(a, aOffset, aColumn, b, bOffset + j, c, cOffset + j, n, k);
        }
        for (; j + 2 * L <= n; j += 2 * L) {
            int i = 0;
            if (packed) {
                panel.pack(b, bOffset + j, n, k);
                i = panel.multiplyAdd(a, aOffset, aRow, aColumn, c, cOffset + j, n, m, k);
            }
            while (i < m) {
                int at = aOffset + i * aRow;
                int ct = cOffset + i * n + j;
                int left = m - i;
                if (left >= 4) {
                    tile4(a, at, aRow, aColumn, b, bOffset + j, c, ct, n, k);
                    i += 4;
                } else {
                    tile1(a, at, aColumn, b, bOffset + j, c, ct, n, k);
                    i++;
                }
            }
        }
        if (j + L <= n) {
            int i = 0;
            for (; i + 4 <= m; i += 4) {
                edge4(a, aOffset + i * aRow, aRow, aColumn, b, bOffset + j, c, cOffset + i * n + j, n, k);
            }
            for (; i < m; i++) {
                edge1(a, aOffset + i * aRow, aColumn, b, bOffset + j, c, cOffset + i * n + j, n, k);
            }
            j += L;
        }
        for (; j < n; j++) { // masked vectors would do this too, and their stores are slow on many machines
            columns.multiplyAdd(a, aOffset, aRow, aColumn, b, bOffset + j, c, cOffset + j, m, n, k);
        }
    }

    private static DoubleVector load(double[] x, int at) {
        return DoubleVector.fromArray(S, x, at);
    }

    private static DoubleVector all(double[] x, int at) {
        return DoubleVector.broadcast(S, x[at]);
    }

    private static void tile4(
            double[] a, int at, int aRow, int aColumn, double[] b, int bt, double[] c, int ct, int n, int k) {
        var c00 = load(c, ct);
        var c01 = load(c, ct + L);
        var c10 = load(c, ct + n);
        var c11 = load(c, ct + n + L);
        var c20 = load(c, ct + 2 * n);
        var c21 = load(c, ct + 2 * n + L);
        var c30 = load(c, ct + 3 * n);
        var c31 = load(c, ct + 3 * n + L);
        for (int p = 0; p < k; p++, at += aColumn, bt += n) {
            var b0 = load(b, bt);
            var b1 = load(b, bt + L);
            var a0 = all(a, at);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            var a1 = all(a, at + aRow);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            var a2 = all(a, at + 2 * aRow);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            var a3 = all(a, at + 3 * aRow);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        c00.intoArray(c, ct);
        c01.intoArray(c, ct + L);
        c10.intoArray(c, ct + n);
        c11.intoArray(c, ct + n + L);
        c20.intoArray(c, ct + 2 * n);
        c21.intoArray(c, ct + 2 * n + L);
        c30.intoArray(c, ct + 3 * n);
        c31.intoArray(c, ct + 3 * n + L);
    }

    private static void tile1(double[] a, int at, int aColumn, double[] b, int bt, double[] c, int ct, int n, int k) {
        var c0 = load(c, ct);
        var c1 = load(c, ct + L);
        for (int p = 0; p < k; p++, at += aColumn, bt += n) {
            var a0 = all(a, at);
            c0 = a0.fma(load(b, bt), c0);
            c1 = a0.fma(load(b, bt + L), c1);
        }
        c0.intoArray(c, ct);
        c1.intoArray(c, ct + L);
    }

    /// One row of C, eight vectors wide: enough sums side by side to keep the multipliers busy.
    private static void row(double[] a, int at, int aColumn, double[] b, int bt, double[] c, int ct, int n, int k) {
        var c0 = load(c, ct);
        var c1 = load(c, ct + L);
        var c2 = load(c, ct + 2 * L);
        var c3 = load(c, ct + 3 * L);
        var c4 = load(c, ct + 4 * L);
        var c5 = load(c, ct + 5 * L);
        var c6 = load(c, ct + 6 * L);
        var c7 = load(c, ct + 7 * L);
        for (int p = 0; p < k; p++, at += aColumn, bt += n) {
            var a0 = all(a, at);
            c0 = a0.fma(load(b, bt), c0);
            c1 = a0.fma(load(b, bt + L), c1);
            c2 = a0.fma(load(b, bt + 2 * L), c2);
            c3 = a0.fma(load(b, bt + 3 * L), c3);
            c4 = a0.fma(load(b, bt + 4 * L), c4);
            c5 = a0.fma(load(b, bt + 5 * L), c5);
            c6 = a0.fma(load(b, bt + 6 * L), c6);
            c7 = a0.fma(load(b, bt + 7 * L), c7);
        }
        c0.intoArray(c, ct);
        c1.intoArray(c, ct + L);
        c2.intoArray(c, ct + 2 * L);
        c3.intoArray(c, ct + 3 * L);
        c4.intoArray(c, ct + 4 * L);
        c5.intoArray(c, ct + 5 * L);
        c6.intoArray(c, ct + 6 * L);
        c7.intoArray(c, ct + 7 * L);
    }

    private static void edge4(
            double[] a, int at, int aRow, int aColumn, double[] b, int bt, double[] c, int ct, int n, int k) {
        var c0 = load(c, ct);
        var c1 = load(c, ct + n);
        var c2 = load(c, ct + 2 * n);
        var c3 = load(c, ct + 3 * n);
        for (int p = 0; p < k; p++, at += aColumn, bt += n) {
            var b0 = load(b, bt);
            c0 = all(a, at).fma(b0, c0);
            c1 = all(a, at + aRow).fma(b0, c1);
            c2 = all(a, at + 2 * aRow).fma(b0, c2);
            c3 = all(a, at + 3 * aRow).fma(b0, c3);
        }
        c0.intoArray(c, ct);
        c1.intoArray(c, ct + n);
        c2.intoArray(c, ct + 2 * n);
        c3.intoArray(c, ct + 3 * n);
    }

    private static void edge1(
            double[] a, int at, int aColumn, double[] b, int bt, double[] c, int ct, int n, int k) {
        var c0 = load(c, ct);
        for (int p = 0; p < k; p++, at += aColumn, bt += n) {
            c0 = all(a, at).fma(load(b, bt), c0);
        }
        c0.intoArray(c, ct);
    }

    private static DoubleVector constant(double value) {
        return DoubleVector.broadcast(S, value);
    }

    @Override
    public void tanh(double[] y, int count) {
        int whole = S.loopBound(count);
        for (int i = 0; i < whole; i += L) {
            tanh(load(y, i)).intoArray(y, i);
        }
        for (int i = whole; i < count; i++) {
            y[i] = Tanh.of(y[i]);
        }
    }

    /// The same operations, in the same order, as [Tanh#of].
    private static DoubleVector tanh(DoubleVector x) {
        var size = x.abs().min(SATURATED);
        var shifted = size.fma(PER_HALF_LN2, ROUND);
        var n = shifted.sub(ROUND);
        var z = n.fma(HALF_LN2_LOW, n.fma(HALF_LN2_HIGH, size));
        var s = z.mul(z);
        var zp = s.fma(constant(Tanh.P2), constant(Tanh.P1)).fma(s, constant(Tanh.P0)).mul(z);
        var q = s.add(constant(Tanh.Q2)).fma(s, constant(Tanh.Q1)).fma(s, constant(Tanh.P0));
        var twoToMinusN = EXPONENT_OF_1
                .sub(shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52))
                .reinterpretAsDoubles();
        var one = constant(1);
        var up = one.add(twoToMinusN);
        var down = one.sub(twoToMinusN);
        var t = down.fma(q, up.mul(zp)).div(up.fma(q, down.mul(zp)));
        var sign = x.reinterpretAsLongs().and(SIGN_BIT);
        return t.reinterpretAsLongs().or(sign).reinterpretAsDoubles();
    }
}
