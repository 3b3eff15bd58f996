package rewardscope.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rewardscope.env.EnvironmentSpec;
import rewardscope.env.mdp.MdpSpec;
import rewardscope.lesson.Fields;
import rewardscope.lesson.Node;

/// Reads an `mdp`.
final class MdpReader {
    private static final int MOST_PAIRS = 1_000_000;

    private MdpReader() {}

    static EnvironmentSpec read(Fields fields) {
        fields.required("states", "List their names: `states: [A, B]`");
        fields.required("actions", "List their names: `actions: [left, right]`");
        fields.required(
                "transitions", "List them: `transitions: [{from: A, action: left, to: B, p: 1, reward: 0}]`");
        var states = fields.texts("states");
        var actions = fields.texts("actions");
        if ((long) states.size() * actions.size() > MOST_PAIRS) {
            fields.problems().at(fields.mapping(), "there are more than " + MOST_PAIRS + " states with actions", "");
        }
        return new MdpSpec(
                states,
                actions,
                transitions(fields),
                fields.texts("terminal"),
                start(fields),
                GridReader.maxSteps(fields),
                GridReader.startState(fields));
    }

    private static List<MdpSpec.Step> transitions(Fields fields) {
        var steps = new ArrayList<MdpSpec.Step>();
        for (Node item : fields.list("transitions")) {
            Fields.of(item, "a transition", fields.problems()).ifPresent(step -> {
                String from = text(step, "from");
                String action = text(step, "action");
                String to = text(step, "to");
                double p = step.number("p", 1, 0, 1);
                double reward = step.number("reward", 0, -1e12, 1e12);
                step.finish();
                steps.add(new MdpSpec.Step(from, action, to, p, reward));
            });
        }
        return steps;
    }

    private static String text(Fields step, String key) {
        return step.required(key, "Write `" + key + ": ...`")
                .flatMap(node -> Fields.textOf(node, "`" + key + "`", step.problems()))
                .orElse("");
    }

    /// One state, several equally likely ones, or probabilities by state.
    private static Map<String, Double> start(Fields fields) {
        var start = new LinkedHashMap<String, Double>();
        if (fields.any("start").orElse(null) instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                Fields.numberOf(entry.value(), "a probability of `start`", 0, 1, fields.problems())
                        .ifPresent(p -> start.put(entry.key().text(), p));
            }
            return start;
        }
        var names = fields.texts("start");
        names.forEach(name -> start.put(name, 1.0 / names.size()));
        return start;
    }
}
