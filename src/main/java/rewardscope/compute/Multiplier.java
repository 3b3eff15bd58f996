package rewardscope.compute;

import static rewardscope.compute.Tiles.HEIGHT;
import static rewardscope.compute.Tiles.WIDTH;

import java.util.Arrays;

/// C += A · B for a B in [Panels], tile by tile; one for each thread, as it holds scratch memory.
///
/// A panel of B stays in the first cache while all rows of A pass it. Tiles that reach over an edge of C are computed
/// whole in a scratch tile.
final class Multiplier {
    private final float[] edge = new float[HEIGHT * WIDTH];
    private float[] left = {};

    /// C[rows][columns] += A[rows][p0 .. p1) · B[p0 .. p1)[columns], element (i, p) of A at `at + i * aRow + p`, with
    /// p = 0 for the first row of B.
    void rows(
            float[] a, int at, int aRow, Panels b, int p0, int p1, float[] c, int ct, int cRow, int rows,
            int columns) {
        int k = p1 - p0;
        for (int j = 0; j < columns; j += WIDTH) {
            int bt = b.at(j, p0);
            int width = Math.min(WIDTH, columns - j);
            int i = 0;
            while (i < rows) {
                int ai = at + i * aRow + p0;
                int ci = ct + i * cRow + j;
                int still = rows - i;
                int height = still >= 6 && still != 8 ? 6 : still >= 4 ? 4 : 1;
                float[] to = c;
                int toRow = cRow;
                if (width < WIDTH) {
                    open(c, ci, cRow, height, width);
                    to = edge;
                    toRow = WIDTH;
                }
                int tt = to == edge ? 0 : ci;
                switch (height) {
                    case 6 -> Tiles.rows6(a, ai, aRow, b.x(), bt, to, tt, toRow, k);
                    case 4 -> Tiles.rows4(a, ai, aRow, b.x(), bt, to, tt, toRow, k);
                    default -> Tiles.row(a, ai, b.x(), bt, to, tt, toRow, k);
                }
                if (width < WIDTH) {
                    close(c, ci, cRow, height, width);
                }
                i += height;
            }
        }
    }

    /// C[rows][columns] += Aᵀ · B: element (i, p) of the left operand lies at `at + p * aRow + i`. It is turned first, so
    /// that the same tiles serve.
    void turned(
            float[] a, int at, int aRow, Panels b, int p0, int p1, float[] c, int ct, int cRow, int rows,
            int columns) {
        int k = p1 - p0;
        if (left.length < rows * k) {
            left = new float[rows * k];
        }
        Transpose.of(a, at + p0 * aRow, aRow, k, rows, left, 0, k);
        rows(left, -p0, k, b, p0, p1, c, ct, cRow, rows, columns);
    }

    private void open(float[] c, int ct, int cRow, int height, int width) {
        Arrays.fill(edge, 0);
        for (int i = 0; i < height; i++) {
            System.arraycopy(c, ct + i * cRow, edge, i * WIDTH, width);
        }
    }

    private void close(float[] c, int ct, int cRow, int height, int width) {
        for (int i = 0; i < height; i++) {
            System.arraycopy(edge, i * WIDTH, c, ct + i * cRow, width);
        }
    }
}
