package rewardscope.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// A piece of YAML that knows where it stands. Lines and columns count from 1 in the file that it was read from.
public sealed interface Node {
    int line();

    int column();

    /// How it is called in a message: "a list", "the text `up`".
    String described();

    /// How it might be written in one line: a word as it stands, lists and mappings in brackets.
    String written();

    /// The same as plain maps, lists, strings, numbers and booleans; null for an empty value only inside those.
    Object plain();

    /// The same tree with every position replaced.
    Node movedTo(int line, int column);

    /// What a scalar looks like to YAML's core schema. Anything in quotes is a text.
    enum Kind {
        TEXT,
        INTEGER,
        NUMBER,
        BOOLEAN,
        EMPTY
    }

    /// A single value.
    ///
    /// @param text as written, without quotes
    /// @param blockColumn the column of the lines of a block of text that begins in the line below, 0 for anything else
    record Scalar(String text, Kind kind, int line, int column, int blockColumn) implements Node {
        public Scalar(String text, Kind kind, int line, int column) {
            this(text, kind, line, column, 0);
        }

        /// Its value, if it is an integer or another number.
        public OptionalDouble number() {
            return kind == Kind.INTEGER || kind == Kind.NUMBER
                    ? OptionalDouble.of(YamlScalars.number(text))
                    : OptionalDouble.empty();
        }

        @Override
        public String described() {
            return switch (kind) {
                case TEXT -> "the text `" + shortened(text) + "`";
                case INTEGER, NUMBER, BOOLEAN -> "`" + shortened(text) + "`";
                case EMPTY -> "nothing";
            };
        }

        @Override
        public String written() {
            return text;
        }

        private static String shortened(String text) {
            String line = text.lines().findFirst().orElse("");
            return line.length() == text.length() && line.length() <= 40
                    ? line
                    : line.substring(0, Math.min(line.length(), 37)) + "...";
        }

        @Override
        public Object plain() {
            return YamlScalars.plain(this);
        }

        @Override
        public Scalar movedTo(int line, int column) {
            return new Scalar(text, kind, line, column, 0);
        }
    }

    /// A list.
    record Sequence(List<Node> items, int line, int column) implements Node {
        @Override
        public String described() {
            return "a list";
        }

        @Override
        public String written() {
            return items.stream().map(Node::written).collect(Collectors.joining(", ", "[", "]"));
        }

        @Override
        public Object plain() {
            var list = new ArrayList<Object>();
            items.forEach(item -> list.add(item.plain()));
            return list;
        }

        @Override
        public Sequence movedTo(int line, int column) {
            return new Sequence(items.stream().map(i -> i.movedTo(line, column)).toList(), line, column);
        }
    }

    /// A key and its value.
    record Entry(Scalar key, Node value) {}

    /// Keys with values, each key once, in the order of the text.
    record Mapping(List<Entry> entries, int line, int column) implements Node {
        public Optional<Node> get(String key) {
            return entries.stream()
                    .filter(e -> e.key().text().equals(key))
                    .map(Entry::value)
                    .findFirst();
        }

        /// The same mapping with one key set: in its old place, or at the end.
        public Mapping with(Scalar key, Node value) {
            var changed = new ArrayList<Entry>();
            boolean found = false;
            for (Entry entry : entries) {
                boolean same = entry.key().text().equals(key.text());
                changed.add(same ? new Entry(key, value) : entry);
                found |= same;
            }
            if (!found) {
                changed.add(new Entry(key, value));
            }
            return new Mapping(List.copyOf(changed), line, column);
        }

        public Mapping without(String key) {
            return new Mapping(
                    entries.stream().filter(e -> !e.key().text().equals(key)).toList(), line, column);
        }

        @Override
        public String described() {
            return "a mapping";
        }

        @Override
        public String written() {
            return entries.stream()
                    .map(entry -> entry.key().text() + ": " + entry.value().written())
                    .collect(Collectors.joining(", ", "{", "}"));
        }

        @Override
        public Map<String, Object> plain() {
            var map = new LinkedHashMap<String, Object>();
            entries.forEach(e -> map.put(e.key().text(), e.value().plain()));
            return map;
        }

        @Override
        public Mapping movedTo(int line, int column) {
            return new Mapping(
                    entries.stream()
                            .map(e -> new Entry(
                                    e.key().movedTo(line, column), e.value().movedTo(line, column)))
                            .toList(),
                    line,
                    column);
        }
    }
}
