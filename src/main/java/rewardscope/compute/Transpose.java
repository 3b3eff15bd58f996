package rewardscope.compute;

/// Turns a matrix, in square blocks that stay in the first cache.
final class Transpose {
    private static final int BLOCK = 16;

    private Transpose() {}

    /// y[j][i] = x[i][j] for i < rows, j < columns; rows of x are `xRow` apart, rows of y `yRow`.
    static void of(float[] x, int xOffset, int xRow, int rows, int columns, float[] y, int yOffset, int yRow) {
        for (int i0 = 0; i0 < rows; i0 += BLOCK) {
            int i1 = Math.min(rows, i0 + BLOCK);
            for (int j0 = 0; j0 < columns; j0 += BLOCK) {
                int j1 = Math.min(columns, j0 + BLOCK);
                for (int j = j0; j < j1; j++) {
                    for (int i = i0; i < i1; i++) {
                        y[yOffset + j * yRow + i] = x[xOffset + i * xRow + j];
                    }
                }
            }
        }
    }
}
