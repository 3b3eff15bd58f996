package rewardscope.env.maze;

import java.util.ArrayList;
import java.util.List;
import rewardscope.env.Layout;
import rewardscope.env.grid.CellSpec;
import rewardscope.env.grid.GridSpec;

/// A layout as a plan with coordinates: one unit a cell, x from the left, y from the bottom.
final class MazePlan {
    /// A rat stops this far before a wall.
    private static final double MARGIN = 0.1;

    private final GridSpec grid;
    private final int rows;
    private final int columns;
    private final List<List<Layout.Cell>> cells;

    MazePlan(GridSpec grid) {
        this.grid = grid;
        rows = grid.layout().size();
        columns = grid.layout().getFirst().length();
        cells = drawn(grid);
    }

    /// What each cell is, for drawing: by row from above, then by column.
    List<List<Layout.Cell>> cells() {
        return cells;
    }

    private static List<List<Layout.Cell>> drawn(GridSpec grid) {
        return grid.layout().stream()
                .map(row -> row.chars().mapToObj(c -> drawn(grid, (char) c)).toList())
                .toList();
    }

    private static Layout.Cell drawn(GridSpec grid, char symbol) {
        CellSpec cell = grid.cells().getOrDefault(symbol, CellSpec.FREE);
        return new Layout.Cell(symbol, symbol == '#', symbol == 'S', cell.terminal(), cell.reward());
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /// The longer side, in cells.
    int side() {
        return Math.max(rows, columns);
    }

    private int row(double y) {
        return rows - 1 - (int) Math.floor(y);
    }

    private static int column(double x) {
        return (int) Math.floor(x);
    }

    /// Whether the place is in the maze and not in a wall.
    boolean inside(double x, double y) {
        int r = row(y);
        int c = column(x);
        return r >= 0
                && r < rows
                && c >= 0
                && c < columns
                && grid.layout().get(r).charAt(c) != '#';
    }

    /// The number of the cell at a place inside.
    int cellNumber(double x, double y) {
        return row(y) * columns + column(x);
    }

    CellSpec cell(double x, double y) {
        return grid.cells().getOrDefault(grid.layout().get(row(y)).charAt(column(x)), CellSpec.FREE);
    }

    /// The middles of the cells that fit, as (x, y).
    private List<double[]> middles(java.util.function.Predicate<Character> wanted) {
        var places = new ArrayList<double[]>();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (wanted.test(grid.layout().get(r).charAt(c))) {
                    places.add(new double[] {c + 0.5, rows - 1 - r + 0.5});
                }
            }
        }
        return places;
    }

    /// The middle of the only cell with that character.
    double[] middleOf(char symbol) {
        return middles(c -> c == symbol).getFirst();
    }

    /// The middles of all cells to start in.
    List<double[]> starts() {
        var marked = middles(c -> c == 'S');
        if (!marked.isEmpty()) {
            return marked;
        }
        return middles(c -> {
            CellSpec cell = grid.cells().getOrDefault(c, CellSpec.FREE);
            return c != '#' && !cell.terminal() && !cell.reset();
        });
    }

    /// How far one can go from a place along x or y (one of `dx`, `dy` is 0) before a wall stops it: `distance` itself,
    /// or less.
    double reach(double x, double y, int dx, int dy, double distance) {
        double at = dx != 0 ? x : y;
        double gone = 0;
        double border = dx + dy > 0 ? Math.floor(at) + 1 - at : at - Math.floor(at); // to the end of this cell
        while (gone + border <= distance) {
            double beyond = gone + border + 0.5;
            if (!inside(x + dx * beyond, y + dy * beyond)) {
                return Math.max(0, gone + border - MARGIN);
            }
            gone += border;
            border = 1;
        }
        // the wall may lie just beyond the distance: keep the margin from it
        if (gone + border - distance < MARGIN
                && !inside(x + dx * (gone + border + 0.5), y + dy * (gone + border + 0.5))) {
            return Math.clamp(gone + border - MARGIN, 0, distance);
        }
        return distance;
    }
}
