package rewardscope.course;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rewardscope.lesson.Block;
import rewardscope.lesson.Fields;
import rewardscope.lesson.MarkdownText;
import rewardscope.lesson.Nearest;
import rewardscope.lesson.Node;
import rewardscope.lesson.Problem;
import rewardscope.lesson.Problems;
import rewardscope.lesson.TextFiles;
import rewardscope.lesson.YamlReader;

/// The words and symbols of the course, from `glossary.yaml` in the folder of lessons:
///
/// ```yaml
/// - term: TD error
///   symbol: \delta
///   also: [temporal-difference error, tdError]
///   meaning: By how much the target differs from the old estimate.
///   lesson: 04-temporal-difference/the-rat-on-the-linear-track.md
/// ```
///
/// @param entries in the order of their terms
/// @param problems everything that is wrong with the file; an absent file has none
public record Glossary(List<Entry> entries, List<Problem> problems) {
    public static final String FILE = "glossary.yaml";
    public static final Glossary NONE = new Glossary(List.of(), List.of());

    /// One word of the field.
    ///
    /// @param symbol as LaTeX, the way it is on the screen
    /// @param also other names and spellings, the code's among them
    /// @param lesson where it is taught, below the folder of lessons
    public record Entry(
            String term, Optional<String> symbol, List<String> also, List<Block> meaning, Optional<String> lesson) {

        /// Whether a word is this entry's term or one of its other names, whatever the case of its letters.
        public boolean isCalled(String word) {
            return term.equalsIgnoreCase(word) || also.stream().anyMatch(word::equalsIgnoreCase);
        }
    }

    /// Reads the glossary of a folder of lessons.
    public static Glossary of(Path lessons) {
        Path file = lessons.resolve(FILE);
        if (!Files.exists(file)) {
            return NONE;
        }
        var problems = new Problems(file);
        var entries = new ArrayList<Entry>();
        TextFiles.read(file, problems)
                .flatMap(text -> YamlReader.read(text, problems))
                .ifPresent(node -> read(node, lessons, problems, entries));
        entries.sort((a, b) -> a.term().compareToIgnoreCase(b.term()));
        return new Glossary(List.copyOf(entries), problems.sorted());
    }

    /// The entry of a word, under any of its names.
    public Optional<Entry> named(String word) {
        return entries.stream().filter(entry -> entry.isCalled(word)).findFirst();
    }

    /// The entry of a symbol, as LaTeX: `\alpha`.
    public Optional<Entry> ofSymbol(String latex) {
        return entries.stream().filter(e -> e.symbol().filter(latex::equals).isPresent()).findFirst();
    }

    private static void read(Node node, Path lessons, Problems problems, List<Entry> entries) {
        if (!(node instanceof Node.Sequence sequence)) {
            problems.at(node, "a glossary is a list, and this is " + node.described(), "Write `- term: ...`");
            return;
        }
        for (Node item : sequence.items()) {
            Fields.of(item, "this entry of the glossary", problems)
                    .flatMap(fields -> entry(fields, lessons, problems))
                    .ifPresent(entry -> add(entry, item, problems, entries));
        }
    }

    private static void add(Entry entry, Node place, Problems problems, List<Entry> entries) {
        var taken = entries.stream()
                .filter(other -> other.isCalled(entry.term()) || entry.also().stream().anyMatch(other::isCalled))
                .findFirst();
        if (taken.isPresent()) {
            problems.at(place, "`" + entry.term() + "` shares a name with `" + taken.get().term() + "`",
                    "Put both into one entry, or call one of them otherwise");
        } else {
            entries.add(entry);
        }
    }

    private static Optional<Entry> entry(Fields fields, Path lessons, Problems problems) {
        int before = problems.count();
        fields.required("term", "Write `term: ...`");
        var term = fields.text("term");
        var symbol = fields.text("symbol");
        var also = fields.texts("also");
        var meaning = fields.required("meaning", "Write `meaning: ...`");
        var lesson = fields.text("lesson");
        lesson.filter(name -> !Files.isRegularFile(lessons.resolve(name))).ifPresent(name -> problems.at(
                fields.any("lesson").orElse(fields.mapping()),
                "there is no lesson `" + name + "`",
                Nearest.cure(name, LessonNames.below(lessons))));
        fields.finish();
        return problems.count() == before
                ? Optional.of(new Entry(
                        term.orElseThrow(), symbol, also, MarkdownText.read(meaning.orElseThrow(), problems), lesson))
                : Optional.empty();
    }
}
