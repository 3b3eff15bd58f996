package rewardscope.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import rewardscope.agent.AgentType;
import rewardscope.agent.ParameterSpec;
import rewardscope.env.Environment;
import rewardscope.env.EnvironmentSpec;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.VectorEnvironment;
import rewardscope.env.bandit.BanditEnvironment;
import rewardscope.lesson.Fields;
import rewardscope.lesson.Nearest;
import rewardscope.lesson.Node;
import rewardscope.lesson.Problems;
import rewardscope.math.RandomStream;

/// Reads an agent: its type and the keys that the type declares.
final class AgentReader {
    private final Problems problems;
    private final Optional<Environment> environment;

    private AgentReader(Problems problems, Optional<Environment> environment) {
        this.problems = problems;
        this.environment = environment;
    }

    record Read(AgentType type, Map<String, Object> values) {}

    static Optional<Read> read(Node node, Optional<EnvironmentSpec> spec, long seed, Problems problems) {
        var world = spec.map(s -> s.create(RandomStream.named(seed, "environment")));
        return new AgentReader(problems, world).read(node);
    }

    private Optional<Read> read(Node node) {
        var fields = Fields.of(node, "the agent", problems);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        var names = Catalogue.all().stream().map(AgentType::name).toList();
        var typeNode = fields.get().required("type", "Write one of " + Nearest.listed(names));
        if (typeNode.isEmpty()) {
            return Optional.empty();
        }
        String name = typeNode.get() instanceof Node.Scalar scalar ? scalar.text() : "";
        var type = Catalogue.named(name);
        if (type.isEmpty()) {
            problems.at(
                    typeNode.get(),
                    "there is no agent " + (name.isEmpty() ? "of that kind" : "`" + name + "`"),
                    Nearest.cure(name, names));
            return Optional.empty();
        }
        int before = problems.count();
        fitting(type.get(), typeNode.get());
        var keys = new Fields(fields.get().mapping(), "the agent `" + name + "`", problems);
        keys.any("type");
        var values = new LinkedHashMap<String, Object>();
        for (ParameterSpec spec : type.get().parameters()) {
            keys.any(spec.name())
                    .flatMap(value -> value(spec, value, keys))
                    .ifPresent(value -> values.put(spec.name(), value));
        }
        keys.finish();
        return problems.count() == before ? Optional.of(new Read(type.get(), values)) : Optional.empty();
    }

    /// Says why an agent cannot work in the environment, and which ones can.
    private void fitting(AgentType type, Node at) {
        environment.flatMap(world -> type.needs().missingIn(world)).ifPresent(reason -> {
            var fit = Catalogue.all().stream()
                    .filter(other -> other.needs().missingIn(environment.get()).isEmpty())
                    .sorted((a, b) -> Boolean.compare(b.family() == type.family(), a.family() == type.family()))
                    .map(AgentType::name)
                    .toList();
            problems.at(
                    at,
                    "`" + type.name() + "` cannot work here: " + reason,
                    fit.isEmpty() ? "" : "Agents that can: " + Nearest.listed(fit));
        });
    }

    private Optional<? extends Object> value(ParameterSpec spec, Node node, Fields fields) {
        String what = "`" + spec.name() + "`";
        int before = problems.count();
        Optional<? extends Object> value =
                switch (spec) {
                    case ParameterSpec.Hyper hyper -> ScheduleReader.read(hyper, node, problems);
                    case ParameterSpec.Count count -> Optional.of(
                            fields.whole(spec.name(), count.initial(), count.min(), count.max()));
                    case ParameterSpec.Number number -> Optional.of(
                            fields.number(spec.name(), number.initial(), number.min(), number.max()));
                    case ParameterSpec.Flag flag -> Optional.of(fields.flag(spec.name(), flag.initial()));
                    case ParameterSpec.Choice choice -> fields.choice(spec.name(), choice.options());
                    case ParameterSpec.Counts counts -> {
                        var list = new ArrayList<Integer>();
                        for (Node item : fields.list(spec.name())) {
                            Fields.wholeOf(item, "each number of " + what, counts.min(), counts.max(), problems)
                                    .ifPresent(n -> list.add((int) n));
                        }
                        yield Optional.of(List.copyOf(list));
                    }
                    case ParameterSpec.Rows _ -> Optional.of(rows(node, what));
                    case ParameterSpec.PolicyTable _ -> policy(node, what);
                    case ParameterSpec.Script _ -> Optional.of(script(node, what));
                    case ParameterSpec.Scripts _ -> Optional.of(scripts(node, what));
                };
        return problems.count() == before ? value : Optional.empty();
    }

