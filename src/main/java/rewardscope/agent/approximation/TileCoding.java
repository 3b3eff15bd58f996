package rewardscope.agent.approximation;

import java.util.List;
import rewardscope.env.VectorEnvironment.Range;

/// Several grids over the observations, each shifted against the others; in each grid one tile is on.
///
/// Grid k of n is shifted by k (1, 3, 5, ...) / n of a tile: odd displacements spread the tiles that a point shares with
/// its neighbours evenly in all directions (Sutton & Barto, 2nd edition, section 9.5.4). Observations outside the range
/// count as its end.
public final class TileCoding implements Features {
    private final double[] low;
    private final double[] width;
    private final int tilings;
    private final int tiles;
    private final int perTiling;

    /// @param ranges what each component of an observation lies between
    /// @param tiles along each dimension
    public TileCoding(List<Range> ranges, int tilings, int tiles) {
        low = ranges.stream().mapToDouble(Range::low).toArray();
        width = ranges.stream().mapToDouble(range -> (range.high() - range.low()) / tiles).toArray();
        this.tilings = tilings;
        this.tiles = tiles;
        double size = Math.pow(tiles + 1, low.length);
        if (size * tilings > 1 << 24) {
            throw new IllegalArgumentException("tile coding would need " + (long) (size * tilings)
                    + " weights an action: choose fewer `tiles` or `tilings`");
        }
        perTiling = (int) size; // one more along each dimension, since shifted grids stick out
    }

    @Override
    public int count() {
        return perTiling * tilings;
    }

    @Override
    public int active() {
        return tilings;
    }

    @Override
    public void find(double[] observation, int[] on) {
        for (int k = 0; k < tilings; k++) {
            int tile = 0;
            for (int i = 0; i < low.length; i++) {
                double shift = (double) (k * (2 * i + 1) % tilings) / tilings;
                double at = Math.clamp((observation[i] - low[i]) / width[i], 0, tiles);
                tile = tile * (tiles + 1) + Math.min(tiles, (int) (at + shift));
            }
            on[k] = k * perTiling + tile;
        }
    }
}
