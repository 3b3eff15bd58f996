package rewardscope.lesson;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads a lesson file. Everything that is sound is in the lesson, everything else among the problems.
public final class LessonReader {
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,60}");
    private static final List<String> FENCES = List.of("simulation", "exercise");

    private final Problems problems;
    private final Map<String, Lesson.SimulationText> simulations = new LinkedHashMap<>();
    private final Map<String, Exercise> exercises = new LinkedHashMap<>();
    private final Set<String> unread = new LinkedHashSet<>();
    private final Map<String, Integer> ids = new LinkedHashMap<>();
    private final Places places = new Places();

    private LessonReader(Problems problems) {
        this.problems = problems;
    }

    /// Reads a file of UTF-8, as its author sees it.
    public static Lesson.Parsed read(Path file) {
        return read(file, Variant.AUTHORS);
    }

    /// Reads a file of UTF-8, with the numbers of one learner.
    public static Lesson.Parsed read(Path file, Variant variant) {
        var problems = new Problems(file);
        var text = TextFiles.read(file, problems);
        return text.isPresent() ? read(file, text.get(), variant) : new Lesson.Parsed(nothing(file), problems.sorted());
    }

    /// Reads a text that is, or will be, in a file.
    public static Lesson.Parsed read(Path file, String text) {
        return read(file, text, Variant.AUTHORS);
    }

    /// Reads a text that is, or will be, in a file, with the numbers of one learner.
    public static Lesson.Parsed read(Path file, String text, Variant variant) {
        var problems = new Problems(file);
        Lesson lesson = new LessonReader(problems).lesson(file, text, variant);
        return new Lesson.Parsed(
                lesson, problems.sorted().stream().map(lesson::written).toList());
    }

    private static Lesson nothing(Path file) {
        var header = FrontMatter.NONE;
        return new Lesson(
                file, header, List.of(), Map.of(), Set.of(), Map.of(), List.of(), List.of(), Placeholders.of(header, Variant.AUTHORS));
    }

    private Lesson lesson(Path file, String text, Variant variant) {
        List<String> lines = text.lines().toList();
        var front = FrontMatter.read(lines, problems);
        var body = new StringBuilder("\n".repeat(front.lines())); // keeps the lines of the text at their numbers
        var placeholders = Placeholders.of(front.header(), variant);
        for (int line = front.lines(); line < lines.size(); line++) {
            body.append(placeholders.fill(line + 1, lines.get(line), problems)).append('\n');
        }
        placeholders.finish(problems);
        var blocks = MarkdownReader.file(body.toString(), problems, this::fence, places);
        return new Lesson(
                file,
                front.header(),
                blocks,
                Collections.unmodifiableMap(simulations),
                Set.copyOf(unread),
                Collections.unmodifiableMap(exercises),
                places.links(),
                places.formulas(),
                placeholders);
    }

    private Optional<Block> fence(String info, String content, Origin origin, int line, int column) {
        String[] words = info.split("\\s+");
        String kind = words[0];
        if (!FENCES.contains(kind)) {
            if (words.length == 2 && kind.length() > 5) {
                Nearest.to(kind, FENCES).ifPresent(near -> {
                    problems.at(line, column, "`" + kind + "` is no kind of block", "Did you mean `" + near + "`?");
                    unread.add(words[1]);
                });
            }
            return Optional.of(new Block.Code(kind, content));
        }
        String id = words.length > 1 ? words[1] : "";
        if (words.length != 2 || !ID.matcher(id).matches()) {
            problems.at(
                    line,
                    column,
                    "the " + kind + " needs a name of letters, digits and hyphens",
                    "Write ```` ```" + kind + " my-name ````");
            return Optional.empty();
        }
        Integer earlier = ids.putIfAbsent(id, line);
        if (earlier != null) {
            problems.at(line, column, "the name `" + id + "` is taken in line " + earlier, "Choose another name");
            return Optional.empty();
        }
        int before = problems.count();
        var node = YamlReader.read(content, origin, problems);
        if (node.isEmpty()) {
            if (problems.count() == before) {
                problems.at(line, column, "the " + kind + " `" + id + "` is empty", "");
            }
            unread.add(id);
            return Optional.empty();
        }
        return kind.equals("simulation")
                ? simulation(id, node.get(), line, column)
                : exercise(id, node.get(), line, column);
    }

    private Optional<Block> simulation(String id, Node node, int line, int column) {
        var read = Fields.of(node, "the simulation `" + id + "`", problems);
        if (read.isEmpty()) {
            unread.add(id);
        }
        return read.map(fields -> {
            simulations.put(id, new Lesson.SimulationText(id, fields.mapping(), line, column));
            return new Block.SimulationHere(id);
        });
    }

    private Optional<Block> exercise(String id, Node node, int line, int column) {
        return ExerciseReader.read(id, node, problems, places, line, column).map(exercise -> {
            exercises.put(id, exercise);
            return new Block.ExerciseHere(id);
        });
    }
}
