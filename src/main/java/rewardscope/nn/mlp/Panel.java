package rewardscope.nn.mlp;

import jdk.incubator.vector.DoubleVector;

/// A few columns of B, copied side by side, and the register tiles that multiply with them: with strides that are
/// constants, the compiler takes most range checks out of the innermost loop, and a panel stays in the first cache.
final class Panel {
    private static final int L = VectorKernels.L;
    /// Columns in a panel.
    static final int WIDTH = 2 * L;

    private double[] b = {};

    /// Copies WIDTH columns of B[k][n], from `bt` on.
    void pack(double[] source, int bt, int n, int k) {
        if (b.length < k * WIDTH) {
            b = new double[k * WIDTH];
        }
        for (int p = 0; p < k; p++) {
            load(source, bt + p * n).intoArray(b, p * WIDTH);
            load(source, bt + p * n + L).intoArray(b, p * WIDTH + L);
        }
    }

    /// C[m][WIDTH] += A · B for a whole number of tiles of six rows, and returns how many rows that were.
    int multiplyAdd(double[] a, int at, int aRow, int aColumn, double[] c, int ct, int n, int m, int k) {
        int i = 0;
        for (; m - i >= 6 && m - i != 8; i += 6) {
            if (aColumn == 1) {
                rows6(a, at + i * aRow, aRow, b, c, ct + i * n, n, k);
            } else {
                columns6(a, at + i, aColumn, b, c, ct + i * n, n, k);
            }
        }
        return i;
    }

    private static DoubleVector load(double[] x, int at) {
        return DoubleVector.fromArray(VectorKernels.S, x, at);
    }

    private static DoubleVector all(double[] x, int at) {
        return DoubleVector.broadcast(VectorKernels.S, x[at]);
    }

    /// Rows of A whose elements follow each other.
    private static void rows6(double[] a, int at, int aRow, double[] b, double[] c, int ct, int n, int k) {
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
        for (int p = 0; p < k; p++) {
            var b0 = load(b, p * WIDTH);
            var b1 = load(b, p * WIDTH + L);
            var a0 = all(a, at + p);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            var a1 = all(a, at + aRow + p);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            var a2 = all(a, at + 2 * aRow + p);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            var a3 = all(a, at + 3 * aRow + p);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            var a4 = all(a, at + 4 * aRow + p);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            var a5 = all(a, at + 5 * aRow + p);
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

    /// Columns of A whose elements follow each other: the rows of its transpose.
    private static void columns6(double[] a, int at, int aColumn, double[] b, double[] c, int ct, int n, int k) {
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
        for (int p = 0; p < k; p++, at += aColumn) {
            var b0 = load(b, p * WIDTH);
            var b1 = load(b, p * WIDTH + L);
            var a0 = all(a, at);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            var a1 = all(a, at + 1);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            var a2 = all(a, at + 2);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            var a3 = all(a, at + 3);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            var a4 = all(a, at + 4);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            var a5 = all(a, at + 5);
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
}
