package rewardscope.env.mdp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import rewardscope.env.Endings;
import rewardscope.env.EnvironmentSpec.Fault;

/// Finds everything that is wrong with a written-out MDP.
final class MdpFaults {
    private static final double ROUNDING = 1e-9;

    private final MdpSpec spec;
    private final Set<String> states;
    private final Set<String> actions;
    private final Set<String> terminal;
    private final List<Fault> faults = new ArrayList<>();

    private MdpFaults(MdpSpec spec) {
        this.spec = spec;
        states = new HashSet<>(spec.states());
        actions = new HashSet<>(spec.actions());
        terminal = new HashSet<>(spec.terminal());
    }

    static List<Fault> of(MdpSpec spec) {
        var check = new MdpFaults(spec);
        check.names("states", spec.states());
        check.names("actions", spec.actions());
        check.terminal();
        check.transitions();
        check.start();
        if (check.faults.isEmpty()) {
            check.endings();
        }
        return List.copyOf(check.faults);
    }

    private void fault(String message, String... path) {
        faults.add(new Fault(List.of(path), message));
    }

    private void names(String key, List<String> names) {
        if (names.isEmpty()) {
            fault("expected at least one name", key);
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < names.size(); i++) {
            if (!seen.add(names.get(i))) {
                fault("`" + names.get(i) + "` is named twice", key, "" + i);
            }
        }
    }

    private void known(String name, Set<String> names, String key, String... path) {
        if (!names.contains(name)) {
            fault("`" + name + "` is not one of the `" + key + "`", path);
        }
    }

    private void terminal() {
        for (int i = 0; i < spec.terminal().size(); i++) {
            known(spec.terminal().get(i), states, "states", "terminal", "" + i);
        }
        if (terminal.containsAll(states)) {
            fault("expected a state that is not terminal", "terminal");
        }
    }

    private record Pair(String from, String action) {}

    private void transitions() {
        var sums = new LinkedHashMap<Pair, Double>();
        var firstOf = new LinkedHashMap<Pair, Integer>();
        var left = new HashSet<String>();
        for (int i = 0; i < spec.transitions().size(); i++) {
            MdpSpec.Step step = spec.transitions().get(i);
            known(step.from(), states, "states", "transitions", "" + i, "from");
            known(step.action(), actions, "actions", "transitions", "" + i, "action");
            known(step.to(), states, "states", "transitions", "" + i, "to");
            if (terminal.contains(step.from())) {
                fault("`" + step.from() + "` is terminal, so nothing follows it", "transitions", "" + i, "from");
            }
            if (!(step.p() >= 0 && step.p() <= 1)) {
                fault("expected a probability between 0 and 1, found " + step.p(), "transitions", "" + i, "p");
            }
            var pair = new Pair(step.from(), step.action());
            sums.merge(pair, step.p(), Double::sum);
            firstOf.putIfAbsent(pair, i);
            left.add(step.from());
        }
        sums.forEach((pair, sum) -> {
            if (!(Math.abs(sum - 1) <= ROUNDING)) {
                fault(
                        "the probabilities of `" + pair.action() + "` from `" + pair.from() + "` sum to " + sum
                                + ", expected 1",
                        "transitions",
                        "" + firstOf.get(pair));
            }
        });
        for (int i = 0; i < spec.states().size(); i++) {
            String name = spec.states().get(i);
            if (!left.contains(name) && !terminal.contains(name)) {
                fault("no transition leaves `" + name + "`, and it is not `terminal`", "states", "" + i);
            }
        }
    }

    private void start() {
        if (spec.maxSteps() < 1) {
            fault("expected a whole number of at least 1, found " + spec.maxSteps(), "max-steps");
        }
        spec.startState().ifPresent(name -> startsIn(name, "start-state"));
        double sum = 0;
        for (var entry : spec.start().entrySet()) {
            startsIn(entry.getKey(), "start", entry.getKey());
            sum += entry.getValue();
        }
        if (!spec.start().isEmpty() && !(Math.abs(sum - 1) <= ROUNDING)) {
            fault("the probabilities of the start states sum to " + sum + ", expected 1", "start");
        }
    }

    private void startsIn(String name, String... path) {
        known(name, states, "states", path);
        if (terminal.contains(name)) {
            fault("`" + name + "` is terminal, so no episode can start there", path);
        }
    }

    /// Where episodes are meant to end, they must be able to.
    private void endings() {
        if (terminal.isEmpty()) {
            return;
        }
        var model = spec.model();
        boolean[] canEnd = Endings.canEndFrom(model);
        for (int s = 0; s < canEnd.length; s++) {
            if (model.startProbability(s) > 0 && !canEnd[s]) {
                fault("no terminal state can be reached from the start `" + spec.states().get(s) + "`", "terminal");
            }
        }
    }
}
