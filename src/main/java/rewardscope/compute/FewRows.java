package rewardscope.compute;

import static rewardscope.compute.Lanes.L;
import static rewardscope.compute.Lanes.all;
import static rewardscope.compute.Lanes.load;

/// c += a · B for one row a: every number of B is used once, so it is read where it lies, not packed. Eight vectors of
/// columns at a time keep eight chains of additions going.
final class FewRows {
    private FewRows() {}

    /// c[n] += a[k] · B[k][n], rows of B `bRow` apart.
    static void multiply(float[] a, int at, float[] b, int bt, int bRow, float[] c, int ct, int n, int k) {
        int j = 0;
        for (; j + 8 * L <= n; j += 8 * L) {
            eight(a, at, b, bt + j, bRow, c, ct + j, k);
        }
        for (; j + 2 * L <= n; j += 2 * L) {
            two(a, at, b, bt + j, bRow, c, ct + j, k);
        }
        for (; j < n; j += L) {
            var mask = Lanes.upTo(j, n);
            var sum = load(c, ct + j, mask);
            for (int p = 0; p < k; p++) {
                sum = all(a[at + p]).fma(load(b, bt + j + p * bRow, mask), sum);
            }
            sum.intoArray(c, ct + j, mask);
        }
    }

    private static void eight(float[] a, int at, float[] b, int bt, int bRow, float[] c, int ct, int k) {
        var c0 = load(c, ct);
        var c1 = load(c, ct + L);
        var c2 = load(c, ct + 2 * L);
        var c3 = load(c, ct + 3 * L);
        var c4 = load(c, ct + 4 * L);
        var c5 = load(c, ct + 5 * L);
        var c6 = load(c, ct + 6 * L);
        var c7 = load(c, ct + 7 * L);
        for (int p = 0; p < k; p++, bt += bRow) {
            var ap = all(a[at + p]);
            c0 = ap.fma(load(b, bt), c0);
            c1 = ap.fma(load(b, bt + L), c1);
            c2 = ap.fma(load(b, bt + 2 * L), c2);
            c3 = ap.fma(load(b, bt + 3 * L), c3);
            c4 = ap.fma(load(b, bt + 4 * L), c4);
            c5 = ap.fma(load(b, bt + 5 * L), c5);
            c6 = ap.fma(load(b, bt + 6 * L), c6);
            c7 = ap.fma(load(b, bt + 7 * L), c7);
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

    private static void two(float[] a, int at, float[] b, int bt, int bRow, float[] c, int ct, int k) {
        var c0 = load(c, ct);
        var c1 = load(c, ct + L);
        for (int p = 0; p < k; p++, bt += bRow) {
            var ap = all(a[at + p]);
            c0 = ap.fma(load(b, bt), c0);
            c1 = ap.fma(load(b, bt + L), c1);
        }
        c0.intoArray(c, ct);
        c1.intoArray(c, ct + L);
    }
}
