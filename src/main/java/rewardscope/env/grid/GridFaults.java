package rewardscope.env.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rewardscope.env.Endings;
import rewardscope.env.EnvironmentSpec.Fault;

/// Finds everything that is wrong with a gridworld.
final class GridFaults {
    private static final String BUILT_IN = "#.S";

    private final GridSpec spec;
    private final List<Fault> faults = new ArrayList<>();

    private GridFaults(GridSpec spec) {
        this.spec = spec;
    }

    static List<Fault> of(GridSpec spec) {
        var check = new GridFaults(spec);
        check.numbers();
        check.cells();
        if (check.layout()) {
            check.targets();
            check.wind();
            check.start();
        }
        if (check.faults.isEmpty()) {
            check.endings();
        }
        return List.copyOf(check.faults);
    }

    private void fault(String message, String... path) {
        faults.add(new Fault(List.of(path), message));
    }

    private void numbers() {
        if (spec.moves() != 4 && spec.moves() != 8 && spec.moves() != 9) {
            fault("expected 4, 8 (king's moves) or 9 (king's moves and stay), found " + spec.moves(), "moves");
        }
        if (!(spec.noise() >= 0 && spec.noise() <= 1)) {
            fault("expected a probability between 0 and 1, found " + spec.noise(), "noise");
        }
        if (spec.maxSteps() < 1) {
            fault("expected a whole number of at least 1, found " + spec.maxSteps(), "max-steps");
        }
    }

    private void cells() {
        spec.cells().forEach((symbol, cell) -> {
            String name = symbol.toString();
            if (BUILT_IN.indexOf(symbol) >= 0) {
                fault("`" + name + "` has its meaning already: # is a wall, . is free, S is a start", "cells", name);
            }
            if (cell.to().isPresent() && (cell.ends() || cell.reset())) {
                fault("a cell with `to` cannot be terminal, an exit or a reset as well", "cells", name, "to");
            } else if (cell.reset() && cell.ends()) {
                fault("a cell either ends the episode or resets the agent, not both", "cells", name, "reset");
            }
        });
    }

    /// Whether the layout is a rectangle of known characters.
    private boolean layout() {
        List<String> layout = spec.layout();
        if (layout.isEmpty() || layout.getFirst().isEmpty()) {
            fault("expected at least one row of cells", "layout");
            return false;
        }
        int before = faults.size();
        int columns = layout.getFirst().length();
        for (int r = 0; r < layout.size(); r++) {
            String row = layout.get(r);
            if (row.length() != columns) {
                fault("this row has " + row.length() + " cells, the first one has " + columns, "layout", "" + r);
            }
            for (int c = 0; c < row.length(); c++) {
                char symbol = row.charAt(c);
                if (BUILT_IN.indexOf(symbol) < 0 && !spec.cells().containsKey(symbol) && !isTarget(symbol)) {
                    fault("`" + symbol + "` is not declared under `cells`", "layout", "" + r, "" + c);
                }
            }
        }
        return faults.size() == before;
    }

    private boolean isTarget(char symbol) {
        return spec.cells().values().stream().anyMatch(cell -> cell.to().equals(Optional.of(symbol)));
    }

    private void targets() {
        spec.cells().forEach((symbol, cell) -> cell.to().ifPresent(target -> {
            long found = spec.layout().stream()
                    .flatMapToInt(String::chars)
                    .filter(c -> c == target)
                    .count();
            if (found != 1 || target == '#') {
                fault(
                        "expected the character of exactly one cell that is not a wall; the layout has " + found + " `"
                                + target + "`",
                        "cells",
                        symbol.toString(),
                        "to");
            } else if (spec.cells().getOrDefault(target, CellSpec.FREE).reset()) {
                fault("the cell `" + target + "` resets the agent, so nothing can lead there", "cells",
                        symbol.toString(), "to");
            }
        }));
    }

    private void wind() {
        int columns = spec.layout().getFirst().length();
        if (!spec.wind().isEmpty() && spec.wind().size() != columns) {
            fault("expected one number a column: " + columns + " of them, found " + spec.wind().size(), "wind");
        }
        for (int c = 0; c < spec.wind().size(); c++) {
            if (spec.wind().get(c) < 0) {
                fault("expected 0 or more cells upward, found " + spec.wind().get(c), "wind", "" + c);
            }
        }
    }

    private void start() {
        if (spec.startState().isPresent()) {
            startState(spec.startState().get().replace(" ", ""));
        } else if (spec.layout().stream()
                .flatMapToInt(String::chars)
                .noneMatch(c -> c != '#'
                        && spec.cells().getOrDefault((char) c, CellSpec.FREE).canStart())) {
            fault("expected a cell to start in: an `S` or a free one", "layout");
        }
    }

    private void startState(String name) {
        for (int r = 0; r < spec.layout().size(); r++) {
            for (int c = 0; c < spec.layout().get(r).length(); c++) {
                if (name.equals(r + "," + c)) {
                    char symbol = spec.layout().get(r).charAt(c);
                    CellSpec cell = spec.cells().getOrDefault(symbol, CellSpec.FREE);
                    if (symbol == '#') {
                        fault("the cell " + name + " is a wall", "start-state");
                    } else if (!cell.canStart() && !cell.isExit()) {
                        fault("nobody can stand in the cell " + name, "start-state");
                    }
                    return;
                }
            }
        }
        fault(
                "expected a cell as row,column, from 0,0 to " + (spec.layout().size() - 1) + ","
                        + (spec.layout().getFirst().length() - 1) + ", found " + name,
                "start-state");
    }

    /// Where episodes are meant to end, they must be able to.
    private void endings() {
        if (spec.layout().stream().flatMapToInt(String::chars).noneMatch(this::ends)) {
            return;
        }
        var world = new GridWorld(spec);
        boolean[] canEnd = Endings.canEndFrom(world.model());
        for (int s = 0; s < canEnd.length; s++) {
            if (world.model().startProbability(s) > 0 && !canEnd[s]) {
                fault(
                        "no terminal cell can be reached from the start at " + world.layout().stateName(s),
                        "layout",
                        "" + world.layout().rowOf()[s],
                        "" + world.layout().columnOf()[s]);
            }
        }
    }

    private boolean ends(int symbol) {
        return spec.cells().getOrDefault((char) symbol, CellSpec.FREE).ends();
    }
}
