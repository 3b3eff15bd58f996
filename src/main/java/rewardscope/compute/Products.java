package rewardscope.compute;

import java.util.Arrays;

/// Matrix products of any size: shared among the threads by rows or columns of the result, cut into blocks for the
/// caches.
final class Products {
    /// A matrix M within an array.
    ///
    /// @param at     where it begins
    /// @param row    how far its rows are apart in memory
    /// @param turned whether what lies there is Mᵀ
    record Matrix(float[] x, int at, int row, boolean turned) {}

    /// Something to do to rows [from, to) of the result.
    interface Rows {
        Rows NOTHING = (part, from, to) -> {};

        void run(int part, int from, int to);
    }

    /// Depth of a block: a panel of it, 16 KB, fits in half of the first cache.
    private static final int DEPTH = 256;

    /// Rows that pass a panel before the next one comes: their part of A, 24 KB, stays in the second cache.
    private static final int ROWS = 4 * Tiles.HEIGHT;

    /// The same where A has to be turned first, which wants whole cache lines of it: 96 KB.
    private static final int TURNED_ROWS = 16 * Tiles.HEIGHT;

    /// Columns of a chunk where columns are shared.
    private static final int COLUMNS = 64;

    /// How many numbers of B are packed at once: 128 KB, which leaves room in a second cache that two threads share.
    private static final int PACKED = 1 << 15;

    private final Workers workers;
    private final Panels[] panels;
    private final Multiplier[] multipliers;

    Products(Workers workers) {
        this.workers = workers;
        panels = new Panels[workers.threads()];
        multipliers = new Multiplier[workers.threads()];
        Arrays.setAll(panels, part -> new Panels());
        Arrays.setAll(multipliers, part -> new Multiplier());
    }

    /// Scratch memory of a thread, for kernels that multiply within their own chunks.
    Panels panels(int part) {
        return panels[part];
    }

    Multiplier multiplier(int part) {
        return multipliers[part];
    }

    /// C = before(C) + A · B, then `after`: both are told of every row once, by the thread that computes it.
    ///
    /// @param c row-major from `ct`, n numbers a row
    void multiply(Matrix a, Matrix b, float[] c, int ct, int m, int n, int k, Rows before, Rows after) {
        if (m == 0 || n == 0 || k == 0) {
            before.run(0, 0, m);
            after.run(0, 0, m);
        } else if (a.turned && n > m) {
            before.run(0, 0, m);
            workers.run(n, COLUMNS, 2L * m * n * k, (part, from, to) ->
                    columns(part, a, b, c, ct, m, n, k, from, to));
            after.run(0, 0, m);
        } else {
            int depth = depth(n);
            for (int p = 0; p < k; p += depth) {
                int p0 = p;
                int p1 = Math.min(k, p + depth);
                workers.run(m, 2 * Tiles.HEIGHT, 2L * m * n * (p1 - p0),
                        part -> pack(part, b, p0, p1, 0, n),
                        (part, from, to) -> rows(part, a, p0, p1, c, ct, n, from, to, n,
                                p0 == 0 ? before : Rows.NOTHING, p1 == k ? after : Rows.NOTHING));
            }
        }
    }

    /// C += A · B on one thread, within a chunk of its own.
    void multiply(int part, Matrix a, Matrix b, float[] c, int ct, int m, int n, int k) {
        if (n > 0) {
            columns(part, a, b, c, ct, m, n, k, 0, n);
        }
    }

    /// How many rows of B are packed at once.
    private static int depth(int columns) {
        return Math.max(DEPTH, PACKED / columns / DEPTH * DEPTH);
    }

    /// Columns [from, to) of C += A · B.
    private void columns(
            int part, Matrix a, Matrix b, float[] c, int ct, int m, int n, int k, int from, int to) {
        int depth = depth(to - from);
        for (int p0 = 0; p0 < k; p0 += depth) {
            int p1 = Math.min(k, p0 + depth);
            pack(part, b, p0, p1, from, to);
            rows(part, a, p0, p1, c, ct + from, n, 0, m, to - from, Rows.NOTHING, Rows.NOTHING);
        }
    }

    private void pack(int part, Matrix b, int p0, int p1, int from, int to) {
        if (b.turned) {
            panels[part].packTurned(b.x, b.at + from * b.row + p0, b.row, p1 - p0, to - from);
        } else {
            panels[part].packRows(b.x, b.at + p0 * b.row + from, b.row, p1 - p0, to - from);
        }
    }

    /// Rows [from, to) of C += A · B for the rows p0 .. p1 of B, which are packed.
    private void rows(
            int part, Matrix a, int p0, int p1, float[] c, int ct, int cRow, int from, int to, int columns, Rows before,
            Rows after) {
        int block = a.turned ? TURNED_ROWS : ROWS;
        for (int i = from; i < to; i += block) {
            int height = Math.min(block, to - i);
            before.run(part, i, i + height);
            for (int q = 0; q < p1 - p0; q += DEPTH) {
                int until = Math.min(p1 - p0, q + DEPTH);
                int ci = ct + i * cRow;
                if (a.turned) {
                    multipliers[part].turned(
                            a.x, a.at + p0 * a.row + i, a.row, panels[part], q, until, c, ci, cRow, height, columns);
                } else {
                    multipliers[part].rows(
                            a.x, a.at + i * a.row + p0, a.row, panels[part], q, until, c, ci, cRow, height, columns);
                }
            }
            after.run(part, i, i + height);
        }
    }
}
