package rewardscope.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rewardscope.env.EnvironmentSpec;
import rewardscope.env.MdpEnvironment;
import rewardscope.env.grid.CellSpec;
import rewardscope.env.grid.GridSpec;
import rewardscope.env.maze.ContinuousMazeSpec;
import rewardscope.lesson.Fields;
import rewardscope.lesson.Node;
import rewardscope.lesson.Problems;

/// Reads a `gridworld` or a `maze`.
final class GridReader {
    private static final int MOST_CELLS = 40_000;
    private static final double LARGE = 1e12;

    private GridReader() {}

    static EnvironmentSpec read(Fields fields, boolean maze) {
        if (maze && fields.flag("continuous", false)) {
            double step = fields.number("step", 0.1, -LARGE, LARGE);
            var startState = ControlReader.numbers(fields, "start-state");
            return new ContinuousMazeSpec(grid(fields, true, Optional.empty()), step, startState);
        }
        if (maze) {
            fields.refuse("step", "it belongs to `continuous: true`");
        }
        return grid(fields, maze, startState(fields));
    }

    private static GridSpec grid(Fields fields, boolean maze, Optional<String> startState) {
        return new GridSpec(
                maze,
                layout(fields),
                cells(fields),
                fields.number("step-reward", 0, -LARGE, LARGE),
                fields.number("bump-reward", 0, -LARGE, LARGE),
                fields.whole("moves", 4, -1000, 1000),
                fields.number("noise", 0, 0, 1),
                wind(fields),
                fields.flag("stochastic-wind", false),
                maxSteps(fields),
                startState);
    }

    /// The limit on the length of an episode, shared by all environments.
    static int maxSteps(Fields fields) {
        return fields.whole("max-steps", MdpEnvironment.UNLIMITED, 1, MdpEnvironment.UNLIMITED);
    }

    /// The name of a state: as it is, a number, or a list of numbers.
    static Optional<String> startState(Fields fields) {
        return fields.any("start-state").flatMap(node -> {
            if (node instanceof Node.Sequence list) {
                var parts = new ArrayList<String>();
                list.items().forEach(item -> Fields.wholeOf(item, "each number of `start-state`", 0, 1_000_000,
                                fields.problems())
                        .ifPresent(n -> parts.add(Long.toString(n))));
                return Optional.of(String.join(",", parts));
            }
            return Fields.textOf(node, "`start-state`", fields.problems()).map(name -> name.replace(" ", ""));
        });
    }

    private static List<String> layout(Fields fields) {
        Problems problems = fields.problems();
        var node = fields.required("layout", "Draw it in rows: `layout: |` and the rows below, indented");
        if (node.isEmpty()) {
            return List.of();
        }
        var rows = new ArrayList<String>();
        switch (node.get()) {
            case Node.Scalar scalar ->
                scalar.text().stripTrailing().lines().map(String::stripTrailing).forEach(rows::add);
            case Node.Sequence list -> {
                for (Node item : list.items()) {
                    Fields.textOf(item, "each row of `layout`", problems).ifPresent(rows::add);
                }
            }
            case Node.Mapping _ -> problems.at(node.get(), "`layout` has to be rows of characters", "");
        }
        long cells = rows.stream().mapToLong(String::length).sum();
        if (cells > MOST_CELLS) {
            problems.at(node.get(), "`layout` has " + cells + " cells", "At most " + MOST_CELLS + " can be drawn");
        } else if (rows.stream().allMatch(row -> row.chars().allMatch(c -> c == '#'))) {
            problems.at(node.get(), "`layout` has no free cell", "Write `.` for a free cell, `S` for the start");
        }
        return rows;
    }

    private static Map<Character, CellSpec> cells(Fields fields) {
        var cells = new LinkedHashMap<Character, CellSpec>();
        var below = fields.mapping("cells");
        if (below.isPresent()) {
            for (Node.Entry entry : below.get().mapping().entries()) {
                String symbol = entry.key().text();
                if (symbol.length() != 1) {
                    fields.problems()
                            .at(entry.key(), "a cell is known by one character, and this is `" + symbol + "`", "");
                    continue;
                }
                Fields.of(entry.value(), "the cell `" + symbol + "`", fields.problems())
                        .ifPresent(cell -> cells.put(symbol.charAt(0), cell(cell)));
            }
        }
        return cells;
    }

    private static CellSpec cell(Fields cell) {
        var spec = new CellSpec(
                cell.number("reward", 0, -LARGE, LARGE),
                cell.flag("terminal", false),
                cell.choice("collect", List.of("enter", "exit"))
                        .map(word -> word.equals("exit") ? CellSpec.Collect.EXIT : CellSpec.Collect.ENTER)
                        .orElse(CellSpec.Collect.ENTER),
                cell.text("to").flatMap(to -> target(cell, to)),
                cell.flag("reset", false));
        cell.finish();
        return spec;
    }

    private static Optional<Character> target(Fields cell, String to) {
        if (to.length() != 1) {
            cell.problems().at(cell.mapping().get("to").orElse(cell.mapping()),
                    "`to` has to be one character of the layout, and this is `" + to + "`", "");
            return Optional.empty();
        }
        return Optional.of(to.charAt(0));
    }

    private static List<Integer> wind(Fields fields) {
        var wind = new ArrayList<Integer>();
        for (Node item : fields.list("wind")) {
            Fields.wholeOf(item, "each number of `wind`", -1000, 1000, fields.problems())
                    .ifPresent(n -> wind.add((int) n));
        }
        return wind;
    }
}
