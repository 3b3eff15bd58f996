package rewardscope.nn.mlp;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The kernels on the JDK's Vector API: a register tile of 6 rows by 2 vectors (12 accumulators), lanes along the
/// columns of C, so that each element is the same chain of fused multiply-adds as in [PlainKernels].
final class VectorKernels implements DenseKernels {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int L = S.length();
    private static final DoubleVector SATURATED = DoubleVector.broadcast(S, Tanh.SATURATED);
    private static final DoubleVector MINUS_2 = DoubleVector.broadcast(S, -2);
    private static final DoubleVector ONE = DoubleVector.broadcast(S, 1);
    private static final DoubleVector LOG2_E = DoubleVector.broadcast(S, Tanh.LOG2_E);
    private static final DoubleVector ROUND = DoubleVector.broadcast(S, Tanh.ROUND);
    private static final DoubleVector LN2_HIGH = DoubleVector.broadcast(S, -Tanh.LN2_HIGH);
    private static final DoubleVector LN2_LOW = DoubleVector.broadcast(S, -Tanh.LN2_LOW);
    private static final LongVector EXPONENT_OF_1 = LongVector.broadcast(LongVector.SPECIES_PREFERRED, 1023L << 52);
    private static final LongVector SIGN_BIT = LongVector.broadcast(LongVector.SPECIES_PREFERRED, Long.MIN_VALUE);

    @Override
    public void multiplyAdd(
            double[] a, int aOffset, int aRow, int aColumn, double[] b, int bOffset, double[] c, int cOffset,
            int m, int n, int k) {
        int j = 0;
        for (; j + 2 * L <= n; j += 2 * L) {
            int i = 0;
            while (i < m) {
                int at = aOffset + i * aRow;
                int ct = cOffset + i * n + j;
                int left = m - i;
                if (left >= 6 && left != 8) {
                    tile6(a, at, aRow, aColumn, b, bOffset + j, c, ct, n, k);
                    i += 6;
                } else if (left >= 4) {
                    tile4(a, at, aRow, aColumn, b, bOffset + j, c, ct, n, k);
                    i += 4;
                } else {
                    tile1(a, at, aColumn, b, bOffset + j, c, ct, n, k);
                    i++;
                }
            }
        }
        for (; j < n; j += L) {
            var mask = S.indexInRange(j, n);
            int i = 0;
            for (; i + 4 <= m; i += 4) {
                edge4(a, aOffset + i * aRow, aRow, aColumn, b, bOffset + j, c, cOffset + i * n + j, n, k, mask);
            }
            for (; i < m; i++) {
                edge1(a, aOffset + i * aRow, aColumn, b, bOffset + j, c, cOffset + i * n + j, n, k, mask);
            }
        }
    }

    private static DoubleVector load(double[] x, int at) {
        return DoubleVector.fromArray(S, x, at);
    }

    private static DoubleVector all(double[] x, int at) {
        return DoubleVector.broadcast(S, x[at]);
    }

    private static void tile6(
            double[] a, int at, int aRow, int aColumn, double[] b, int bt, double[] c, int ct, int n, int k) {
        var c00 = load(c, ct);
        var c01 = load(c, ct + L);
        var c10 = load(c, ct + n);
        var c11 = load(c, ct + n + L);
        var c20 = load(c, ct + 2 * n);
        var c21 = load(c, ct + 2 * n + L);
        var c30 = load(c, ct + 3 * n);
        var c31 = load(c, ct + 3 * n + L);
        var c40 = load(c, ct + 4 * n);
        var c41 = load(c, ct + 4 * n + L);
        var c50 = load(c, ct + 5 * n);
        var c51 = load(c, ct + 5 * n + L);
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
            var a4 = all(a, at + 4 * aRow);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            var a5 = all(a, at + 5 * aRow);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
        }
        c00.intoArray(c, ct);
        c01.intoArray(c, ct + L);
        c10.intoArray(c, ct + n);
        c11.intoArray(c, ct + n + L);
        c20.intoArray(c, ct + 2 * n);
        c21.intoArray(c, ct + 2 * n + L);
        c30.intoArray(c, ct + 3 * n);
        c31.intoArray(c, ct + 3 * n + L);
        c40.intoArray(c, ct + 4 * n);
        c41.intoArray(c, ct + 4 * n + L);
        c50.intoArray(c, ct + 5 * n);
        c51.intoArray(c, ct + 5 * n + L);
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

