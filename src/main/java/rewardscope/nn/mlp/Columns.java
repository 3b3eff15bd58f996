package rewardscope.nn.mlp;

import jdk.incubator.vector.DoubleVector;

/// Single columns of C, too few for a vector: the one value of a critic, the two logits of a cart. As everywhere, each
/// element is one chain of fused multiply-adds, so that speed comes from many chains side by side.
final class Columns {
    private static final int L = VectorKernels.L;

    private double[] column = {};

    /// C[m][1] += A · B[k][1], rows of B and C `n` apart.
    void multiplyAdd(
            double[] a, int at, int aRow, int aColumn, double[] b, int bt, double[] c, int ct, int m, int n, int k) {
        int i = 0;
        if (aRow == 1 && m >= 8 * L) {
            i = besides(a, at, aColumn, b, bt, c, ct, m, n, k);
        }
        for (; i + 8 <= m; i += 8) {
            eight(a, at + i * aRow, aRow, aColumn, b, bt, c, ct + i * n, n, k);
        }
        for (; i < m; i++) {
            one(a, at + i * aRow, aColumn, b, bt, c, ct + i * n, n, k);
        }
    }

    /// Elements of A that belong to rows of C side by side lie side by side, so lanes run along the rows. Returns how many
    /// rows that were: a multiple of eight vectors.
    private int besides(
            double[] a, int at, int aColumn, double[] b, int bt, double[] c, int ct, int m, int n, int k) {
        int whole = m - m % (8 * L);
        if (column.length < whole) {
            column = new double[whole];
        }
        for (int i = 0; i < whole; i++) {
            column[i] = c[ct + i * n];
        }
        for (int i = 0; i < whole; i += 8 * L) {
            eightVectors(a, at + i, aColumn, b, bt, column, i, n, k);
        }
        for (int i = 0; i < whole; i++) {
            c[ct + i * n] = column[i];
        }
        return whole;
    }

    private static DoubleVector load(double[] x, int at) {
        return DoubleVector.fromArray(VectorKernels.S, x, at);
    }

    private static void eightVectors(
            double[] a, int at, int aColumn, double[] b, int bt, double[] c, int ct, int n, int k) {
        var c0 = load(c, ct);
        var c1 = load(c, ct + L);
        var c2 = load(c, ct + 2 * L);
        var c3 = load(c, ct + 3 * L);
        var c4 = load(c, ct + 4 * L);
        var c5 = load(c, ct + 5 * L);
        var c6 = load(c, ct + 6 * L);
        var c7 = load(c, ct + 7 * L);
        for (int p = 0; p < k; p++, at += aColumn, bt += n) {
            var b0 = DoubleVector.broadcast(VectorKernels.S, b[bt]);
            c0 = load(a, at).fma(b0, c0);
            c1 = load(a, at + L).fma(b0, c1);
            c2 = load(a, at + 2 * L).fma(b0, c2);
            c3 = load(a, at + 3 * L).fma(b0, c3);
            c4 = load(a, at + 4 * L).fma(b0, c4);
            c5 = load(a, at + 5 * L).fma(b0, c5);
            c6 = load(a, at + 6 * L).fma(b0, c6);
            c7 = load(a, at + 7 * L).fma(b0, c7);
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

    private static void eight(
            double[] a, int at, int aRow, int aColumn, double[] b, int bt, double[] c, int ct, int n, int k) {
        double c0 = c[ct];
        double c1 = c[ct + n];
        double c2 = c[ct + 2 * n];
        double c3 = c[ct + 3 * n];
        double c4 = c[ct + 4 * n];
        double c5 = c[ct + 5 * n];
        double c6 = c[ct + 6 * n];
        double c7 = c[ct + 7 * n];
        for (int p = 0; p < k; p++, at += aColumn, bt += n) {
            double b0 = b[bt];
            c0 = Math.fma(a[at], b0, c0);
            c1 = Math.fma(a[at + aRow], b0, c1);
            c2 = Math.fma(a[at + 2 * aRow], b0, c2);
            c3 = Math.fma(a[at + 3 * aRow], b0, c3);
            c4 = Math.fma(a[at + 4 * aRow], b0, c4);
            c5 = Math.fma(a[at + 5 * aRow], b0, c5);
            c6 = Math.fma(a[at + 6 * aRow], b0, c6);
            c7 = Math.fma(a[at + 7 * aRow], b0, c7);
        }
        c[ct] = c0;
        c[ct + n] = c1;
        c[ct + 2 * n] = c2;
        c[ct + 3 * n] = c3;
        c[ct + 4 * n] = c4;
        c[ct + 5 * n] = c5;
        c[ct + 6 * n] = c6;
        c[ct + 7 * n] = c7;
    }

    private static void one(double[] a, int at, int aColumn, double[] b, int bt, double[] c, int ct, int n, int k) {
        double c0 = c[ct];
        for (int p = 0; p < k; p++, at += aColumn, bt += n) {
            c0 = Math.fma(a[at], b[bt], c0);
        }
        c[ct] = c0;
    }
}
