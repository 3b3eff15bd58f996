package rewardscope.ui.stage;

import rewardscope.env.Layout;

/// Where the cells of a grid lie: whole pixels, so that edges are sharp.
record GridGeometry(double x0, double y0, double cell, int rows, int columns) {
    private static final double MARGIN = 8;
    private static final double LARGEST = 220;

    static GridGeometry of(Layout.Grid grid, Box area) {
        return of(grid.rows(), grid.columns(), area);
    }

    static GridGeometry of(int rows, int columns, Box area) {
        Box inner = area.inset(MARGIN);
        double cell = Math.floor(Math.min(inner.width() / columns, inner.height() / rows));
        cell = Math.clamp(cell, 2, LARGEST);
        double x0 = Math.floor(area.centerX() - cell * columns / 2);
        double y0 = Math.floor(area.centerY() - cell * rows / 2);
        return new GridGeometry(x0, y0, cell, rows, columns);
    }

    Box cellAt(int row, int column) {
        return new Box(x0 + column * cell, y0 + row * cell, cell, cell);
    }

    Box whole() {
        return new Box(x0, y0, cell * columns, cell * rows);
    }

    int rowAt(double y) {
        return (int) Math.floor((y - y0) / cell);
    }

    int columnAt(double x) {
        return (int) Math.floor((x - x0) / cell);
    }

    boolean inside(int row, int column) {
        return row >= 0 && row < rows && column >= 0 && column < columns;
    }
}
