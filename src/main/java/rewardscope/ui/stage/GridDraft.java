package rewardscope.ui.stage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A grid being drawn: what an experiment's `environment` says of it, immutable.
///
/// @param rows characters, all rows of one length: `#` wall, `.` free, `S` start, others declared in `cells`
/// @param cells what a declared character stands for, its keys as in an experiment
/// @param other all other keys, as they were
public record GridDraft(List<String> rows, Map<Character, Map<String, Object>> cells, Map<String, Object> other) {
    public static final char WALL = '#';
    public static final char FREE = '.';
    public static final char START = 'S';

    private static final int MOST = 60;
    private static final String LETTERS = "ABCDEFHIJKLMNOQRTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// An empty room with a start and a goal.
    public static GridDraft blank(int rows, int columns) {
        var lines = new ArrayList<String>();
        for (int row = 0; row < rows; row++) {
            lines.add(".".repeat(columns));
        }
        var other = new LinkedHashMap<String, Object>();
        other.put("type", "gridworld");
        return new GridDraft(List.copyOf(lines), Map.of(), other)
                .with(rows - 1, 0, START)
                .pay(0, columns - 1, 1, true, false);
    }

    /// Reads an `environment` mapping; empty if it draws no layout.
    public static Optional<GridDraft> of(Map<String, Object> environment) {
        if (!(environment.get("layout") instanceof Object layout)) {
            return Optional.empty();
        }
        List<String> lines = layout instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : String.valueOf(layout).stripTrailing().lines().map(String::stripTrailing).toList();
        int columns = lines.stream().mapToInt(String::length).max().orElse(0);
        if (columns == 0) {
            return Optional.empty();
        }
        var rows = lines.stream().map(line -> line + "#".repeat(columns - line.length())).toList();
        var cells = new LinkedHashMap<Character, Map<String, Object>>();
        if (environment.get("cells") instanceof Map<?, ?> declared) {
            declared.forEach((symbol, keys) -> {
                var values = new LinkedHashMap<String, Object>();
                if (keys instanceof Map<?, ?> map) {
                    map.forEach((key, value) -> values.put(String.valueOf(key), value));
                }
                cells.put(String.valueOf(symbol).charAt(0), values);
            });
        }
        var other = new LinkedHashMap<>(environment);
        other.remove("layout");
        other.remove("cells");
        return Optional.of(new GridDraft(rows, cells, other));
    }

    public int height() {
        return rows.size();
    }

    public int width() {
        return rows.getFirst().length();
    }

    public char at(int row, int column) {
        return rows.get(row).charAt(column);
    }

    /// What the cell pays; 0 for a plain one.
    public double reward(int row, int column) {
        return cells.getOrDefault(at(row, column), Map.of()).get("reward") instanceof Number number
                ? number.doubleValue()
                : 0;
    }

    public boolean terminal(int row, int column) {
        return Boolean.TRUE.equals(cells.getOrDefault(at(row, column), Map.of()).get("terminal"));
    }

    /// Whether the reward is received by the action `exit`.
    public boolean collectsOnExit(int row, int column) {
        return "exit".equals(cells.getOrDefault(at(row, column), Map.of()).get("collect"));
    }

    /// The same with another character in a cell.
    public GridDraft with(int row, int column, char symbol) {
        if (at(row, column) == symbol) {
            return this;
        }
        var changed = new ArrayList<>(rows);
        String line = rows.get(row);
        changed.set(row, line.substring(0, column) + symbol + line.substring(column + 1));
        return new GridDraft(List.copyOf(changed), cells, other).tidy();
    }

    /// The same with a cell that pays, or that ends the episode.
    public GridDraft pay(int row, int column, double reward, boolean terminal, boolean exit) {
        var keys = new LinkedHashMap<String, Object>();
        if (reward != 0) {
            keys.put("reward", plain(reward));
        }
        if (terminal) {
            keys.put("terminal", true);
            if (exit) {
                keys.put("collect", "exit");
            }
        }
        if (keys.isEmpty()) {
            return with(row, column, FREE);
        }
        for (var each : cells.entrySet()) {
            if (same(each.getValue(), keys)) {
                return with(row, column, each.getKey());
            }
        }
        char symbol = newSymbol(reward);
        var more = new LinkedHashMap<>(cells);
        more.put(symbol, keys);
        return new GridDraft(rows, more, other).with(row, column, symbol);
    }

    private static boolean same(Map<String, Object> a, Map<String, Object> b) {
        double ra = a.get("reward") instanceof Number n ? n.doubleValue() : 0;
        double rb = b.get("reward") instanceof Number n ? n.doubleValue() : 0;
        boolean ta = Boolean.TRUE.equals(a.get("terminal"));
        return ra == rb
                && ta == Boolean.TRUE.equals(b.get("terminal"))
                && "exit".equals(a.get("collect")) == "exit".equals(b.get("collect"))
                && !a.containsKey("to")
                && !a.containsKey("reset");
    }

    /// G for a goal, P for a pit, else the next letter that is free.
    private char newSymbol(double reward) {
        char wish = reward >= 0 ? 'G' : 'P';
        if (!cells.containsKey(wish)) {
            return wish;
        }
        return (char) LETTERS.chars().filter(c -> !cells.containsKey((char) c)).findFirst().orElse('?');
    }

    /// The same with more or fewer rows and columns, at the bottom and on the right.
    public GridDraft resized(int height, int width) {
        int h = Math.clamp(height, 1, MOST);
        int w = Math.clamp(width, 1, MOST);
        var changed = new ArrayList<String>();
        for (int row = 0; row < h; row++) {
            String line = row < height() ? rows.get(row) : "";
            changed.add(line.length() >= w ? line.substring(0, w) : line + ".".repeat(w - line.length()));
        }
        return new GridDraft(List.copyOf(changed), cells, other).tidy();
    }

    /// The same with a key set to a number, or without it where that is its default.
    public GridDraft withNumber(String key, double value) {
        var changed = new LinkedHashMap<>(other);
        if (value == 0) {
            changed.remove(key);
        } else {
            changed.put(key, plain(value));
        }
        return new GridDraft(rows, cells, changed);
    }

    public double number(String key) {
        return other.get(key) instanceof Number number ? number.doubleValue() : 0;
    }

    /// Without declarations that no cell uses any more.
    private GridDraft tidy() {
        var used = new LinkedHashMap<Character, Map<String, Object>>();
        cells.forEach((symbol, keys) -> {
            boolean drawn = rows.stream().anyMatch(line -> line.indexOf(symbol) >= 0);
            boolean target = cells.values().stream().anyMatch(k -> String.valueOf(symbol).equals(k.get("to")));
            if (drawn || target) {
                used.put(symbol, keys);
            }
        });
        return new GridDraft(rows, used, other);
    }

    private static Object plain(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return (long) value;
        }
        return value;
    }

    /// As an experiment's `environment` says it.
    public Map<String, Object> toSource() {
        var source = new LinkedHashMap<String, Object>();
        source.put("type", other.getOrDefault("type", "gridworld"));
        source.put("layout", String.join("\n", rows) + "\n");
        if (!cells.isEmpty()) {
            var declared = new LinkedHashMap<String, Object>();
            cells.forEach((symbol, keys) -> declared.put(String.valueOf(symbol), new LinkedHashMap<>(keys)));
            source.put("cells", declared);
        }
        other.forEach(source::putIfAbsent);
        return source;
    }
}
