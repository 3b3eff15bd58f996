package rewardscope.nn.mlp;

/// The kernels as plain loops: the definition of what [VectorKernels] computes, and the fallback without that module.
final class PlainKernels implements DenseKernels {
    @Override
    public void multiplyAdd(
            double[] a, int aOffset, int aRow, int aColumn, double[] b, int bOffset, double[] c, int cOffset,
            int m, int n, int k) {
        for (int i = 0; i < m; i++) {
            for (int p = 0; p < k; p++) {
                double factor = a[aOffset + i * aRow + p * aColumn];
                for (int j = 0; j < n; j++) {
                    c[cOffset + i * n + j] = Math.fma(factor, b[bOffset + p * n + j], c[cOffset + i * n + j]);
                }
            }
        }
    }

    @Override
    public void tanh(double[] y, int count) {
        for (int i = 0; i < count; i++) {
            y[i] = Tanh.of(y[i]);
        }
    }
}
