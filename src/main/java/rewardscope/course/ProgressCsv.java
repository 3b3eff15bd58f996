package rewardscope.course;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A learner's progress as a table: a line for each exercise of the course, touched or not. Separated by commas, as
/// RFC 4180 says, numbers with a point.
public final class ProgressCsv {
    private static final List<String> COLUMNS = List.of(
            "learner", "seed", "unit", "lesson", "exercise", "state", "wrong tries", "hints", "answer", "first", "last");

    private ProgressCsv() {}

    public static String of(Learner learner, CourseExercises course, Progress progress) {
        var lines = Stream.<List<String>>builder().add(COLUMNS);
        for (var lesson : course.lessons()) {
            for (String exercise : lesson.exercises()) {
                lines.add(line(learner, lesson, exercise, progress));
            }
        }
        return lines.build()
                .map(cells -> cells.stream().map(ProgressCsv::quoted).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
    }

    private static List<String> line(
            Learner learner, CourseExercises.OfLesson lesson, String exercise, Progress progress) {
        var standing = progress.standing(lesson.file(), exercise);
        return List.of(
                learner.name(),
                Long.toString(learner.seed()),
                lesson.unit(),
                lesson.title(),
                exercise,
                standing.map(ProgressCsv::state).orElse("not begun"),
                standing.map(s -> Integer.toString(s.wrongTries())).orElse("0"),
                standing.map(s -> Integer.toString(s.hints())).orElse("0"),
                standing.map(s -> answer(s)).orElse(""),
                standing.map(s -> s.first().toString()).orElse(""),
                standing.map(s -> s.last().toString()).orElse(""));
    }

    static String state(Progress.Standing standing) {
        if (standing.solved()) {
            return "solved";
        }
        return standing.shown() ? "answer shown" : "begun";
    }

    /// What was filled in: one field bare, several with their names.
    static String answer(Progress.Standing standing) {
        var fields = standing.fields();
        return fields.size() == 1
                ? fields.values().iterator().next()
                : fields.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> e.getKey() + ": " + e.getValue())
                        .collect(Collectors.joining("; "));
    }

    /// In quotes where it must be. A cell that a spreadsheet would take for a formula begins with an apostrophe, unless it
    /// is a number.
    private static String quoted(String cell) {
        String safe = cell.matches("(?s)[=+\\-@\\t].*") && !cell.matches("[-+][0-9.eE+-]+") ? "'" + cell : cell;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
