package rewardscope.sim;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import rewardscope.language.world.Grammar;
import rewardscope.language.world.WorldSpec;
import rewardscope.lesson.Fields;
import rewardscope.lesson.Nearest;
import rewardscope.lesson.Node;
import rewardscope.lesson.Problem;
import rewardscope.lesson.Problems;
import rewardscope.lesson.YamlReader;

/// Reads a toy world of language: the file of a grammar, or the same mapping in place. Files lie in lessons/worlds.
public final class WorldReader {
    private static final Grammar.Manners NONE = new Grammar.Manners(List.of(), List.of());

    private final Problems problems;

    private WorldReader(Problems problems) {
        this.problems = problems;
    }

    /// What is wrong with a file; empty if it is a sound world.
    public static List<Problem> check(Path file, String yaml) {
        var problems = new Problems(file);
        YamlReader.read(yaml, problems).ifPresent(node -> read(node, problems));
        return problems.sorted();
    }

    /// Whether a file looks like a world rather than an experiment.
    public static boolean looksLikeOne(Path file, String yaml) {
        return YamlReader.read(yaml, new Problems(file))
                .filter(node -> node instanceof Node.Mapping mapping
                        && mapping.get("environment").isEmpty()
                        && (mapping.get("facts").isPresent() || mapping.get("relations").isPresent()))
                .isPresent();
    }

    /// The world behind the key `world` of an environment: its name, or all of it.
    static Optional<WorldSpec> behind(Node node, Problems problems) {
        if (!(node instanceof Node.Scalar scalar)) {
            return read(node, problems);
        }
        var files = WorldFiles.ofProgram();
        var yaml = files.text(scalar.text());
        if (yaml.isEmpty()) {
            problems.at(node, "there is no world lessons/worlds/" + scalar.text() + ".yaml",
                    Nearest.cure(scalar.text(), names()));
            return Optional.empty();
        }
        var inside = new Problems(Path.of("lessons", "worlds", scalar.text() + ".yaml"));
        var spec = YamlReader.read(yaml.get(), inside).flatMap(root -> read(root, inside));
        inside.sorted().forEach(p -> problems.at(node, "in " + p.file() + ", line " + p.line() + ": " + p.message(),
                p.cure()));
        return spec;
    }

    /// A world of lessons/worlds by its name; empty if there is none, or if anything is wrong with it.
    public static Optional<WorldSpec> named(String name) {
        var files = WorldFiles.ofProgram();
        var problems = new Problems(files.path(name));
        return files.text(name).flatMap(yaml -> YamlReader.read(yaml, problems)).flatMap(root -> read(root, problems));
    }

    /// The names of the worlds that there are.
    public static List<String> names() {
        return WorldFiles.ofProgram().names();
    }

    /// Empty if anything is wrong with it.
    static Optional<WorldSpec> read(Node node, Problems problems) {
        int before = problems.count();
        var fields = Fields.of(node, "the world", problems);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        var grammar = new WorldReader(problems).grammar(fields.get());
        fields.get().finish();
        if (problems.count() > before) {
            return Optional.empty();
        }
        var spec = new WorldSpec(grammar);
        spec.faults().forEach(fault -> problems.at(node, fault.message(), ""));
        return problems.count() == before ? Optional.of(spec) : Optional.empty();
    }

    private Grammar grammar(Fields fields) {
        String title = fields.text("title").orElse("A world");
        Map<String, Grammar.Relation> relations = new LinkedHashMap<>();
        fields.required("relations", "Write `relations: {eats: {ask: ..., tell: ...}}`");
        fields.mapping("relations").ifPresent(all -> relations.putAll(relations(all)));
        Map<String, Map<String, String>> facts = new LinkedHashMap<>();
        fields.required("facts", "Write `facts: {cat: {eats: fish}}`");
        fields.mapping("facts").ifPresent(all -> facts.putAll(facts(all, relations)));
        var forbidden = fields.mapping("forbidden").map(this::forbidden).orElse(Grammar.Forbidden.NOTHING);
        fields.required("unknown", "Write `unknown: [i do not know]`");
        List<String> unknown = phrases(fields, "unknown");
        List<String> refusals = phrases(fields, "refusal");
        if (refusals.isEmpty() && forbidden != Grammar.Forbidden.NOTHING) {
            fields.required("refusal", "Write `refusal: [i will not help with that]`");
        }
        Grammar.Manners polite = manners(fields, "polite");
        Grammar.Manners rude = manners(fields, "rude");
        List<String> padding = phrases(fields, "padding");
        String fullStop = fields.text("full-stop").orElse("");
        var corpus = fields.mapping("corpus");
        int documents = corpus.map(c -> c.whole("documents", 2000, 10, 100_000)).orElse(2000);
        double statements = corpus.map(c -> c.number("statements", 0.3, 0, 1)).orElse(0.3);
        var reading = habits(corpus, new Grammar.Habits(0.5, 0.3, 0.05, 0.3, 0.2, 0.3, 0.1));
        corpus.ifPresent(Fields::finish);
        var shown = fields.mapping("demonstrations");
        var showing = habits(shown, new Grammar.Habits(0.9, 0.8, 0.05, 0.8, 0.5, 0.05, 0.1));
        shown.ifPresent(Fields::finish);
        return new Grammar(title, fields.whole("answer-tokens", 20, 2, 60), facts, relations, forbidden, unknown,
                refusals, polite, rude, padding, fullStop, reading, showing, documents, statements,
                fields.number("held-out", 0.25, 0, 0.9), weights(fields));
    }

