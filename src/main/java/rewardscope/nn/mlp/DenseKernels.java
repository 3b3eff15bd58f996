package rewardscope.nn.mlp;

import rewardscope.compute.VectorModule;

/// The arithmetic that a dense network needs, in float64. Two implementations give the same bits: plain loops, and the
/// Vector API where that module is there.
interface DenseKernels {
    /// C[m][n] (+)= A[m][k] · B[k][n]; every element is a chain of fused multiply-adds over ascending k.
    ///
    /// @param a          element (i, p) lies at `aOffset + i * aRow + p * aColumn`, so a transposed A costs nothing
    /// @param b          row-major from `bOffset`, rows `n` apart
    /// @param c          row-major from `cOffset`, rows `n` apart; its contents are the start of each chain
    void multiplyAdd(
            double[] a, int aOffset, int aRow, int aColumn, double[] b, int bOffset, double[] c, int cOffset,
            int m, int n, int k);

    /// y = tanh(y) for the first `count` elements, in place.
    void tanh(double[] y, int count);

    /// The best kernels on this machine.
    static DenseKernels best() {
        try {
            if (VectorModule.present()) {
                return new VectorKernels();
            }
        } catch (LinkageError e) {
            // the module is there and does not work: the plain loops give the same numbers
        }
        return new PlainKernels();
    }
}
