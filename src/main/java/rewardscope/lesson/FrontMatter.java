package rewardscope.lesson;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads what stands between the two `---` at the top of a lesson.
final class FrontMatter {
    static final Lesson.Header NONE =
            new Lesson.Header("Untitled", "", 1e6, 0, List.of(), Optional.empty(), Map.of());

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,40}");
    private static final String EXAMPLE = "Begin the file with `---`, `title: ...`, `unit: ...`, `---`";

    private FrontMatter() {}

    /// The header and the number of lines that it takes, both marks included.
    record Found(Lesson.Header header, int lines) {}

    static Found read(List<String> lines, Problems problems) {
        if (lines.isEmpty() || !lines.getFirst().stripTrailing().equals("---")) {
            problems.at(1, 1, "a lesson begins with its title and unit", EXAMPLE);
            return new Found(NONE, 0);
        }
        int end = 1;
        while (end < lines.size() && !lines.get(end).stripTrailing().equals("---")) {
            end++;
        }
        if (end == lines.size()) {
            problems.at(1, 1, "the front matter is not closed", "Write `---` on a line of its own below it");
            return new Found(NONE, 0);
        }
        String yaml = String.join("\n", lines.subList(1, end));
        var node = YamlReader.read(yaml, new Origin(2, new int[0]), problems);
        if (node.isEmpty()) {
            if (problems.isEmpty()) {
                problems.at(1, 1, "the front matter is empty", EXAMPLE);
            }
            return new Found(NONE, end + 1);
        }
        var fields = Fields.of(node.get(), "the front matter", problems);
        return new Found(fields.map(FrontMatter::header).orElse(NONE), end + 1);
    }

    /// The keys of the front matter and what each has to be, found by letting it be read.
    static Map<String, Fields.Shape> shapes() {
        var fields = new Fields(new Node.Mapping(List.of(), 1, 1), "a look at the keys", new Problems(Path.of("")));
        header(fields);
        return fields.shapes();
    }

    private static Lesson.Header header(Fields fields) {
        fields.required("title", "Write `title: ...`");
        fields.required("unit", "Write `unit: ...`");
        var header = new Lesson.Header(
                fields.text("title").orElse(NONE.title()),
                fields.text("unit").orElse(NONE.unit()),
                fields.number("order", NONE.order(), -1e6, 1e6),
                fields.whole("minutes", 0, 1, 10_000),
                fields.texts("objectives"),
                fields.text("presenter"),
                fields.mapping("variants").map(FrontMatter::variants).orElse(Map.of()));
        fields.finish();
        return header;
    }

    /// `variants: {alpha: [0.1, 0.2], k: [2, 3, 4]}`: the values of each as they are written.
    private static Map<String, List<String>> variants(Fields fields) {
        var variants = new TreeMap<String, List<String>>();
        for (Node.Entry entry : fields.mapping().entries()) {
            String name = entry.key().text();
            if (!NAME.matcher(name).matches()) {
                fields.problems().at(entry.key(), "`" + name + "` cannot be the name of a variant",
                        "Write letters, digits and hyphens");
                continue;
            }
            var values = fields.texts(name);
            if (values.isEmpty()) {
                fields.problems().at(entry.key(), "`" + name + "` has no values to choose from",
                        "Write a list: `" + name + ": [0.1, 0.2, 0.5]`");
            } else {
                variants.put(name, values);
            }
        }
        return Collections.unmodifiableMap(variants);
    }
}