    private static DoubleVector load(double[] x, int at, VectorMask<Double> mask) {
        return DoubleVector.fromArray(S, x, at, mask);
    }

    private static void edge4(
            double[] a, int at, int aRow, int aColumn, double[] b, int bt, double[] c, int ct, int n, int k,
            VectorMask<Double> mask) {
        var c0 = load(c, ct, mask);
        var c1 = load(c, ct + n, mask);
        var c2 = load(c, ct + 2 * n, mask);
        var c3 = load(c, ct + 3 * n, mask);
        for (int p = 0; p < k; p++, at += aColumn, bt += n) {
            var b0 = load(b, bt, mask);
            c0 = all(a, at).fma(b0, c0);
            c1 = all(a, at + aRow).fma(b0, c1);
            c2 = all(a, at + 2 * aRow).fma(b0, c2);
            c3 = all(a, at + 3 * aRow).fma(b0, c3);
        }
        c0.intoArray(c, ct, mask);
        c1.intoArray(c, ct + n, mask);
        c2.intoArray(c, ct + 2 * n, mask);
        c3.intoArray(c, ct + 3 * n, mask);
    }

    private static void edge1(
            double[] a, int at, int aColumn, double[] b, int bt, double[] c, int ct, int n, int k,
            VectorMask<Double> mask) {
        var c0 = load(c, ct, mask);
        for (int p = 0; p < k; p++, at += aColumn, bt += n) {
            c0 = all(a, at).fma(load(b, bt, mask), c0);
        }
        c0.intoArray(c, ct, mask);
    }

    private static DoubleVector constant(double value) {
        return DoubleVector.broadcast(S, value);
    }

    @Override
    public void tanh(double[] y, int count) {
        int whole = S.loopBound(count);
        for (int i = 0; i < whole; i += L) {
            signedExpm1(load(y, i)).intoArray(y, i);
        }
        for (int i = 0; i < whole; i += L) {
            var s = load(y, i);
            s.div(DoubleVector.broadcast(S, 2).sub(s.abs())).intoArray(y, i);
        }
        for (int i = whole; i < count; i++) {
            y[i] = Tanh.of(y[i]);
        }
    }

    /// 1 − exp(−2|x|) with the sign of x, by the same operations, in the same order, as [Tanh#of]. (Loops of more
    /// operations than these are no longer compiled to vector instructions.)
    private static DoubleVector signedExpm1(DoubleVector x) {
        var y = x.abs().min(SATURATED).mul(MINUS_2);
        var shifted = y.fma(LOG2_E, ROUND);
        var n = shifted.sub(ROUND);
        var r = n.fma(LN2_LOW, n.fma(LN2_HIGH, y));
        var series = constant(Tanh.I13);
        series = series.fma(r, constant(Tanh.I12));
        series = series.fma(r, constant(Tanh.I11));
        series = series.fma(r, constant(Tanh.I10));
        series = series.fma(r, constant(Tanh.I9));
        series = series.fma(r, constant(Tanh.I8));
        series = series.fma(r, constant(Tanh.I7));
        series = series.fma(r, constant(Tanh.I6));
        series = series.fma(r, constant(Tanh.I5));
        series = series.fma(r, constant(Tanh.I4));
        series = series.fma(r, constant(Tanh.I3));
        series = series.fma(r, constant(Tanh.I2));
        var expm1OfR = series.mul(r).fma(r, r);
        var twoToN = shifted.reinterpretAsLongs()
                .lanewise(VectorOperators.LSHL, 52)
                .add(EXPONENT_OF_1)
                .reinterpretAsDoubles();
        var m = twoToN.fma(expm1OfR, twoToN.sub(ONE));
        var sign = x.reinterpretAsLongs().and(SIGN_BIT);
        return m.abs().reinterpretAsLongs().or(sign).reinterpretAsDoubles();
    }
}
