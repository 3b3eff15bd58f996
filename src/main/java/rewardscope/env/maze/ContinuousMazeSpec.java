package rewardscope.env.maze;

import java.util.ArrayList;
import java.util.List;
import rewardscope.env.EnvironmentSpec;
import rewardscope.env.grid.CellSpec;
import rewardscope.env.grid.GridSpec;
import rewardscope.math.RandomStream;

/// A `maze` with `continuous: true`.
///
/// @param grid the keys that it shares with a maze of cells
/// @param step how far one action moves, as a share of the longer side
/// @param startState x and y to start from; empty: the middle of a start cell
public record ContinuousMazeSpec(GridSpec grid, double step, List<Double> startState) implements EnvironmentSpec {
    public ContinuousMazeSpec {
        startState = List.copyOf(startState);
    }

    @Override
    public String type() {
        return "maze";
    }

    @Override
    public List<Fault> faults() {
        var faults = new ArrayList<>(grid.faults());
        if (!(step > 0 && step <= 1)) {
            faults.add(new Fault(List.of("step"), "expected a length above 0 and up to 1, found " + step));
        }
        if (!grid.wind().isEmpty()) {
            faults.add(new Fault(List.of("wind"), "there is no wind in a continuous maze"));
        }
        if (grid.moves() == 9) {
            faults.add(new Fault(List.of("moves"), "expected 4 or 8 in a continuous maze, found 9"));
        }
        grid.cells().forEach((symbol, cell) -> {
            if (cell.collect() == CellSpec.Collect.EXIT) {
                faults.add(new Fault(
                        List.of("cells", symbol.toString(), "collect"),
                        "there is no action `exit` in a continuous maze: expected `enter`"));
            }
        });
        if (faults.isEmpty() && !startState.isEmpty() && !free()) {
            faults.add(new Fault(
                    List.of("start-state"),
                    "expected x and y of a place that is neither in a wall nor in a cell that ends the episode"));
        }
        return List.copyOf(faults);
    }

    private boolean free() {
        if (startState.size() != 2) {
            return false;
        }
        var plan = new MazePlan(grid);
        double x = startState.get(0) * plan.side();
        double y = startState.get(1) * plan.side();
        if (!plan.inside(x, y)) {
            return false;
        }
        CellSpec cell = plan.cell(x, y);
        return !cell.terminal() && !cell.reset();
    }

    @Override
    public ContinuousMaze create(RandomStream random) {
        return new ContinuousMaze(this, random);
    }
}
