package rewardscope.sim;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rewardscope.lesson.Node;
import rewardscope.lesson.Origin;
import rewardscope.lesson.Problem;
import rewardscope.lesson.Problems;
import rewardscope.lesson.YamlReader;

/// One key of an experiment set to another value from outside: `agent.alpha=0.5`.
///
/// @param path the keys from the top: `[agent, alpha]`
/// @param value what to set, with positions below zero that tell which override it came from
/// @param written as the user wrote it
public record ExperimentOverride(List<String> path, Node value, String written) {
    private static final int DEEPEST = 8;

    /// Reads `key.key=value`; the value is YAML.
    ///
    /// @return empty if it cannot be read; a problem says why
    public static Optional<ExperimentOverride> parse(String written, Problems problems) {
        int equals = written.indexOf('=');
        if (equals < 1) {
            problems.at(1, 1, "`" + written + "` sets nothing", "Write `key=value`, for example `agent.alpha=0.5`");
            return Optional.empty();
        }
        return parse(written.substring(0, equals).strip(), written.substring(equals + 1).strip(), problems);
    }

    /// Reads the path and the value apart.
    public static Optional<ExperimentOverride> parse(String path, String value, Problems problems) {
        var keys = List.of(path.split("\\.", -1));
        if (keys.size() > DEEPEST || keys.contains("")) {
            problems.at(1, 1, "`" + path + "` is not a path of keys", "Write for example `agent.alpha`");
            return Optional.empty();
        }
        return YamlReader.read(value, problems)
                .or(() -> Optional.of(new Node.Scalar("", Node.Kind.EMPTY, 1, 1)))
                .filter(_ -> problems.isEmpty())
                .map(node -> new ExperimentOverride(keys, node, path + "=" + value));
    }

    /// The mapping with all overrides applied, the later ones last. Keys that are not there are added.
    static Node.Mapping apply(List<ExperimentOverride> overrides, Node.Mapping root, Problems problems) {
        Node.Mapping changed = root;
        for (int i = 0; i < overrides.size(); i++) {
            var override = overrides.get(i);
            int line = -(i + 1);
            changed = set(changed, override.path(), override.value().movedTo(line, 1), line, problems);
        }
        return changed;
    }

    /// The mapping with the keys of another one set, each a path: `agent.alpha: 1`.
    static Node.Mapping apply(Node.Mapping overrides, Node.Mapping root, Problems problems) {
        Node.Mapping changed = root;
        for (Node.Entry entry : overrides.entries()) {
            var keys = List.of(entry.key().text().split("\\.", -1));
            if (keys.size() > DEEPEST || keys.contains("")) {
                problems.at(entry.key(), "this is not a path of keys", "Write for example `agent.alpha`");
            } else {
                changed = set(changed, keys, entry.value(), entry.key().line(), problems);
            }
        }
        return changed;
    }

    private static Node.Mapping set(
            Node.Mapping mapping, List<String> path, Node value, int line, Problems problems) {
        var key = new Node.Scalar(path.getFirst(), Node.Kind.TEXT, line, 1);
        if (path.size() == 1) {
            return mapping.with(key, value);
        }
        Node below = mapping.get(path.getFirst()).orElseGet(() -> new Node.Mapping(List.of(), line, 1));
        if (below instanceof Node.Mapping inner) {
            return mapping.with(keyOf(mapping, key), set(inner, path.subList(1, path.size()), value, line, problems));
        }
        problems.at(line, 1, "`" + path.getFirst() + "` has no keys: it is " + below.described(), "");
        return mapping;
    }

    private static Node.Scalar keyOf(Node.Mapping mapping, Node.Scalar otherwise) {
        return mapping.entries().stream()
                .map(Node.Entry::key)
                .filter(key -> key.text().equals(otherwise.text()))
                .findFirst()
                .orElse(otherwise);
    }

    /// Names the override itself as the place of a problem that it brought in.
    static List<Problem> placed(List<Problem> problems, List<ExperimentOverride> overrides) {
        var placed = new ArrayList<Problem>();
        for (Problem problem : problems) {
            placed.add(
                    problem.line() >= 0 || -problem.line() > overrides.size()
                            ? problem
                            : new Problem(
                                    place(overrides.get(-problem.line() - 1).written()),
                                    1,
                                    1,
                                    problem.message(),
                                    problem.cure()));
        }
        return placed;
    }

    private static Path place(String written) {
        try {
            return Path.of("--set " + written);
        } catch (InvalidPathException e) {
            return Path.of("--set");
        }
    }
}
