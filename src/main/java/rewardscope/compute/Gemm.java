package rewardscope.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// C += A · B in registers: tiles of 6 rows by 2 vectors (12 accumulators), lanes along the columns of C, so that every
/// element is one chain of fused multiply-adds over ascending k, whatever the tile it falls into.
///
/// Element (i, p) of A lies at `aOffset + i * aRow + p * aColumn`; rows of B and C are `bRow` and `cRow` apart.
final class Gemm {
    static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    static final int L = S.length();

    private Gemm() {}

    static void multiplyAdd(
            float[] a, int aOffset, int aRow, int aColumn, float[] b, int bOffset, int bRow, float[] c,
            int cOffset, int cRow, int m, int n, int k) {
        int j = 0;
        for (; j + 2 * L <= n; j += 2 * L) {
            int i = 0;
            while (i < m) {
                int at = aOffset + i * aRow;
                int ct = cOffset + i * cRow + j;
                int left = m - i;
                if (left >= 6 && left != 8) {
                    tile6(a, at, aRow, aColumn, b, bOffset + j, c, ct, bRow, cRow, k);
                    i += 6;
                } else if (left >= 4) {
                    tile4(a, at, aRow, aColumn, b, bOffset + j, c, ct, bRow, cRow, k);
                    i += 4;
                } else {
                    tile1(a, at, aColumn, b, bOffset + j, c, ct, bRow, cRow, k);
                    i++;
                }
            }
        }
        for (; j < n; j += L) {
            var mask = S.indexInRange(j, n);
            int i = 0;
            for (; i + 4 <= m; i += 4) {
                edge4(a, aOffset + i * aRow, aRow, aColumn, b, bOffset + j, c, cOffset + i * cRow + j, bRow, cRow, k, mask);
            }
            for (; i < m; i++) {
                edge1(a, aOffset + i * aRow, aColumn, b, bOffset + j, c, cOffset + i * cRow + j, bRow, cRow, k, mask);
            }
        }
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(S, x, at);
    }

    private static FloatVector all(float[] x, int at) {
        return FloatVector.broadcast(S, x[at]);
    }

    private static void tile6(
            float[] a, int at, int aRow, int aColumn, float[] b, int bt, float[] c, int ct, int bRow, int cRow,
            int k) {
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
        for (int p = 0; p < k; p++, at += aColumn, bt += bRow) {
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

    private static void tile4(
            float[] a, int at, int aRow, int aColumn, float[] b, int bt, float[] c, int ct, int bRow, int cRow,
            int k) {
        var c00 = load(c, ct);
        var c01 = load(c, ct + L);
        var c10 = load(c, ct + cRow);
        var c11 = load(c, ct + cRow + L);
        var c20 = load(c, ct + 2 * cRow);
        var c21 = load(c, ct + 2 * cRow + L);
        var c30 = load(c, ct + 3 * cRow);
        var c31 = load(c, ct + 3 * cRow + L);
        for (int p = 0; p < k; p++, at += aColumn, bt += bRow) {
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
        c10.intoArray(c, ct + cRow);
        c11.intoArray(c, ct + cRow + L);
        c20.intoArray(c, ct + 2 * cRow);
        c21.intoArray(c, ct + 2 * cRow + L);
        c30.intoArray(c, ct + 3 * cRow);
        c31.intoArray(c, ct + 3 * cRow + L);
    }

    private static void tile1(
            float[] a, int at, int aColumn, float[] b, int bt, float[] c, int ct, int bRow, int cRow, int k) {
        var c0 = load(c, ct);
        var c1 = load(c, ct + L);
        for (int p = 0; p < k; p++, at += aColumn, bt += bRow) {
            var a0 = all(a, at);
            c0 = a0.fma(load(b, bt), c0);
            c1 = a0.fma(load(b, bt + L), c1);
        }
        c0.intoArray(c, ct);
        c1.intoArray(c, ct + L);
    }

    private static FloatVector load(float[] x, int at, VectorMask<Float> mask) {
        return FloatVector.fromArray(S, x, at, mask);
    }

    private static void edge4(
            float[] a, int at, int aRow, int aColumn, float[] b, int bt, float[] c, int ct, int bRow, int cRow,
            int k, VectorMask<Float> mask) {
        var c0 = load(c, ct, mask);
        var c1 = load(c, ct + cRow, mask);
        var c2 = load(c, ct + 2 * cRow, mask);
        var c3 = load(c, ct + 3 * cRow, mask);
        for (int p = 0; p < k; p++, at += aColumn, bt += bRow) {
            var b0 = load(b, bt, mask);
            c0 = all(a, at).fma(b0, c0);
            c1 = all(a, at + aRow).fma(b0, c1);
            c2 = all(a, at + 2 * aRow).fma(b0, c2);
            c3 = all(a, at + 3 * aRow).fma(b0, c3);
        }
        c0.intoArray(c, ct, mask);
        c1.intoArray(c, ct + cRow, mask);
        c2.intoArray(c, ct + 2 * cRow, mask);
        c3.intoArray(c, ct + 3 * cRow, mask);
    }

    private static void edge1(
            float[] a, int at, int aColumn, float[] b, int bt, float[] c, int ct, int bRow, int cRow, int k, VectorMask<Float> mask) {
        var c0 = load(c, ct, mask);
        for (int p = 0; p < k; p++, at += aColumn, bt += bRow) {
            c0 = all(a, at).fma(load(b, bt, mask), c0);
        }
        c0.intoArray(c, ct, mask);
    }
}
