package rewardscope.ui.stage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.image.WritableImage;
import rewardscope.env.Layout;
import rewardscope.env.Scene;
import rewardscope.env.VectorEnvironment.ActionSpace;
import rewardscope.sim.Portrait;
import rewardscope.sim.View;
import rewardscope.ui.theme.Palette;

/// A maze without cells, from above: the rat where it really is, its way, and what the agent makes of every place.
final class FloorPainter implements WorldPainter {
    private Optional<Portrait> drawn = Optional.empty();
    private Optional<Palette> drawnIn = Optional.empty();
    private WritableImage image = new WritableImage(1, 1);

    private static Optional<Scene.Maze> maze(Picture picture) {
        return picture.view().world() instanceof View.World.Vector v && v.scene() instanceof Scene.Maze m
                ? Optional.of(m)
                : Optional.empty();
    }

    private static GridGeometry geometry(Scene.Maze maze, Picture picture) {
        return GridGeometry.of(maze.rows(), maze.columns(), picture.area());
    }

    @Override
    public void paint(Brush brush, Picture picture) {
        maze(picture).ifPresent(maze -> {
            Palette palette = picture.palette();
            GridGeometry geometry = geometry(maze, picture);
            Optional<Portrait> portrait = Portraits.shown(picture);
            portrait.filter(p -> p.values().isPresent()).ifPresent(p -> heat(brush, palette, geometry, p));
            cells(brush, palette, maze, geometry);
            portrait.filter(p -> p.policy().isPresent()).ifPresent(p -> arrows(brush, palette, maze, geometry, p));
            portrait.flatMap(Portrait::values).ifPresent(v -> numbers(brush, palette, maze, geometry, portrait.get(), v));
            trail(brush, picture, geometry);
            double u = geometry.cell() * 0.62;
            Figures.rat(
                    brush,
                    new Box(
                            geometry.x0() + maze.x() * geometry.cell() - u / 2,
                            geometry.y0() + maze.y() * geometry.cell() - u * 0.6,
                            u,
                            u),
                    palette);
        });
    }

    private void heat(Brush brush, Palette palette, GridGeometry geometry, Portrait p) {
        if (drawn.filter(d -> d == p).isEmpty() || drawnIn.filter(palette::equals).isEmpty()) {
            drawn = Optional.of(p);
            drawnIn = Optional.of(palette);
            ValueScale scale = ValueScale.of(palette, p.values().orElseThrow());
            image = Heat.image(
                    p.values().orElseThrow(), p.columns(), p.rows(), scale.low(), scale.high(), scale::color);
        }
        Box whole = geometry.whole();
        brush.gc().drawImage(image, whole.x(), whole.y(), whole.width(), whole.height());
    }

    private static void cells(Brush brush, Palette palette, Scene.Maze maze, GridGeometry geometry) {
        for (int row = 0; row < maze.rows(); row++) {
            for (int column = 0; column < maze.columns(); column++) {
                Layout.Cell cell = maze.cells().get(row).get(column);
                Box box = geometry.cellAt(row, column);
                if (cell.wall()) {
                    brush.fill(box.inset(-0.5), palette.paper());
                } else if (cell.reward() > 0 && cell.terminal()) {
                    Figures.cheese(brush, box.inset(box.width() * 0.16), palette);
                } else if (cell.reward() != 0) {
                    Marks.reward(brush, cell.reward(), box, palette);
                }
                if (cell.start()) {
                    Marks.start(brush, box, box.width() > 50, palette.ink());
                }
            }
        }
        walls(brush, palette, maze, geometry);
    }

    /// A wall wherever a free cell meets one that is not.
    private static void walls(Brush brush, Palette palette, Scene.Maze maze, GridGeometry geometry) {
        double width = Math.clamp(geometry.cell() * 0.06, 2, 6);
        for (int row = 0; row <= maze.rows(); row++) {
            for (int column = 0; column <= maze.columns(); column++) {
                double x = geometry.x0() + column * geometry.cell();
                double y = geometry.y0() + row * geometry.cell();
                if (free(maze, row, column) != free(maze, row - 1, column)) {
                    brush.line(x, y, x + geometry.cell(), y, width, palette.wall());
                }
                if (free(maze, row, column) != free(maze, row, column - 1)) {
                    brush.line(x, y, x, y + geometry.cell(), width, palette.wall());
                }
            }
        }
    }

