package rewardscope.compute;

import static rewardscope.compute.Lanes.L;
import static rewardscope.compute.Lanes.all;
import static rewardscope.compute.Lanes.load;

/// C += A · B in registers, for a few rows and [#WIDTH] columns of C: two vectors a row, lanes along the columns, so
/// that every element is one chain of fused multiply-adds over ascending k, whatever the tile it falls into.
///
/// Six rows are the most whose 12 accumulators leave room for two vectors of B and two of A among 16 registers. B is a
/// packed panel, [k][WIDTH]: with steps along k that are constants the compiler takes the range checks out of the loop.
///
/// In all of them A begins at `at`, B at `bt`, C at `ct` with rows `cRow` apart; C is added to.
final class Tiles {
    /// Columns of a tile, and of a panel of B.
    static final int WIDTH = 2 * L;

    /// Rows of the largest tile.
    static final int HEIGHT = 6;

    private Tiles() {}

    /// Six rows of A, `aRow` apart.
    static void rows6(
            float[] a, int at, int aRow, float[] b, int bt, float[] c, int ct, int cRow, int k) {
        var c00 = load(c, ct);
        var c01 = load(c, ct + L);
        var c10 = load(c, ct + cRow);
        var c11 = load(c, ct + cRow + L);
        var c20 = load(c, ct + 2 * cRow);
        var c21 = load(c, ct + 2 * cRow + L);
        var c30 = load(c, ct + 3 * cRow);
        var c31 = load(c, ct + 3 * cRow + L);
        var c40 = load(c, ct + 4 * cRow);
        var c41 = load(c, ct + 4 * cRow + L);
        var c50 = load(c, ct + 5 * cRow);
        var c51 = load(c, ct + 5 * cRow + L);
        for (int p = 0; p < k; p++) {
            var b0 = load(b, bt + p * WIDTH);
            var b1 = load(b, bt + p * WIDTH + L);
            var a0 = all(a[at + p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            var a1 = all(a[at + aRow + p]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            var a2 = all(a[at + 2 * aRow + p]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            var a3 = all(a[at + 3 * aRow + p]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            var a4 = all(a[at + 4 * aRow + p]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            var a5 = all(a[at + 5 * aRow + p]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
        }
        c00.intoArray(c, ct);
        c01.intoArray(c, ct + L);
        c10.intoArray(c, ct + cRow);
        c11.intoArray(c, ct + cRow + L);
        c20.intoArray(c, ct + 2 * cRow);
        c21.intoArray(c, ct + 2 * cRow + L);
        c30.intoArray(c, ct + 3 * cRow);
        c31.intoArray(c, ct + 3 * cRow + L);
        c40.intoArray(c, ct + 4 * cRow);
        c41.intoArray(c, ct + 4 * cRow + L);
        c50.intoArray(c, ct + 5 * cRow);
        c51.intoArray(c, ct + 5 * cRow + L);
    }

    /// Four rows of A, `aRow` apart.
    static void rows4(
            float[] a, int at, int aRow, float[] b, int bt, float[] c, int ct, int cRow, int k) {
        var c00 = load(c, ct);
        var c01 = load(c, ct + L);
        var c10 = load(c, ct + cRow);
        var c11 = load(c, ct + cRow + L);
        var c20 = load(c, ct + 2 * cRow);
        var c21 = load(c, ct + 2 * cRow + L);
        var c30 = load(c, ct + 3 * cRow);
        var c31 = load(c, ct + 3 * cRow + L);
        for (int p = 0; p < k; p++) {
            var b0 = load(b, bt + p * WIDTH);
            var b1 = load(b, bt + p * WIDTH + L);
            var a0 = all(a[at + p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            var a1 = all(a[at + aRow + p]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            var a2 = all(a[at + 2 * aRow + p]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            var a3 = all(a[at + 3 * aRow + p]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        c00.intoArray(c, ct);
        c01.intoArray(c, ct + L);
        c10.intoArray(c, ct + cRow);
        c11.intoArray(c, ct + cRow + L);
        c20.intoArray(c, ct + 2 * cRow);
        c21.intoArray(c, ct + 2 * cRow + L);
        c30.intoArray(c, ct + 3 * cRow);
        c31.intoArray(c, ct + 3 * cRow + L);
    }

    /// One row of A.
    static void row(
            float[] a, int at, float[] b, int bt, float[] c, int ct, int cRow, int k) {
        var c00 = load(c, ct);
        var c01 = load(c, ct + L);
        for (int p = 0; p < k; p++) {
            var b0 = load(b, bt + p * WIDTH);
            var b1 = load(b, bt + p * WIDTH + L);
            var a0 = all(a[at + p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
        }
        c00.intoArray(c, ct);
        c01.intoArray(c, ct + L);
    }
}
