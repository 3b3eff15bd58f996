package rewardscope.lesson;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The lessons of a folder, by unit. Only the front matter of each is read.
///
/// @param units in the order of their folders
/// @param problems of folders and of front matters that could not be read
public record LessonLibrary(Path folder, List<Unit> units, List<Problem> problems) {
    private static final int DEEPEST = 4;
    private static final int MOST_LINES = 200;

    public record Unit(String title, List<Entry> lessons) {}

    public record Entry(Path file, Lesson.Header header) {}

    /// All lessons, in the order of a course.
    public List<Entry> lessons() {
        return units.stream().flatMap(unit -> unit.lessons().stream()).toList();
    }

    /// Lists a folder; one that is not there is empty.
    public static LessonLibrary of(Path folder) {
        var there = FolderFiles.below(folder, DEEPEST, LessonLibrary::isLesson);
        var problems = new ArrayList<>(there.problems());
        Map<String, List<Entry>> byUnit = new LinkedHashMap<>();
        for (Path file : there.files()) {
            var found = new Problems(file);
            Lesson.Header header = header(file, found);
            problems.addAll(found.sorted());
            String unit = header.unit().isEmpty() ? "Other lessons" : header.unit();
            byUnit.computeIfAbsent(unit, _ -> new ArrayList<>()).add(new Entry(file, header));
        }
        var order = Comparator.<Entry>comparingDouble(e -> e.header().order())
                .thenComparing(e -> e.header().title())
                .thenComparing(Entry::file);
        var units = new ArrayList<Unit>();
        byUnit.forEach((title, lessons) ->
                units.add(new Unit(title, lessons.stream().sorted(order).toList())));
        return new LessonLibrary(folder, List.copyOf(units), List.copyOf(problems));
    }

    /// The lesson files below a folder in the order of their paths: Markdown, but for the guides called `README.md`.
    public static List<Path> lessonFiles(Path folder) {
        return FolderFiles.below(folder, DEEPEST, LessonLibrary::isLesson).files();
    }

    private static boolean isLesson(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".md") && !name.equalsIgnoreCase("README.md");
    }

    private static Lesson.Header header(Path file, Problems problems) {
        var lines = new ArrayList<String>();
        try (var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            String line = reader.readLine();
            while (line != null && lines.size() < MOST_LINES) {
                lines.add(lines.isEmpty() && line.startsWith("\uFEFF") ? line.substring(1) : line);
                if (lines.size() > 1 && line.stripTrailing().equals("---")) {
                    break;
                }
                line = reader.readLine();
            }
        } catch (IOException e) {
            problems.at(1, 1, "this file cannot be read", "");
            return FrontMatter.NONE;
        }
        return FrontMatter.read(lines, problems).header();
    }
}
