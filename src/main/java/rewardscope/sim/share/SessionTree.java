package rewardscope.sim.share;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import rewardscope.lesson.Fields;
import rewardscope.lesson.Node;
import rewardscope.lesson.Problem;
import rewardscope.lesson.Problems;
import rewardscope.lesson.YamlReader;
import rewardscope.sim.ExperimentWriter;

/// A [Session] as YAML, and back.
public final class SessionTree {
    private static final String VERSION_KEY = "rewardscope-session";
    private static final long VERSION = 1;
    private static final double LARGEST = 100_000;

    private SessionTree() {}

    /// A session, or why there is none: a part of a sentence.
    ///
    /// @param left sentences about runs that are not in the session although they were in the file
    public record Read(Optional<Session> session, String trouble, List<String> left) {
        private static Read nothing(String trouble) {
            return new Read(Optional.empty(), trouble, List.of());
        }
    }

    public static String write(Session session) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put(VERSION_KEY, VERSION);
        session.lesson().ifPresent(lesson -> tree.put("lesson", lesson));
        tree.put("active", session.active());
        var runs = new LinkedHashMap<String, Object>();
        session.runs().keySet().stream().sorted().forEach(name -> runs.put(name, RunTree.write(session.runs().get(name))));
        tree.put("runs", runs);
        if (!session.playground().isEmpty()) {
            tree.put("playground", session.playground());
        }
        tree.put("appearance", appearance(session.appearance()));
        return ExperimentWriter.yaml(tree);
    }

    private static Map<String, Object> appearance(Session.Appearance look) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("dark", look.dark());
        tree.put("text-scale", look.textScale());
        tree.put("library", look.library());
        tree.put("lesson", look.lesson());
        tree.put("tab", look.tab());
        tree.put("columns", look.columns());
        tree.put("panes", look.panes());
        if (Double.isFinite(look.speed())) {
            tree.put("speed", look.speed());
        }
        tree.put("width", look.width());
        tree.put("height", look.height());
        tree.put("maximized", look.maximized());
        tree.put("welcomed", look.welcomed());
        return tree;
    }

    /// @param shelf where the models lie that runs took up
    public static Read read(String yaml, ModelShelf shelf) {
        var problems = new Problems(RunTree.NOWHERE);
        var root = YamlReader.read(yaml, problems).flatMap(node -> Fields.of(node, "a session", problems));
        if (root.isEmpty()) {
            return Read.nothing("its file is damaged");
        }
        long version = root.get().whole(VERSION_KEY, 0, Long.MAX_VALUE).orElse(0);
        if (version != VERSION) {
            return Read.nothing("another version of Rewardscope wrote its file");
        }
        var left = new ArrayList<String>();
        var session = session(root.get(), shelf, left);
        return problems.isEmpty()
                ? new Read(Optional.of(session), "", List.copyOf(left))
                : Read.nothing(first(problems, Problem::message));
    }

    private static String first(Problems problems, Function<Problem, String> words) {
        return problems.sorted().stream().map(words).findFirst().orElse("");
    }

    /// A run that cannot be read is left out, and the others are not.
    private static Session session(Fields root, ModelShelf shelf, List<String> left) {
        var runs = new LinkedHashMap<String, SavedRun>();
        root.mapping("runs").ifPresent(written -> {
            for (Node.Entry entry : written.mapping().entries()) {
                String name = entry.key().text();
                var own = new Problems(RunTree.NOWHERE);
                Fields.of(entry.value(), "a run", own)
                        .flatMap(fields -> RunTree.read(fields, own, shelf))
                        .ifPresentOrElse(
                                run -> runs.put(name, run),
                                () -> left.add("The run " + (name.isEmpty() ? "" : "`" + name + "` ")
                                        + "begins anew: " + first(own, Problem::sentence) + "."));
            }
        });
        return new Session(
                root.any("lesson").isPresent() ? root.text("lesson") : Optional.empty(),
                runs,
                root.text("active").orElse(""),
                root.any("playground").isPresent() ? root.text("playground").orElse("") : "",
                root.mapping("appearance").map(SessionTree::appearance).orElse(Session.Appearance.USUAL));
    }

    private static Session.Appearance appearance(Fields look) {
        return new Session.Appearance(
                look.flag("dark", false),
                look.number("text-scale", 1, 0.5, 4),
                look.flag("library", true),
                look.flag("lesson", true),
                look.text("tab").orElse(""),
                shares(look, "columns"),
                shares(look, "panes"),
                look.number("speed", Double.POSITIVE_INFINITY, 0, Double.MAX_VALUE),
                look.number("width", 0, 0, LARGEST),
                look.number("height", 0, 0, LARGEST),
                look.flag("maximized", false),
                look.flag("welcomed", false));
    }

    private static List<Double> shares(Fields look, String key) {
        var shares = new ArrayList<Double>();
        for (Node node : look.list(key)) {
            Fields.numberOf(node, "each of `" + key + "`", 0, 1, look.problems()).ifPresent(shares::add);
        }
        return shares;
    }
}
