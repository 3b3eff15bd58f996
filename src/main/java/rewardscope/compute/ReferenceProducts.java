package rewardscope.compute;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/// Matrix products by EJML.
final class ReferenceProducts {
    private ReferenceProducts() {}

    /// c = a b, or c += a b; each factor may be stored transposed.
    static void multiply(
            float[] a, int aOffset, boolean transposeA, float[] b, int bOffset, boolean transposeB, float[] c,
            int cOffset, boolean add, int m, int n, int k) {
        if (m == 0 || n == 0 || k == 0) {
            if (!add) {
                Arrays.fill(c, cOffset, cOffset + m * n, 0);
            }
            return;
        }
        var left = matrix(a, aOffset, transposeA ? k : m, transposeA ? m : k);
        var right = matrix(b, bOffset, transposeB ? n : k, transposeB ? k : n);
        var product = new FMatrixRMaj(m, n);
        if (transposeA && transposeB) {
            CommonOps_FDRM.multTransAB(left, right, product);
        } else if (transposeA) {
            CommonOps_FDRM.multTransA(left, right, product);
        } else if (transposeB) {
            CommonOps_FDRM.multTransB(left, right, product);
        } else {
            CommonOps_FDRM.mult(left, right, product);
        }
        for (int i = 0; i < m * n; i++) {
            c[cOffset + i] = product.data[i] + (add ? c[cOffset + i] : 0);
        }
    }

    private static FMatrixRMaj matrix(float[] x, int offset, int rows, int columns) {
        return new FMatrixRMaj(rows, columns, true, Arrays.copyOfRange(x, offset, offset + rows * columns));
    }
}
