package rewardscope.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import rewardscope.agent.TabularPolicy;
import rewardscope.env.FiniteMdp;
import rewardscope.env.Layout;
import rewardscope.lesson.Fields;
import rewardscope.lesson.Nearest;
import rewardscope.lesson.Node;
import rewardscope.lesson.Problems;

/// Reads a policy: `uniform`; one action, or probabilities by action, for every state; or these by state. States are
/// named in a mapping, or listed in order; a grid may be listed row by row.
final class PolicyReader {
    private final FiniteMdp model;
    private final Layout layout;
    private final Problems problems;
    private final double[][] probability;

    private PolicyReader(FiniteMdp model, Layout layout, Problems problems) {
        this.model = model;
        this.layout = layout;
        this.problems = problems;
        probability = new double[model.states()][model.actions()];
    }

    static Optional<TabularPolicy> read(
            Node node, String what, FiniteMdp model, Layout layout, Problems problems) {
        if (node instanceof Node.Scalar scalar && scalar.text().equals("uniform")) {
            return Optional.of(TabularPolicy.uniform(model));
        }
        int before = problems.count();
        var reader = new PolicyReader(model, layout, problems);
        switch (node) {
            case Node.Scalar scalar -> reader.everywhere(scalar, what);
            case Node.Mapping mapping when reader.namesActionsAlone(mapping) -> reader.everywhere(mapping);
            case Node.Mapping mapping -> reader.named(mapping, what);
            case Node.Sequence sequence -> reader.listed(sequence, what);
        }
        if (problems.count() == before) {
            reader.complete(node, what);
        }
        return problems.count() == before ? Optional.of(new TabularPolicy(reader.probability)) : Optional.empty();
    }

    private void everywhere(Node.Scalar scalar, String what) {
        int action = model.actionNames().indexOf(scalar.text());
        if (action < 0) {
            var known = new ArrayList<>(model.actionNames());
            known.add("uniform");
            problems.at(scalar, what + " has to be a policy, and this is " + scalar.described(),
                    Nearest.cure(scalar.text(), known));
            return;
        }
        for (int s = 0; s < probability.length; s++) {
            if (model.available(s, action)) {
                probability[s][action] = 1;
            }
        }
    }

    /// Whether every key is an action and none a state.
    private boolean namesActionsAlone(Node.Mapping mapping) {
        return !mapping.entries().isEmpty()
                && mapping.entries().stream()
                        .map(entry -> entry.key().text())
                        .allMatch(key -> model.actionNames().contains(key) && layout.stateNamed(key).isEmpty());
    }

    /// The same probabilities in every state that is not terminal.
    private void everywhere(Node.Mapping mapping) {
        int before = problems.count();
        for (int s = 0; s < probability.length && problems.count() == before; s++) {
            if (!model.terminal(s)) {
                state(s, mapping);
            }
        }
    }

    private void named(Node.Mapping mapping, String what) {
        var names = IntStream.range(0, model.states()).mapToObj(layout::stateName).toList();
        for (Node.Entry entry : mapping.entries()) {
            var state = layout.stateNamed(entry.key().text());
            if (state.isEmpty()) {
                problems.at(
                        entry.key(),
                        "there is no state `" + entry.key().text() + "` in " + what,
                        Nearest.to(entry.key().text(), names)
                                .map(name -> "Did you mean `" + name + "`?")
                                .orElse("The first one is `" + names.getFirst() + "`, the last one `"
                                        + names.getLast() + "`"));
            } else {
                state(state.getAsInt(), entry.value());
            }
        }
    }

    private void listed(Node.Sequence list, String what) {
        if (layout instanceof Layout.Grid grid && list.items().stream().allMatch(i -> i instanceof Node.Sequence)) {
            rows(list, grid, what);
            return;
        }
        var acting = IntStream.range(0, model.states()).filter(s -> !model.terminal(s)).toArray();
        int n = list.items().size();
        if (n != model.states() && n != acting.length) {
            problems.at(
                    list,
                    what + " has " + n + " actions for " + acting.length + " states",
                    "Write one action for each state, in order");
            return;
        }
        for (int i = 0; i < n; i++) {
            int s = n == model.states() ? i : acting[i];
            if (!model.terminal(s)) {
                state(s, list.items().get(i));
            }
        }
    }

    private void rows(Node.Sequence list, Layout.Grid grid, String what) {
        if (list.items().size() != grid.rows()) {
            problems.at(list, what + " has " + list.items().size() + " rows, and the layout has " + grid.rows(), "");
            return;
        }
        for (int r = 0; r < grid.rows(); r++) {
            List<Node> row = ((Node.Sequence) list.items().get(r)).items();
            if (row.size() != grid.columns()) {
                problems.at(
                        list.items().get(r),
                        "this row has " + row.size() + " actions, and the layout has " + grid.columns() + " columns",
                        "");
                continue;
            }
            for (int c = 0; c < row.size(); c++) {
                int s = grid.stateAt()[r][c];
                if (s >= 0 && !model.terminal(s)) {
                    state(s, row.get(c));
                }
            }
        }
    }

    private void state(int s, Node node) {
        if (node instanceof Node.Mapping mapping) {
            double sum = 0;
            for (Node.Entry entry : mapping.entries()) {
                int a = action(s, entry.key());
                var p = Fields.numberOf(entry.value(), "a probability", 0, 1, problems);
                if (a >= 0 && p.isPresent()) {
                    probability[s][a] = p.getAsDouble();
                    sum += p.getAsDouble();
                }
            }
            if (Math.abs(sum - 1) > 1e-9) {
                problems.at(node, "the probabilities in state " + layout.stateName(s) + " sum to " + sum,
                        "Make them sum to 1");
            }
            return;
        }
        if (node instanceof Node.Scalar scalar) {
            int a = action(s, scalar);
            if (a >= 0) {
                probability[s][a] = 1;
            }
            return;
        }
        problems.at(node, "a state needs an action, and this is " + node.described(), "");
    }

    private int action(int s, Node.Scalar name) {
        int a = model.actionNames().indexOf(name.text());
        if (a >= 0 && model.available(s, a)) {
            return a;
        }
        var available = IntStream.of(model.availableActions(s)).mapToObj(model::actionName).toList();
        problems.at(
                name,
                "the action `" + name.text() + "` cannot be taken in state " + layout.stateName(s),
                available.isEmpty() ? "It is terminal: leave it out" : Nearest.cure(name.text(), available));
        return -1;
    }

    /// A state with a single action needs no word; every other one does.
    private void complete(Node node, String what) {
        var missing = new ArrayList<String>();
        for (int s = 0; s < probability.length; s++) {
            int[] available = model.availableActions(s);
            if (available.length > 0 && Arrays.stream(probability[s]).sum() == 0) {
                if (available.length == 1) {
                    probability[s][available[0]] = 1;
                } else {
                    missing.add(layout.stateName(s));
                }
            }
        }
        if (!missing.isEmpty()) {
            problems.at(
                    node,
                    what + " says nothing about the state " + missing.getFirst()
                            + (missing.size() > 1 ? " and " + (missing.size() - 1) + " more" : ""),
                    "Write an action for each state");
        }
    }
}
