package rewardscope.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads the YAML of one exercise.
final class ExerciseReader {
    static final List<String> KINDS =
            List.of("number", "choice", "choices", "table", "policy", "predict", "tune", "text");

    private static final List<String> ALL_KEYS = List.of(
            "kind",
            "prompt",
            "answer",
            "tolerance",
            "hints",
            "explanation",
            "options",
            "simulation",
            "states",
            "actions",
            "pause",
            "parameters",
            "goal",
            "seeds",
            "share",
            "stop");

    private final Fields fields;
    private final Problems problems;
    private final Places places;

    private ExerciseReader(Fields fields, Places places) {
        this.fields = fields;
        problems = fields.problems();
        this.places = places;
    }

    /// The keys of a kind of exercise and what each has to be, found by letting it be read.
    static Map<String, Fields.Shape> shapes(String kind) {
        var nowhere = new Problems(Path.of(""));
        var mapping = new Node.Mapping(List.of(), 1, 1)
                .with(word("kind"), word(kind))
                .with(word("answer"), word("any")); // with an answer, the keys that belong to it are read too
        var fields = new Fields(mapping, "a look at the keys", nowhere);
        new ExerciseReader(fields, new Places()).read("any", 1, 1);
        return fields.shapes();
    }

    private static Node.Scalar word(String text) {
        return new Node.Scalar(text, Node.Kind.TEXT, 1, 1);
    }

    static Optional<Exercise> read(
            String id, Node node, Problems problems, Places places, int line, int column) {
        return Fields.of(node, "the exercise `" + id + "`", problems)
                .flatMap(fields -> new ExerciseReader(fields, places).read(id, line, column));
    }

    private Optional<Exercise> read(String id, int line, int column) {
        int before = problems.count();
        if (fields.required("kind", "Write one of " + Nearest.listed(KINDS)).isEmpty()) {
            fields.finish(ALL_KEYS);
            return Optional.empty();
        }
        var kind = fields.choice("kind", KINDS);
        if (kind.isEmpty()) {
            fields.finish(ALL_KEYS);
            return Optional.empty();
        }
        var task = new Exercise.Task(
                id,
                fields.required("prompt", "Write the question as `prompt: ...`")
                        .map(this::markdown)
                        .orElse(List.of()),
                fields.list("hints").stream().map(this::markdown).toList(),
                fields.any("explanation").map(this::markdown).orElse(List.of()),
                fields.text("simulation"),
                line,
                column);
        Optional<Exercise> exercise =
                switch (kind.get()) {
                    case "number" -> number(task);
                    case "choice" -> choice(task);
                    case "choices" -> choices(task);
                    case "table" -> table(task);
                    case "policy" -> policy(task);
                    case "predict" -> predict(task);
                    case "tune" -> tune(task);
                    default ->
                        fields.required("answer", "Write a model answer as `answer: ...`")
                                .map(a -> new Exercise.Text(task, markdown(a)));
                };
        fields.finish();
        return problems.count() == before ? exercise : Optional.empty();
    }

    private List<Block> markdown(Node node) {
        return Fields.textOf(node, "this", problems)
                .map(text -> MarkdownReader.value(node, text, problems, places))
                .orElse(List.of());
    }

    private double tolerance() {
        return fields.number("tolerance", 1e-6, 0, 1e9);
    }

    private Optional<Answer> answer() {
        return fields.required(
                        "answer", "Write it out, or compute it: `answer: {simulation: id, stop: {...}, read: ...}`")
                .flatMap(this::answer);
    }

    private Optional<Answer> answer(Node node) {
        if (!(node instanceof Node.Mapping mapping) || mapping.get("read").isEmpty()) {
            if (node instanceof Node.Mapping mapping && mapping.get("simulation").isPresent()) {
                problems.at(node, "the answer names a simulation and not what to read from it",
                        "Write `read: ...`, for example `read: \"q[3][down]\"`");
                return Optional.empty();
            }
            return Optional.of(new Answer.Literal(node));
        }
        var computed = new Fields(mapping, "a computed answer", problems);
        var simulation = computed.required("simulation", "Write the id of a simulation of this lesson")
                .flatMap(this::word);
        var read = computed.any("read").flatMap(this::word);
        var stop = computed.any("stop");
        var overrides = computed.mapping("set").map(Fields::mapping);
        computed.finish();
        if (simulation.isEmpty() || read.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Answer.Computed(simulation.get(), stop, overrides, read.get(), node));
    }

    private Optional<Node.Scalar> word(Node node) {
        if (node instanceof Node.Scalar scalar && scalar.kind() != Node.Kind.EMPTY) {
            return Optional.of(scalar);
        }
        problems.at(
                node,
                "this has to be a text, and it is " + node.described(),
                node instanceof Node.Sequence ? "Put it in quotes" : "");
        return Optional.empty();
    }

