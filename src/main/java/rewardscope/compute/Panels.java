package rewardscope.compute;

import static rewardscope.compute.Lanes.L;
import static rewardscope.compute.Lanes.load;
import static rewardscope.compute.Tiles.WIDTH;

import java.util.Arrays;

/// The right operand B of a product, copied into panels of [Tiles#WIDTH] columns that lie behind each other, each
/// [depth][WIDTH]: the innermost loop reads memory from front to back. Columns that the last panel lacks are 0.
final class Panels {
    private float[] x = {};
    private int depth;

    float[] x() {
        return x;
    }

    /// Where row `p` of the panel begins that starts with column `column`.
    int at(int column, int p) {
        return column * depth + p * WIDTH;
    }

    private void resize(int depth, int columns) {
        this.depth = depth;
        int size = Math.ceilDiv(columns, WIDTH) * WIDTH * depth;
        if (x.length < size) {
            x = new float[size];
        }
    }

    /// Packs a B whose element (p, j) lies at `at + p * row + j`.
    void packRows(float[] b, int at, int row, int depth, int columns) {
        resize(depth, columns);
        for (int j = 0; j < columns; j += WIDTH) {
            int width = Math.min(WIDTH, columns - j);
            for (int p = 0; p < depth; p++) {
                int from = at + p * row + j;
                int to = at(j, p);
                if (width == WIDTH) {
                    load(b, from).intoArray(x, to);
                    load(b, from + L).intoArray(x, to + L);
                } else {
                    System.arraycopy(b, from, x, to, width);
                    Arrays.fill(x, to + width, to + WIDTH, 0);
                }
            }
        }
    }

    /// Packs a B whose element (p, j) lies at `at + j * row + p`.
    void packTurned(float[] b, int at, int row, int depth, int columns) {
        resize(depth, columns);
        for (int j = 0; j < columns; j += WIDTH) {
            int width = Math.min(WIDTH, columns - j);
            if (width < WIDTH) {
                Arrays.fill(x, at(j, 0), at(j, depth), 0);
            }
            Transpose.of(b, at + j * row, row, width, depth, x, at(j, 0), WIDTH);
        }
    }
}