    private Map<String, Grammar.Relation> relations(Fields all) {
        var relations = new LinkedHashMap<String, Grammar.Relation>();
        for (Node.Entry entry : all.mapping().entries()) {
            String name = entry.key().text();
            Fields.of(entry.value(), "the relation `" + name + "`", problems).ifPresent(fields -> {
                String ask = template(fields, "ask", text -> text.contains("<subject>"), "<subject>");
                String tell = template(fields, "tell", text -> text.contains("<object>"), "<object>");
                fields.finish();
                relations.put(name, new Grammar.Relation(ask, tell));
            });
        }
        return relations;
    }

    private String template(Fields fields, String key, Predicate<String> sound, String wanted) {
        var node = fields.required(key, "Write a sentence with `" + wanted + "` in it");
        String text = node.isEmpty() ? "" : fields.text(key).orElse("");
        if (!text.isEmpty() && !sound.test(text)) {
            problems.at(node.orElseThrow(), "`" + key + "` of " + fields.owner() + " has no `" + wanted + "` in it",
                    "Write a sentence with `" + wanted + "` in it");
        }
        return words(text);
    }

    private Map<String, Map<String, String>> facts(Fields all, Map<String, Grammar.Relation> relations) {
        var facts = new LinkedHashMap<String, Map<String, String>>();
        for (Node.Entry entry : all.mapping().entries()) {
            String subject = entry.key().text();
            var known = new LinkedHashMap<String, String>();
            Fields.of(entry.value(), "what is known of `" + subject + "`", problems).ifPresent(fields -> {
                for (String relation : relations.keySet()) {
                    fields.text(relation).ifPresent(object -> known.put(relation, words(object)));
                }
                fields.finish();
            });
            facts.put(words(subject), known);
        }
        return facts;
    }

    private Grammar.Forbidden forbidden(Fields fields) {
        for (String key : List.of("deeds", "things")) {
            fields.required(key, "Write a list of words");
        }
        var forbidden = new Grammar.Forbidden(
                phrases(fields, "deeds"),
                phrases(fields, "things"),
                template(fields, "ask", text -> text.contains("<deed>") && text.contains("<thing>"),
                        "<deed>` and `<thing>"),
                template(fields, "help", text -> text.contains("<deed>") && text.contains("<thing>"),
                        "<deed>` and `<thing>"));
        fields.finish();
        return forbidden;
    }

    private Grammar.Manners manners(Fields fields, String key) {
        return fields.mapping(key)
                .map(inside -> {
                    var manners = new Grammar.Manners(phrases(inside, "opening"), phrases(inside, "closing"));
                    inside.finish();
                    return manners;
                })
                .orElse(NONE);
    }

    private static List<String> phrases(Fields fields, String key) {
        var phrases = new ArrayList<String>();
        fields.texts(key).forEach(text -> phrases.add(words(text)));
        return List.copyOf(phrases);
    }

    private static String words(String text) {
        return String.join(" ", text.strip().split("\\s+"));
    }

    private static Grammar.Habits habits(Optional<Fields> owner, Grammar.Habits usual) {
        return owner.flatMap(fields -> fields.mapping("writers"))
                .map(f -> {
                    var habits = new Grammar.Habits(
                            f.number("right", usual.right(), 0, 1),
                            f.number("admits", usual.admits(), 0, 1),
                            f.number("shirks", usual.shirks(), 0, 1),
                            f.number("refuses", usual.refuses(), 0, 1),
                            f.number("polite", usual.polite(), 0, 1),
                            f.number("rude", usual.rude(), 0, 1),
                            f.number("pads", usual.pads(), 0, 1));
                    f.finish();
                    return habits;
                })
                .orElse(usual);
    }

    private Grammar.Weights weights(Fields fields) {
        var inside = fields.mapping("quality");
        if (inside.isEmpty()) {
            return new Grammar.Weights(0.4, 0.2, 0.25, 0.15);
        }
        Fields f = inside.get();
        var weights = new Grammar.Weights(f.number("helpful", 0, 0, 100), f.number("honest", 0, 0, 100),
                f.number("harmless", 0, 0, 100), f.number("polite", 0, 0, 100));
        f.finish();
        if (weights.helpful() + weights.honest() + weights.harmless() + weights.polite() <= 0) {
            problems.at(f.mapping(), "`quality` weighs nothing", "Give at least one part a weight above 0");
        }
        return weights;
    }
}
