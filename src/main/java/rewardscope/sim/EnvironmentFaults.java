package rewardscope.sim;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rewardscope.env.EnvironmentSpec;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.FiniteMdp;
import rewardscope.env.Layout;
import rewardscope.lesson.Node;
import rewardscope.lesson.Problem;
import rewardscope.lesson.Problems;
import rewardscope.math.RandomStream;

/// Finds the place in the text of what an environment says is wrong with it.
final class EnvironmentFaults {
    private EnvironmentFaults() {}

    static void report(EnvironmentSpec.Fault fault, Node.Mapping environment, Problems problems) {
        List<String> path = fault.path();
        Node at = environment;
        for (int i = 0; i < path.size(); i++) {
            Optional<Node> below = below(at, path.get(i));
            if (below.isEmpty()) {
                if (at instanceof Node.Scalar block) {
                    inBlock(block, path.subList(i, path.size()), named(fault), problems);
                    return;
                }
                break;
            }
            at = below.get();
        }
        problems.at(at, named(fault), "");
    }

    /// The keys of an environment whose values have a problem.
    static Set<String> keysWith(List<Problem> problems, Node.Mapping environment) {
        var keys = new HashSet<String>();
        List<Node.Entry> entries = environment.entries();
        for (Problem problem : problems) {
            entries.stream()
                    .filter(entry -> isBefore(entry.key(), problem))
                    .reduce((earlier, later) -> isBefore(earlier.key(), later.key()) ? later : earlier)
                    .ifPresent(entry -> keys.add(entry.key().text()));
        }
        return keys;
    }

    private static boolean isBefore(Node node, Problem problem) {
        return node.line() < problem.line() || node.line() == problem.line() && node.column() <= problem.column();
    }

    private static boolean isBefore(Node node, Node other) {
        return node.line() < other.line() || node.line() == other.line() && node.column() <= other.column();
    }

    private static String named(EnvironmentSpec.Fault fault) {
        String key = fault.path().stream()
                .filter(step -> !step.isEmpty() && !Character.isDigit(step.charAt(0)))
                .reduce((first, second) -> second)
                .orElse("");
        return fault.message().startsWith("expected") && !key.isEmpty()
                ? "`" + key + "`: " + fault.message()
                : fault.message();
    }

    private static Optional<Node> below(Node node, String step) {
        return switch (node) {
            case Node.Mapping mapping -> mapping.get(step);
            case Node.Sequence list when step.matches("[0-9]{1,6}")
                            && Integer.parseInt(step) < list.items().size() ->
                Optional.of(list.items().get(Integer.parseInt(step)));
            default -> Optional.empty();
        };
    }

    /// A row and a column in a block of text.
    private static void inBlock(Node.Scalar block, List<String> rowAndColumn, String message, Problems problems) {
        var numbers = rowAndColumn.stream()
                .filter(n -> n.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .toList();
        if (numbers.isEmpty() || block.blockColumn() == 0) {
            boolean row = rowAndColumn.size() == 1 && numbers.size() == 2;
            problems.at(block, message, row ? "Row " + (numbers.getFirst() + 1) : "");
            return;
        }
        int column = numbers.size() > 1 ? numbers.get(1) : 0;
        problems.at(block.line() + 1 + numbers.getFirst(), block.blockColumn() + column, message, "");
    }

    /// Reports places that an author gave a meaning and that no way leads to: a cell that ends the episode or pays, a
    /// terminal state.
    static void unreachable(EnvironmentSpec spec, Node.Mapping environment, Problems problems) {
        if (!(spec.create(RandomStream.named(0, "environment")) instanceof FiniteEnvironment finite)) {
            return;
        }
        boolean[] reached = reached(finite.model());
        for (int s = 0; s < reached.length; s++) {
            if (reached[s]) {
                continue;
            }
            switch (finite.layout()) {
                case Layout.Grid grid -> {
                    int r = grid.rowOf()[s];
                    int c = grid.columnOf()[s];
                    Layout.Cell cell = grid.cells().get(r).get(c);
                    boolean sendsBack = finite.model().terminal(s) && !cell.terminal();
                    if (!sendsBack && (cell.terminal() || cell.reward() != 0)) {
                        report(
                                new EnvironmentSpec.Fault(
                                        List.of("layout", "" + r, "" + c),
                                        "the cell `" + cell.symbol() + "` at " + r + "," + c
                                                + " cannot be reached from the start"),
                                environment,
                                problems);
                    }
                }
                case Layout.Graph graph -> {
                    if (graph.terminal()[s]) {
                        report(
                                new EnvironmentSpec.Fault(
                                        List.of("terminal"),
                                        "the terminal state `" + graph.stateName(s)
                                                + "` cannot be reached from the start"),
                                environment,
                                problems);
                    }
                }
                case Layout.Track _ -> {}
            }
        }
    }

    private static boolean[] reached(FiniteMdp model) {
        var reached = new boolean[model.states()];
        var waiting = new ArrayDeque<Integer>();
        for (int s = 0; s < reached.length; s++) {
            if (model.startProbability(s) > 0) {
                reached[s] = true;
                waiting.add(s);
            }
        }
        while (!waiting.isEmpty()) {
            int s = waiting.remove();
            for (int k = model.first(s, 0); k < model.last(s, model.actions() - 1); k++) {
                if (model.probability(k) > 0 && !reached[model.next(k)]) {
                    reached[model.next(k)] = true;
                    waiting.add(model.next(k));
                }
            }
        }
        return reached;
    }
}
