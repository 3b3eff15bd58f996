package rewardscope.sim;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Writes an experiment, or any tree of maps, lists, words, numbers and booleans, as YAML that reads back equal.
///
/// Short mappings and lists of plain values stand on one line, as an author would write them; a text of several lines
/// becomes a block, so that a layout looks like its world.
public final class ExperimentWriter {
    private static final int WIDTH = 100;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_/+-]*( [A-Za-z0-9_/+-]+)*");
    private static final Pattern SCHEDULE = Pattern.compile("1/episode");
    private static final List<String> RESERVED = List.of("true", "false", "null", "yes", "no", "on", "off", "~");

    private final StringBuilder out = new StringBuilder();

    private ExperimentWriter() {}

    /// The whole experiment as its author would write it.
    public static String yaml(Experiment experiment) {
        return yaml(experiment.source());
    }

    public static String yaml(Map<String, Object> tree) {
        var writer = new ExperimentWriter();
        writer.block(tree, 0, false);
        return writer.out.toString();
    }

    /// A value on one line, as it stands behind its key: `0.5`, `{from: 1, to: 0.1, over: 500}`.
    public static String inline(Object value) {
        return flow(value);
    }

    private void block(Map<?, ?> map, int indent, boolean afterDash) {
        boolean first = true;
        for (var entry : map.entrySet()) {
            out.append(first && afterDash ? "" : " ".repeat(indent));
            first = false;
            out.append(word(String.valueOf(entry.getKey()))).append(':');
            value(entry.getValue(), indent);
        }
    }

    /// What follows a colon, to the end of its last line.
    private void value(Object value, int indent) {
        String flow = flow(value);
        if (value instanceof String text && text.contains("\n") && fitsBlock(text)) {
            out.append(text.endsWith("\n") ? " |\n" : " |-\n");
            for (String line : text.lines().toList()) {
                out.append(line.isEmpty() ? "" : " ".repeat(indent + 2)).append(line).append('\n');
            }
        } else if (value instanceof Map<?, ?> map
                && !map.isEmpty()
                && (hasBlock(map) || flow.length() > WIDTH - indent)) {
            out.append('\n');
            block(map, indent + 2, false);
        } else if (value instanceof List<?> list && !list.isEmpty() && flow.length() > WIDTH - indent) {
            out.append('\n');
            for (Object item : list) {
                out.append(" ".repeat(indent + 2)).append("- ").append(flow(item)).append('\n');
            }
        } else {
            out.append(' ').append(flow).append('\n');
        }
    }

    /// Whether a mapping is easier to read on several lines.
    private static boolean hasBlock(Map<?, ?> map) {
        return map.values().stream().anyMatch(v -> switch (v) {
            case String text -> text.contains("\n") && fitsBlock(text);
            case Map<?, ?> _ -> true;
            default -> false;
        });
    }

    /// Whether a text can stand as a literal block and come back as it was.
    private static boolean fitsBlock(String text) {
        if (text.startsWith("\n") || text.startsWith(" ") || text.endsWith("\n\n") || text.length() < 2) {
            return false;
        }
        boolean printable = text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f));
        return printable && text.lines().noneMatch(line -> line.isBlank() && !line.isEmpty());
    }

    private static String flow(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var parts = new ArrayList<String>();
                map.forEach((key, inner) -> parts.add(word(String.valueOf(key)) + ": " + flow(inner)));
                yield "{" + String.join(", ", parts) + "}";
            }
            case List<?> list -> "[" + String.join(", ", list.stream().map(ExperimentWriter::flow).toList()) + "]";
            case Double x -> number(x);
            case String text -> word(text);
            default -> String.valueOf(value);
        };
    }

    private static String number(double x) {
        if (Double.isNaN(x)) {
            return ".nan";
        }
        return Double.isInfinite(x) ? x > 0 ? ".inf" : "-.inf" : Double.toString(x);
    }

    private static String word(String text) {
        boolean reserved = RESERVED.stream().anyMatch(text::equalsIgnoreCase);
        boolean plain = PLAIN.matcher(text).matches() && text.length() < 60;
        return (plain && !reserved) || SCHEDULE.matcher(text).matches() ? text : quoted(text);
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c >= ' ' && c < 0x7f) {
                        quoted.appendCodePoint(c);
                    } else {
                        quoted.append("\\U").append(HexFormat.of().toHexDigits(c));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
