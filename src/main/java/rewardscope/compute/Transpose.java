package rewardscope.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// Turns a matrix in squares of 4 by 4, in registers: first neighbouring rows exchange their odd and even columns, then
/// pairs of rows exchange their halves. Vectors of 4 lanes are there on every machine that has any.
final class Transpose {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_128;
    private static final VectorShuffle<Float> NEIGHBOURS = VectorShuffle.fromValues(S, 1, 0, 3, 2);
    private static final VectorShuffle<Float> HALVES = VectorShuffle.fromValues(S, 2, 3, 0, 1);
    private static final VectorMask<Float> ODD = VectorMask.fromLong(S, 0b1010);
    private static final VectorMask<Float> UPPER = VectorMask.fromLong(S, 0b1100);

    private Transpose() {}

    /// y[j][i] = x[i][j] for i < rows, j < columns; rows of x are `xRow` apart, rows of y `yRow`.
    static void of(float[] x, int xOffset, int xRow, int rows, int columns, float[] y, int yOffset, int yRow) {
        int wholeRows = rows & -4;
        int wholeColumns = columns & -4;
        for (int i = 0; i < wholeRows; i += 4) {
            for (int j = 0; j < wholeColumns; j += 4) {
                square(x, xOffset + i * xRow + j, xRow, y, yOffset + j * yRow + i, yRow);
            }
        }
        for (int i = 0; i < rows; i++) {
            for (int j = i < wholeRows ? wholeColumns : 0; j < columns; j++) {
                y[yOffset + j * yRow + i] = x[xOffset + i * xRow + j];
            }
        }
    }

    private static void square(float[] x, int at, int xRow, float[] y, int to, int yRow) {
        var a = FloatVector.fromArray(S, x, at);
        var b = FloatVector.fromArray(S, x, at + xRow);
        var c = FloatVector.fromArray(S, x, at + 2 * xRow);
        var d = FloatVector.fromArray(S, x, at + 3 * xRow);
        var a0 = a.blend(b.rearrange(NEIGHBOURS), ODD); // x00 x10 x02 x12
        var a1 = a.rearrange(NEIGHBOURS).blend(b, ODD); // x01 x11 x03 x13
        var c0 = c.blend(d.rearrange(NEIGHBOURS), ODD); // x20 x30 x22 x32
        var c1 = c.rearrange(NEIGHBOURS).blend(d, ODD); // x21 x31 x23 x33
        a0.blend(c0.rearrange(HALVES), UPPER).intoArray(y, to);
        a1.blend(c1.rearrange(HALVES), UPPER).intoArray(y, to + yRow);
        a0.rearrange(HALVES).blend(c0, UPPER).intoArray(y, to + 2 * yRow);
        a1.rearrange(HALVES).blend(c1, UPPER).intoArray(y, to + 3 * yRow);
    }
}
