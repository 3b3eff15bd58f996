package rewardscope.lesson;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the target of a link.
final class LinkReader {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");
    private static final List<String> UNITS = List.of("steps", "episodes", "sweeps", "updates");
    private static final List<String> SHOWN = List.of("state", "action", "pane", "series", "figure");
    private static final List<String> PANES =
            List.of("stage", "equation", "chart", "table", "answers", "inside", "compare", "parameters", "log", "label");

    private final Problems problems;
    private final int line;
    private final int column;

    LinkReader(Problems problems, int line, int column) {
        this.problems = problems;
        this.line = line;
        this.column = column;
    }

    LinkTarget read(String destination) {
        String scheme = SCHEME.matcher(destination).matches()
                ? destination.substring(0, destination.indexOf(':')).toLowerCase(Locale.ROOT)
                : "";
        String rest = scheme.isEmpty() ? destination : destination.substring(scheme.length() + 1);
        return switch (scheme) {
            case "do" -> act(rest, destination);
            case "show" -> show(rest, destination);
            case "http", "https" -> new LinkTarget.Web(destination);
            case "" -> relative(destination);
            default -> broken(
                    destination,
                    "a link cannot begin with `" + scheme + ":`",
                    "Write `do:`, `show:`, `https:` or the path of another lesson");
        };
    }

    private LinkTarget broken(String destination, String message, String cure) {
        problems.at(line, column, message, cure);
        return new LinkTarget.Broken(destination);
    }

    private LinkTarget relative(String destination) {
        if (destination.startsWith("#")) {
            return new LinkTarget.OtherLesson(destination);
        }
        String path = destination.contains("#") ? destination.substring(0, destination.indexOf('#')) : destination;
        if (!path.endsWith(".md") || path.startsWith("/") || path.contains("\\")) {
            return broken(
                    destination,
                    "`" + destination + "` is not the path of a lesson",
                    "Write a path from this lesson's folder that ends with `.md`");
        }
        return new LinkTarget.OtherLesson(destination);
    }

    private LinkTarget act(String rest, String destination) {
        var query = query(rest);
        if (query.isEmpty()) {
            return broken(destination, "the link `" + destination + "` cannot be read", "Write `do:id?episodes=2`");
        }
        var unit = LinkTarget.Unit.NOTHING;
        long amount = 0;
        boolean restart = false;
        var changes = new LinkedHashMap<String, String>();
        for (var entry : query.get().values().entrySet()) {
            String key = entry.getKey();
            String value = entry.getValue();
            if (UNITS.contains(key)) {
                if (!value.matches("[1-9][0-9]{0,9}")) {
                    return broken(
                            destination,
                            "`" + key + "` has to be a whole number of at least 1, and this is `" + value + "`",
                            "Write for example `" + key + "=2`");
                }
                if (unit != LinkTarget.Unit.NOTHING) {
                    return broken(destination, "a link runs one kind of unit, and this names two", "");
                }
                unit = LinkTarget.Unit.valueOf(key.toUpperCase(Locale.ROOT));
                amount = Long.parseLong(value);
            } else if (key.equals("restart")) {
                if (!List.of("", "true", "false").contains(value)) {
                    return broken(
                            destination,
                            "`restart` has to be true or false, and this is `" + value + "`",
                            "Write `restart=true`");
                }
                restart = !value.equals("false");
            } else {
                changes.put(key, value);
            }
        }
        return new LinkTarget.Do(query.get().simulation(), unit, amount, restart, Map.copyOf(changes));
    }

    private LinkTarget show(String rest, String destination) {
        var query = query(rest);
        if (query.isEmpty()) {
            return broken(destination, "the link `" + destination + "` cannot be read", "Write `show:id?state=3`");
        }
        var values = query.get().values();
        for (String key : values.keySet()) {
            if (!SHOWN.contains(key)) {
                return broken(destination, "`" + key + "` cannot be shown", Nearest.cure(key, SHOWN));
            }
        }
        String pane = values.getOrDefault("pane", PANES.getFirst());
        if (!PANES.contains(pane)) {
            return broken(destination, "there is no pane `" + pane + "`", Nearest.cure(pane, PANES));
        }
        return new LinkTarget.Show(
                query.get().simulation(),
                Optional.ofNullable(values.get("state")),
                Optional.ofNullable(values.get("action")),
                Optional.ofNullable(values.get("pane")),
                Optional.ofNullable(values.get("series")),
                Optional.ofNullable(values.get("figure")));
    }

    private record Query(String simulation, Map<String, String> values) {}

    private static Optional<Query> query(String rest) {
        int mark = rest.indexOf('?');
        String simulation = mark < 0 ? rest : rest.substring(0, mark);
        var values = new LinkedHashMap<String, String>();
        if (mark >= 0) {
            for (String pair : rest.substring(mark + 1).split("&")) {
                int equals = pair.indexOf('=');
                String key = equals < 0 ? pair : pair.substring(0, equals);
                values.put(decoded(key), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return simulation.isEmpty() ? Optional.empty() : Optional.of(new Query(simulation, values));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