    private static boolean free(Scene.Maze maze, int row, int column) {
        return row >= 0
                && column >= 0
                && row < maze.rows()
                && column < maze.columns()
                && !maze.cells().get(row).get(column).wall();
    }

    /// V in the middle of each free cell, in figures.
    private static void numbers(
            Brush brush, Palette palette, Scene.Maze maze, GridGeometry geometry, Portrait p, double[] v) {
        double size = Math.min(15, geometry.cell() * 0.22);
        if (size < Brush.SMALLEST_TEXT) {
            return;
        }
        for (int row = 0; row < maze.rows(); row++) {
            for (int column = 0; column < maze.columns(); column++) {
                if (!maze.cells().get(row).get(column).wall()) {
                    Box box = geometry.cellAt(row, column);
                    double value = v[point(p, maze, row, column)];
                    brush.number(Numbers.brief(value), box.centerX(), box.atY(0.86), size, false, palette.ink());
                }
            }
        }
    }

    private static void arrows(Brush brush, Palette palette, Scene.Maze maze, GridGeometry geometry, Portrait p) {
        if (!(p.actions() instanceof ActionSpace.Discrete numbered)) {
            return;
        }
        var directions = numbered.names().stream().map(Direction::of).toArray(Direction[]::new);
        double[][] policy = p.policy().orElseThrow();
        for (int row = 0; row < maze.rows(); row++) {
            for (int column = 0; column < maze.columns(); column++) {
                Layout.Cell cell = maze.cells().get(row).get(column);
                if (!cell.wall() && !cell.terminal()) {
                    double[] pi = policy[point(p, maze, row, column)];
                    Arrows.policy(brush, geometry.cellAt(row, column), pi, directions, palette);
                }
            }
        }
    }

    /// The point of a portrait in the middle of a cell.
    private static int point(Portrait p, Scene.Maze maze, int row, int column) {
        int across = (int) ((column + 0.5) / maze.columns() * p.columns());
        int up = (int) ((maze.rows() - row - 0.5) / maze.rows() * p.rows());
        return up * p.columns() + across;
    }

    private static void trail(Brush brush, Picture picture, GridGeometry geometry) {
        List<double[]> path = picture.view().looks().path();
        int n = path.size();
        double side = Math.max(geometry.rows(), geometry.columns()) * geometry.cell();
        double bottom = geometry.whole().bottom();
        for (int i = Math.max(1, n - 300); i < n; i++) {
            brush.alpha(Math.max(0.2, 1 - (n - 1 - i) / 80.0));
            brush.line(
                    geometry.x0() + path.get(i - 1)[0] * side,
                    bottom - path.get(i - 1)[1] * side,
                    geometry.x0() + path.get(i)[0] * side,
                    bottom - path.get(i)[1] * side,
                    Math.clamp(geometry.cell() * 0.05, 2, 5),
                    picture.palette().exploration());
        }
        brush.alpha(1);
    }

    @Override
    public String hint(Picture picture, double x, double y) {
        return maze(picture)
                .map(maze -> {
                    Box whole = geometry(maze, picture).whole();
                    if (!whole.contains(x, y)) {
                        return "";
                    }
                    double right = (x - whole.x()) / whole.width();
                    double high = (whole.bottom() - y) / whole.height();
                    double side = Math.max(maze.rows(), maze.columns());
                    String place = "x " + Numbers.brief(right * maze.columns() / side) + ", y "
                            + Numbers.brief(high * maze.rows() / side);
                    return Portraits.shown(picture)
                            .map(p -> place + "\n" + Portraits.at(p, right, high))
                            .orElse(place);
                })
                .orElse("");
    }

    @Override
    public String spoken(Picture picture) {
        return maze(picture)
                .map(maze -> String.format(
                                Locale.ROOT,
                                "rat in row %d, column %d",
                                (int) maze.y(),
                                (int) maze.x())
                        + Portraits.spoken(picture))
                .orElse("");
    }
}
