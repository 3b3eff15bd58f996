package rewardscope.lesson;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Puts a learner's numbers where the text says `{{name}}`, line by line, and remembers what moved, so that a problem is
/// still reported at the column that the author wrote.
public final class Placeholders {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([A-Za-z][A-Za-z0-9-]{0,40})}}");

    private final Map<String, String> values;
    private final Set<String> used = new LinkedHashSet<>();
    private final List<Shift> shifts = new ArrayList<>();

    /// From column `from` of a line on, what is read stands `by` columns to the left of what was written.
    private record Shift(int line, int from, int by) {}

    private Placeholders(Map<String, String> values) {
        this.values = values;
    }

    static Placeholders of(Lesson.Header header, Variant variant) {
        return new Placeholders(header.variants().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> {
                    var choices = entry.getValue();
                    return choices.get(variant.choose(header.title(), entry.getKey(), choices.size()));
                })));
    }

    /// A line with its numbers. A lesson without variants is left alone: `{{` may be part of a formula.
    ///
    /// @param line its number, from 1
    String fill(int line, String written, Problems problems) {
        if (values.isEmpty() || !written.contains("{{")) {
            return written;
        }
        var filled = new StringBuilder();
        int moved = 0;
        int end = 0;
        var matcher = PLACE.matcher(written);
        while (matcher.find()) {
            String name = matcher.group(1);
            String value = values.get(name);
            filled.append(written, end, matcher.start());
            end = matcher.end();
            if (value == null) {
                problems.at(line, matcher.start() + 1, "`" + name + "` is not among the lesson's variants",
                        Nearest.cure(name, values.keySet()));
                value = "0";
            }
            used.add(name);
            filled.append(value);
            moved += matcher.group().length() - value.length();
            shifts.add(new Shift(line, filled.length() + 1, moved));
        }
        return filled.append(written, end, written.length()).toString();
    }

    /// Reports the variants that no line asks for.
    void finish(Problems problems) {
        values.keySet().stream().filter(name -> !used.contains(name)).sorted().forEach(name -> problems.at(
                1, 1, "the variant `" + name + "` is used nowhere", "Write `{{" + name + "}}` in the text, or remove it"));
    }

    /// A problem of the text that was read, where the author finds it.
    Problem written(Problem problem) {
        int by = 0;
        for (Shift shift : shifts) {
            if (shift.line() == problem.line() && problem.column() >= shift.from()) {
                by = shift.by();
            }
        }
        return by == 0
                ? problem
                : new Problem(
                        problem.file(), problem.line(), problem.column() + by, problem.message(), problem.cure());
    }
}
