package rewardscope.sim;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import rewardscope.lesson.Answer;
import rewardscope.lesson.Exercise;
import rewardscope.lesson.Expected;
import rewardscope.lesson.Nearest;
import rewardscope.lesson.Node;
import rewardscope.lesson.Problems;
import rewardscope.lesson.Response;

/// Finds the right answer to an exercise: written out by the author, or computed by a run.
public final class ExperimentAnswers {
    /// A run that answers a question is not longer than this.
    private static final long MOST_ACTS = 20_000_000;

    private final LessonChecker.Checked lesson;
    private final Problems problems;

    private ExperimentAnswers(LessonChecker.Checked lesson, Problems problems) {
        this.lesson = lesson;
        this.problems = problems;
    }

    /// Empty if the exercise has no single right answer (`tune`, `text`), or a problem was added.
    public static Optional<Expected> expected(Exercise exercise, LessonChecker.Checked lesson, Problems problems) {
        var answers = new ExperimentAnswers(lesson, problems);
        return switch (exercise) {
            case Exercise.Number number -> answers.number(number.answer());
            case Exercise.Choice choice -> answers.choice(choice.answer(), choice.options(), true);
            case Exercise.Choices choices -> answers.choice(choices.answer(), choices.options(), false);
            case Exercise.Table table -> answers.table(table);
            case Exercise.Policy policy -> answers.policy(policy);
            case Exercise.Predict predict -> answers.predict(predict);
            case Exercise.Tune _, Exercise.Text _ -> Optional.empty();
        };
    }

    /// The experiment that a computed answer runs.
    private Optional<Experiment> experiment(Answer.Computed answer) {
        String id = answer.simulation().text();
        var simulation = lesson.lesson().simulations().get(id);
        if (simulation == null) {
            if (!lesson.lesson().unread().contains(id)) {
                problems.at(
                        answer.simulation(),
                        "there is no simulation `" + id + "` in this lesson",
                        Nearest.cure(id, lesson.lesson().simulations().keySet()));
            }
            return Optional.empty();
        }
        if (!lesson.experiments().containsKey(id)) {
            return Optional.empty(); // its own problems say why
        }
        int before = problems.count();
        Node.Mapping root = simulation.experiment();
        if (answer.stop().isPresent()) {
            var key = new Node.Scalar("stop", Node.Kind.TEXT, answer.place().line(), answer.place().column());
            root = root.with(key, answer.stop().get());
        }
        if (answer.overrides().isPresent()) {
            root = ExperimentOverride.apply(answer.overrides().get(), root, problems);
        }
        return problems.count() == before ? ExperimentReader.read(root, problems) : Optional.empty();
    }

    private Optional<ResultsReader.Value> value(Answer.Computed answer) {
        var experiment = experiment(answer);
        if (experiment.isEmpty()) {
            return Optional.empty();
        }
        try {
            Results results = ExperimentRun.run(experiment.get(), MOST_ACTS, Optional.empty());
            if (!results.reached()) {
                problems.at(
                        answer.place(),
                        "the run did not come to its stop within " + MOST_ACTS + " acts",
                        "Give the answer a `stop` that is reached, or the environment `max-steps`");
                return Optional.empty();
            }
            return Optional.of(ResultsReader.read(answer.read().text(), results));
        } catch (ResultsReader.Unreadable e) {
            problems.at(answer.read(), e.message(), e.cure());
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            problems.at(answer.place(), "the run failed: " + Failures.reason(e), "");
        }
        return Optional.empty();
    }

    private Optional<Expected> wrongKind(Answer.Computed answer, String wanted) {
        problems.at(answer.read(), "`" + answer.read().text() + "` is not " + wanted, "");
        return Optional.empty();
    }

    private Optional<Expected> number(Answer answer) {
        return switch (answer) {
            case Answer.Literal(Node node) -> number(node).map(Expected.Number::new);
            case Answer.Computed computed ->
                value(computed).flatMap(value -> switch (value) {
                    case ResultsReader.Value.Number(double x) -> Optional.of(new Expected.Number(x));
                    default -> wrongKind(computed, "a number");
                });
        };
    }

    private Optional<Double> number(Node node) {
        if (node instanceof Node.Scalar scalar) {
            var value = scalar.number().isPresent() ? scalar.number() : Response.number(scalar.text());
            if (value.isPresent()) {
                return Optional.of(value.getAsDouble());
            }
        }
        problems.at(node, "the answer has to be a number, and this is " + node.described(), "");
        return Optional.empty();
    }