    private List<List<Double>> rows(Node node, String what) {
        if (!(node instanceof Node.Sequence sequence) || sequence.items().isEmpty()) {
            problems.at(node, what + " has to be a list of rows of numbers, and this is " + node.described(),
                    "Write for example `[[1, 0], [0, 1]]`");
            return List.of();
        }
        boolean nested = sequence.items().getFirst() instanceof Node.Sequence;
        var rows = new ArrayList<List<Double>>();
        for (Node item : nested ? sequence.items() : List.of(node)) {
            if (!(item instanceof Node.Sequence list)) {
                problems.at(item, "each row of " + what + " has to be a list of numbers, and this is "
                        + item.described(), "");
                return List.of();
            }
            var row = new ArrayList<Double>();
            for (Node number : list.items()) {
                Fields.numberOf(number, "each number of " + what, -1e12, 1e12, problems).ifPresent(row::add);
            }
            if (!rows.isEmpty() && row.size() != rows.getFirst().size()) {
                problems.at(item, "this row of " + what + " has " + row.size() + " numbers, and the first one has "
                        + rows.getFirst().size(), "Make all rows equally long");
            }
            rows.add(List.copyOf(row));
        }
        return List.copyOf(rows);
    }

    private Optional<Object> policy(Node node, String what) {
        if (environment.isEmpty()) {
            return Optional.empty();
        }
        if (environment.get() instanceof FiniteEnvironment finite) {
            return PolicyReader.read(node, what, finite.model(), finite.layout(), problems)
                    .map(policy -> policy);
        }
        problems.at(node, what + " needs an environment with numbered states", "");
        return Optional.empty();
    }

    private List<String> script(Node node, String what) {
        if (!(node instanceof Node.Sequence sequence)) {
            problems.at(node, what + " has to be a list of actions, and this is " + node.described(),
                    "Write `[" + String.join(", ", actionNames().stream().limit(2).toList()) + "]`");
            return List.of();
        }
        var script = new ArrayList<String>();
        sequence.items().forEach(item -> action(item, what).ifPresent(script::add));
        if (sequence.items().isEmpty()) {
            problems.at(node, what + " has no action in it", "");
        }
        return List.copyOf(script);
    }

    private List<List<String>> scripts(Node node, String what) {
        if (!(node instanceof Node.Sequence sequence)) {
            problems.at(node, what + " has to be a list of lists of actions, and this is " + node.described(), "");
            return List.of();
        }
        var scripts = new ArrayList<List<String>>();
        sequence.items().forEach(item -> scripts.add(script(item, "each list of " + what)));
        return List.copyOf(scripts);
    }

    /// An action by its name; of worlds without places also by its number; where any force may act, the force.
    private Optional<String> action(Node item, String what) {
        if (environment.isPresent()
                && environment.get() instanceof VectorEnvironment vector
                && vector.actionSpace() instanceof VectorEnvironment.ActionSpace.Box) {
            var force = Fields.numberOf(item, "each action of " + what, -1e6, 1e6, problems);
            return force.isPresent() ? Optional.of(Double.toString(force.getAsDouble())) : Optional.empty();
        }
        var action = Fields.textOf(item, "each action of " + what, problems);
        var names = actionNames();
        if (action.isPresent() && !names.isEmpty() && !isAction(action.get(), names)) {
            problems.at(item, "there is no action `" + action.get() + "` here", Nearest.cure(action.get(), names));
        }
        return action;
    }

    private boolean isAction(String action, List<String> names) {
        return environment.get() instanceof FiniteEnvironment
                ? names.contains(action)
                : new VectorEnvironment.ActionSpace.Discrete(names).number(action).isPresent();
    }

    /// The names of the actions; empty where any force may act, or the environment is not known.
    private List<String> actionNames() {
        return environment
                .map(world -> switch (world) {
                    case FiniteEnvironment finite -> finite.model().actionNames();
                    case BanditEnvironment bandit ->
                        IntStream.range(0, bandit.arms()).mapToObj(arm -> "arm " + arm).toList();
                    case VectorEnvironment vector
                    when vector.actionSpace() instanceof VectorEnvironment.ActionSpace.Discrete(List<String> names) ->
                        names;
                    default -> List.<String>of();
                })
                .orElse(List.of());
    }
}
