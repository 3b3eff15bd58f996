package rewardscope.ui.stage;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.paint.Color;
import rewardscope.agent.StepEvent.Place;
import rewardscope.env.FiniteMdp;
import rewardscope.env.Layout;

/// Rows and columns of cells, or the corridors of a maze.
final class GridPainter implements WorldPainter {
    private final Layout.Grid grid;
    private final FiniteMdp model;
    private final Direction[] directions;
    private final WedgeTiles tiles = new WedgeTiles();
    private final Mosaic mosaic = new Mosaic();

    GridPainter(Layout.Grid grid, FiniteMdp model) {
        this.grid = grid;
        this.model = model;
        directions = model.actionNames().stream().map(Direction::of).toArray(Direction[]::new);
    }

    @Override
    public void paint(Brush brush, Picture picture) {
        GridGeometry geometry = GridGeometry.of(grid, picture.area());
        var cells = new CellPainter(brush, picture, model, directions, tiles);
        if (geometry.cell() < Mosaic.LARGEST_CELL && brush.onScreen()) {
            cells.paintAll(mosaic, grid, geometry);
        } else {
            eachCell(brush, picture, geometry, cells);
        }
        if (grid.maze()) {
            corridorWalls(brush, geometry, picture.palette().wall());
        }
        if (picture.layer() == Layer.TRAIL) {
            Trail.paint(brush, picture, s -> center(geometry, s), geometry.cell());
        }
        overlays(brush, picture, geometry);
    }

    private void eachCell(Brush brush, Picture picture, GridGeometry geometry, CellPainter cells) {
        double inset = grid.maze() ? -0.5 : geometry.cell() < 12 ? 0.5 : 1;
        if (picture.layer() == Layer.ACTION_VALUES) {
            Wedges.begin(tiles, brush, geometry.cell() - 2 * inset, grid.states(), moves(), directions);
        }
        if (!grid.maze()) {
            Box frame = geometry.whole().inset(-1);
            brush.fill(frame, picture.palette().hairline());
        }
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                Box box = geometry.cellAt(row, column);
                int s = grid.stateAt()[row][column];
                Layout.Cell cell = grid.cells().get(row).get(column);
                if (s >= 0) {
                    cells.paint(s, cell, box.inset(inset));
                } else if (!grid.maze()) {
                    brush.fill(box, picture.palette().wall());
                }
            }
        }
    }

    /// The actions of the first state that has several ways out: all such states have the same.
    private int[] moves() {
        for (int s = 0; s < grid.states(); s++) {
            int[] available = model.availableActions(s);
            if (Wedges.needed(available, directions)) {
                return available;
            }
        }
        return new int[0];
    }

    /// A wall wherever a free cell meets one that is not.
    private void corridorWalls(Brush brush, GridGeometry geometry, Color color) {
        double width = Math.clamp(geometry.cell() * 0.06, 2, 6);
        for (int row = 0; row <= grid.rows(); row++) {
            for (int column = 0; column <= grid.columns(); column++) {
                double x = geometry.x0() + column * geometry.cell();
                double y = geometry.y0() + row * geometry.cell();
                if (free(row, column) != free(row - 1, column)) {
                    brush.line(x, y, x + geometry.cell(), y, width, color);
                }
                if (free(row, column) != free(row, column - 1)) {
                    brush.line(x, y, x, y + geometry.cell(), width, color);
                }
            }
        }
    }

    private boolean free(int row, int column) {
        return row >= 0
                && column >= 0
                && row < grid.rows()
                && column < grid.columns()
                && grid.stateAt()[row][column] >= 0;
    }

    private void overlays(Brush brush, Picture picture, GridGeometry geometry) {
        var palette = picture.palette();
        Motion motion = picture.motion();
        if (motion.pulse() > 0) {
            picture.changed().ifPresent(place -> {
                brush.alpha(motion.pulse());
                outline(brush, geometry, picture, place, Math.max(3, geometry.cell() * 0.07), palette.tdError());
                brush.alpha(1);
            });
        }
        Arrows.backup(brush, picture, s -> center(geometry, s), geometry.cell());
        if (picture.hasAgent() && picture.view().world() instanceof rewardscope.sim.View.World.Finite world) {
            Box box = agentBox(picture, geometry, world.state());
            boolean rat = grid.maze();
            Figures.agent(brush, box, picture.explored() ? palette.exploration() : palette.ink(), palette, rat);
        }
        picture.focused().ifPresent(place -> outline(brush, geometry, picture, place, 2, palette.accent()));
        picture.pinned().ifPresent(place -> outline(brush, geometry, picture, place, 3, palette.tdError()));
        picture.pointed().ifPresent(place -> outline(brush, geometry, picture, place, 3, palette.accent()));
    }

    private Box agentBox(Picture picture, GridGeometry geometry, int state) {
        Box here = CellPainter.agentBox(boxOf(geometry, state), picture, model, directions, state);
        double moved = picture.motion().moved();
        if (moved >= 1 || picture.move().isEmpty()) {
            return here;
        }
        int from = picture.move().get().from();
        Box there = CellPainter.agentBox(boxOf(geometry, from), picture, model, directions, from);
        return new Box(
                there.x() + moved * (here.x() - there.x()),
                there.y() + moved * (here.y() - there.y()),
                here.width(),
                here.height());
    }

    private void outline(
            Brush brush, GridGeometry geometry, Picture picture, Place place, double width, Color color) {
        if (place.state() >= grid.states()) {
            return;
        }
        Box box = boxOf(geometry, place.state()).inset(width / 2);
        if (place.action() >= 0 && CellPainter.wedges(picture, model, directions, place.state(), box.width())) {
            Wedges.outline(brush, box, directions[place.action()], width, color);
        } else {
            brush.outline(box, 3, width, color);
        }
    }

    private Box boxOf(GridGeometry geometry, int state) {
        return geometry.cellAt(grid.rowOf()[state], grid.columnOf()[state]);
    }

    private double[] center(GridGeometry geometry, int state) {
        Box box = boxOf(geometry, state);
        return new double[] {box.centerX(), box.centerY()};
    }

    @Override
    public Optional<Place> at(Picture picture, double x, double y) {
        GridGeometry geometry = GridGeometry.of(grid, picture.area());
        int row = geometry.rowAt(y);
        int column = geometry.columnAt(x);
        if (!geometry.inside(row, column) || grid.stateAt()[row][column] < 0) {
            return Optional.empty();
        }
        int s = grid.stateAt()[row][column];
        Box box = geometry.cellAt(row, column);
        if (CellPainter.wedges(picture, model, directions, s, box.width())) {
            int a = Wedges.at(box, directions, model.availableActions(s), x, y);
            return Optional.of(new Place(s, a));
        }
        return Optional.of(Place.of(s));
    }

    @Override
    public Optional<Box> boxOf(Picture picture, Place place) {
        return place.state() >= grid.states()
                ? Optional.empty()
                : Optional.of(boxOf(GridGeometry.of(grid, picture.area()), place.state()));
    }

    @Override
    public OptionalInt neighbour(Picture picture, int state, int dx, int dy) {
        int row = grid.rowOf()[state] + dy;
        int column = grid.columnOf()[state] + dx;
        while (row >= 0 && row < grid.rows() && column >= 0 && column < grid.columns()) {
            if (grid.stateAt()[row][column] >= 0) {
                return OptionalInt.of(grid.stateAt()[row][column]);
            }
            row += dy;
            column += dx;
        }
        return OptionalInt.empty();
    }

    @Override
    public String nameOf(Place place) {
        return "row " + grid.rowOf()[place.state()] + ", column " + grid.columnOf()[place.state()];
    }
}
