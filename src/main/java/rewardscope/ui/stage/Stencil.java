package rewardscope.ui.stage;

/// Which wedge each pixel of a cell belongs to, and how much of it lies under a line between two: made once for a size.
///
/// @param side of the cell in pixels
/// @param first the wedge that covers most of a pixel, as an index of a direction
/// @param second another one that it touches
/// @param share how much of the pixel is the second's, of 16
/// @param covered how much of it is line, of 255
record Stencil(
        int side, boolean four, boolean middle, double line, byte[] first, byte[] second, byte[] share, short[] covered) {
    /// How far the boundary of the eight sectors is from the axis, at distance 1 along it.
    static final double SLOPE = 0.42;

    /// Radius of the disc in the middle, as a share of the side.
    static final double MIDDLE = 0.17;

    private static final int FINE = 4;

    /// A place of its own for each direction: rows from above, then columns from the left; 4 for staying.
    static int index(int dx, int dy) {
        return 3 * (dy + 1) + dx + 1;
    }

    static Stencil of(int side, boolean four, boolean middle, double line) {
        int n = side * side;
        var stencil =
                new Stencil(side, four, middle, line, new byte[n], new byte[n], new byte[n], new short[n]);
        var seen = new int[9];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                stencil.work(x, y, seen);
            }
        }
        return stencil;
    }

    boolean fits(int wantedSide, boolean wantedFour, boolean wantedMiddle, double wantedLine) {
        return side == wantedSide && four == wantedFour && middle == wantedMiddle && line == wantedLine;
    }

    /// Colours a cell.
    ///
    /// @param pixels receives them, row by row
    /// @param colors by direction, opaque
    void fill(int[] pixels, int[] colors, int lineColor) {
        for (int i = 0; i < first.length; i++) {
            int color = colors[first[i]];
            if (share[i] != 0) {
                color = mix(color, colors[second[i]], share[i] * 16);
            }
            pixels[i] = covered[i] == 0 ? color : mix(color, lineColor, covered[i]);
        }
    }

    private void work(int x, int y, int[] seen) {
        java.util.Arrays.fill(seen, 0);
        for (int j = 0; j < FINE; j++) {
            for (int i = 0; i < FINE; i++) {
                seen[wedge(unit(x + (i + 0.5) / FINE), unit(y + (j + 0.5) / FINE))]++;
            }
        }
        int most = 0;
        for (int d = 1; d < seen.length; d++) {
            most = seen[d] > seen[most] ? d : most;
        }
        int next = most;
        for (int d = 0; d < seen.length; d++) {
            next = d != most && seen[d] > (next == most ? 0 : seen[next]) ? d : next;
        }
        int at = y * side + x;
        first[at] = (byte) most;
        second[at] = (byte) next;
        share[at] = (byte) (next == most ? 0 : seen[next]);
        covered[at] = (short) Math.round(255 * Math.clamp(line / 2 + 0.5 - distance(unit(x + 0.5), unit(y + 0.5)), 0, line > 0 ? 1 : 0));
    }

    /// −1 at one edge, 1 at the other.
    private double unit(double pixel) {
        return 2 * pixel / side - 1;
    }

    private int wedge(double u, double v) {
        if (middle && Math.hypot(u, v) < 2 * MIDDLE) {
            return index(0, 0);
        }
        double across = Math.abs(u);
        double down = Math.abs(v);
        boolean horizontal = four ? across > down : down < SLOPE * across;
        boolean vertical = four ? !horizontal : across < SLOPE * down;
        int dx = vertical ? 0 : u < 0 ? -1 : 1;
        int dy = horizontal ? 0 : v < 0 ? -1 : 1;
        return index(dx, dy);
    }

    /// How many pixels away the nearest line is.
    private double distance(double u, double v) {
        double across = Math.abs(u);
        double down = Math.abs(v);
        double ring = Math.abs(Math.hypot(u, v) - 2 * MIDDLE);
        double spokes = four
                ? Math.abs(across - down) / Math.sqrt(2)
                : Math.min(Math.abs(across - SLOPE * down), Math.abs(down - SLOPE * across)) / Math.hypot(1, SLOPE);
        boolean inside = middle && Math.hypot(u, v) < 2 * MIDDLE;
        double nearest = inside ? ring : middle ? Math.min(ring, spokes) : spokes;
        return nearest * side / 2;
    }

    private static int mix(int a, int b, int share) {
        int keep = 256 - share - (share >> 7);
        int take = 256 - keep;
        int redBlue = ((a & 0xFF00FF) * keep + (b & 0xFF00FF) * take) >>> 8 & 0xFF00FF;
        int green = ((a & 0x00FF00) * keep + (b & 0x00FF00) * take) >>> 8 & 0x00FF00;
        return 0xFF000000 | redBlue | green;
    }
}