    /// The options by their place; an option fits a word that is its text, and a number that it stands for.
    private Optional<Expected> choice(Answer answer, List<Exercise.Option> options, boolean one) {
        var chosen = new TreeSet<Integer>();
        switch (answer) {
            case Answer.Literal(Node node) -> {
                var items = node instanceof Node.Sequence list ? list.items() : List.of(node);
                for (Node item : items) {
                    if (item instanceof Node.Scalar scalar) {
                        Exercise.placeOf(scalar, options).ifPresent(chosen::add);
                    }
                }
            }
            case Answer.Computed computed -> {
                var value = value(computed);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                for (int i = 0; i < options.size(); i++) {
                    if (fits(options.get(i), value.get())) {
                        chosen.add(i);
                    }
                }
                if (chosen.isEmpty() || (one && chosen.size() > 1)) {
                    problems.at(
                            computed.place(),
                            (chosen.isEmpty() ? "no option fits" : "more than one option fits")
                                    + " what was read: " + value.get(),
                            "");
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Expected.Chosen(chosen));
    }

    private static boolean fits(Exercise.Option option, ResultsReader.Value value) {
        String words = option.words().strip();
        return switch (value) {
            case ResultsReader.Value.Number(double x) when option.range().isPresent() ->
                option.range().get().holds(x);
            case ResultsReader.Value.Number(double x) -> {
                var number = Response.number(words);
                yield number.isPresent() && Math.abs(number.getAsDouble() - x) <= 1e-6;
            }
            case ResultsReader.Value.Words(var several) -> several.contains(words);
            case ResultsReader.Value.Table _, ResultsReader.Value.Policy _ -> false;
        };
    }

    private Optional<Expected> predict(Exercise.Predict predict) {
        if (!(predict.answer() instanceof Answer.Computed computed)) {
            return Optional.empty();
        }
        if (!predict.options().isEmpty()) {
            return choice(computed, predict.options(), false);
        }
        return value(computed).flatMap(value -> switch (value) {
            case ResultsReader.Value.Number(double x) -> Optional.of(new Expected.Number(x));
            case ResultsReader.Value.Words(var words) -> Optional.of(new Expected.Word(words));
            default -> wrongKind(computed, "a number or a word");
        });
    }

    private Optional<Expected> table(Exercise.Table exercise) {
        Map<String, Map<String, Double>> all;
        switch (exercise.answer()) {
            case Answer.Literal(Node node) -> all = literalTable(node, exercise);
            case Answer.Computed computed -> {
                var value = value(computed);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                if (!(value.get() instanceof ResultsReader.Value.Table(var values))) {
                    return wrongKind(computed, "a table: read `v` or `q`");
                }
                all = values;
            }
        }
        var wanted = new LinkedHashMap<String, Map<String, Double>>();
        var columns = exercise.actions().isEmpty() ? List.of("") : exercise.actions();
        for (String state : exercise.states()) {
            var row = new LinkedHashMap<String, Double>();
            for (String action : columns) {
                Double value = all.getOrDefault(state.replace(" ", ""), Map.of()).get(action);
                if (value == null) {
                    problems.at(
                            exercise.task().line(),
                            exercise.task().column(),
                            "the answer has no value for state `" + state + "`"
                                    + (action.isEmpty() ? "" : ", action `" + action + "`"),
                            "");
                    return Optional.empty();
                }
                row.put(action, value);
            }
            wanted.put(state, row);
        }
        return Optional.of(new Expected.Table(wanted));
    }

    /// By state a number, or numbers by action; or a list of them in the order of the states.
    private Map<String, Map<String, Double>> literalTable(Node node, Exercise.Table exercise) {
        var table = new LinkedHashMap<String, Map<String, Double>>();
        switch (node) {
            case Node.Mapping mapping ->
                mapping.entries().forEach(e -> table.put(
                        e.key().text().replace(" ", ""), literalRow(e.value(), exercise.actions())));
            case Node.Sequence list -> {
                for (int i = 0; i < Math.min(list.items().size(), exercise.states().size()); i++) {
                    table.put(
                            exercise.states().get(i).replace(" ", ""),
                            literalRow(list.items().get(i), exercise.actions()));
                }
            }
            case Node.Scalar _ -> problems.at(node, "the answer has to be values by state", "Write `{0: 1, 1: 0.9}`");
        }
        return table;
    }

    private Map<String, Double> literalRow(Node node, List<String> actions) {
        var row = new LinkedHashMap<String, Double>();
        switch (node) {
            case Node.Mapping mapping ->
                mapping.entries().forEach(e -> number(e.value()).ifPresent(x -> row.put(e.key().text(), x)));
            case Node.Sequence list -> {
                for (int a = 0; a < Math.min(actions.size(), list.items().size()); a++) {
                    String action = actions.get(a);
                    number(list.items().get(a)).ifPresent(x -> row.put(action, x));
                }
            }
            case Node.Scalar _ -> number(node).ifPresent(x -> row.put("", x));
        }
        return row;
    }

    private Optional<Expected> policy(Exercise.Policy exercise) {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        switch (exercise.answer()) {
            case Answer.Literal(Node node) -> {
                if (!(node instanceof Node.Mapping mapping)) {
                    problems.at(node, "the answer has to be actions by state", "Write `{0: up, 1: up}`");
                    return Optional.empty();
                }
                for (Node.Entry entry : mapping.entries()) {
                    var actions = entry.value() instanceof Node.Sequence list ? list.items() : List.of(entry.value());
                    var words = new LinkedHashSet<String>();
                    for (Node action : actions) {
                        if (action instanceof Node.Scalar scalar) {
                            words.add(scalar.text());
                        }
                    }
                    all.put(entry.key().text().replace(" ", ""), words);
                }
            }
            case Answer.Computed computed -> {
                var value = value(computed);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                if (!(value.get() instanceof ResultsReader.Value.Policy(var actions))) {
                    return wrongKind(computed, "a policy: read `policy`");
                }
                all = actions;
            }
        }
        if (exercise.states().isEmpty()) {
            return Optional.of(new Expected.Policy(all));
        }
        var wanted = new LinkedHashMap<String, Set<String>>();
        for (String state : exercise.states()) {
            var actions = all.get(state.replace(" ", ""));
            if (actions == null) {
                problems.at(
                        exercise.task().line(),
                        exercise.task().column(),
                        "the answer has no action for state `" + state + "`",
                        "");
                return Optional.empty();
            }
            wanted.put(state, actions);
        }
        return Optional.of(new Expected.Policy(wanted));
    }
}