    private List<Exercise.Option> options(int atLeast) {
        var options = new ArrayList<Exercise.Option>();
        for (Node item : fields.list("options")) {
            if (item instanceof Node.Mapping mapping) {
                var option = new Fields(mapping, "an option", problems);
                var text = option.required("text", "Write `text: ...`").flatMap(this::word);
                var feedback = option.any("feedback").map(this::markdown).orElse(List.of());
                var range = range(option);
                option.finish();
                text.ifPresent(t -> options.add(new Exercise.Option(t.text(), markdown(t), feedback, range)));
            } else {
                word(item).ifPresent(t -> options.add(new Exercise.Option(t.text(), markdown(t), List.of(), Optional.empty())));
            }
        }
        if (options.size() < atLeast) {
            problems.at(
                    fields.any("options").orElse(fields.mapping()),
                    "there have to be at least " + atLeast + " options",
                    "Write them as a list: `options: [..., ...]`");
        }
        long different = options.stream().map(Exercise.Option::words).distinct().count();
        if (different < options.size()) {
            problems.at(fields.any("options").orElse(fields.mapping()), "two options are the same", "");
        }
        return List.copyOf(options);
    }

    private static Optional<Exercise.Range> range(Fields option) {
        OptionalDouble atLeast = option.number("at-least", -1e300, 1e300);
        OptionalDouble below = option.number("below", -1e300, 1e300);
        return atLeast.isEmpty() && below.isEmpty()
                ? Optional.empty()
                : Optional.of(new Exercise.Range(
                        atLeast.orElse(Double.NEGATIVE_INFINITY), below.orElse(Double.POSITIVE_INFINITY)));
    }

    private Optional<Exercise> number(Exercise.Task task) {
        double tolerance = tolerance();
        return answer().map(a -> new Exercise.Number(task, a, tolerance));
    }

    private Optional<Exercise> choice(Exercise.Task task) {
        var options = options(2);
        var answer = answer();
        if (answer.isPresent() && answer.get() instanceof Answer.Literal(Node value)) {
            AnswerShapes.option(value, options, problems);
        }
        return answer.map(a -> new Exercise.Choice(task, options, a));
    }

    private Optional<Exercise> choices(Exercise.Task task) {
        var options = options(2);
        var answer = answer();
        if (answer.isPresent() && answer.get() instanceof Answer.Literal(Node value)) {
            var named = value instanceof Node.Sequence sequence ? sequence.items() : List.of(value);
            named.forEach(item -> AnswerShapes.option(item, options, problems));
        }
        return answer.map(a -> new Exercise.Choices(task, options, a));
    }

    private Optional<Exercise> table(Exercise.Task task) {
        fields.required("states", "List the states to be filled in: `states: [0, 1, 2]`");
        var states = fields.texts("states");
        var actions = fields.texts("actions");
        double tolerance = tolerance();
        return answer().map(a -> new Exercise.Table(task, states, actions, a, tolerance));
    }

    private Optional<Exercise> policy(Exercise.Task task) {
        var states = fields.texts("states");
        return answer().map(a -> new Exercise.Policy(task, states, a));
    }

    private Optional<Exercise> predict(Exercise.Task task) {
        double tolerance = tolerance();
        var pause = fields.any("pause");
        var options = options(0);
        var answer = answer();
        if (answer.isPresent() && !(answer.get() instanceof Answer.Computed)) {
            problems.at(
                    fields.any("answer").orElse(fields.mapping()),
                    "a prediction is answered by the run itself",
                    "Write `answer: {simulation: id, stop: {...}, read: ...}`");
        }
        return answer.map(a -> new Exercise.Predict(task, pause, a, tolerance, options));
    }

    private Optional<Exercise> tune(Exercise.Task task) {
        if (task.simulation().isEmpty()) {
            problems.at(fields.mapping(), "`simulation` is missing in " + fields.owner(), "Write its id");
        }
        fields.required("parameters", "List what may be changed: `parameters: [agent.alpha]`");
        var parameters = fields.texts("parameters");
        int seeds = fields.whole("seeds", 20, 1, 1000);
        double share = fields.number("share", 1, 0, 1);
        var stop = fields.any("stop");
        var answer = fields.mapping("answer").map(Fields::mapping);
        answer.ifPresent(given -> named(given, parameters));
        return fields.required("goal", "Write `goal: {read: \"episodes[-1].length\", at-most: 10}`")
                .flatMap(this::goal)
                .map(goal -> new Exercise.Tune(task, parameters, stop, goal, seeds, share, answer));
    }

    /// An answer to a `tune` exercise sets each of its parameters and nothing else.
    private void named(Node.Mapping answer, List<String> parameters) {
        for (Node.Entry entry : answer.entries()) {
            String path = entry.key().text();
            if (!parameters.contains(path)) {
                problems.at(entry.key(), "`" + path + "` is not among the parameters", Nearest.cure(path, parameters));
            }
        }
        parameters.stream()
                .filter(path -> answer.get(path).isEmpty())
                .forEach(path -> problems.at(answer, "the answer does not set `" + path + "`", "Write `" + path + ": ...`"));
    }

    private Optional<Exercise.Goal> goal(Node node) {
        var goal = Fields.of(node, "the goal", problems);
        if (goal.isEmpty()) {
            return Optional.empty();
        }
        var read = goal.get().required("read", "Write what to read from the results").flatMap(this::word);
        OptionalDouble atLeast = goal.get().number("at-least", -1e300, 1e300);
        OptionalDouble atMost = goal.get().number("at-most", -1e300, 1e300);
        goal.get().finish();
        if (atLeast.isEmpty() && atMost.isEmpty()) {
            problems.at(node, "the goal has no bound", "Write `at-least: ...` or `at-most: ...`, or both");
        }
        return read.map(r -> new Exercise.Goal(
                r, atLeast.orElse(Double.NEGATIVE_INFINITY), atMost.orElse(Double.POSITIVE_INFINITY)));
    }
}
