package rewardscope.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What to do about text that is not YAML. The parser says what it expected; an author wants to know what to write.
final class YamlCures {
    private static final String FENCE = "```";

    /// @param said the beginning of what the parser says, or a part of it
    private record Cure(String said, String cure) {}

    private static final List<Cure> CURES = List.of(
            new Cure("expected ',' or '}'", "Close the `{` with `}`, and put a value with brackets, a comma or a colon in quotes"),
            new Cure("expected ',' or ']'", "Close the `[` with `]`, and put a value with brackets, a comma or a colon in quotes"),
            new Cure("mapping values are not allowed here", "Put a text with a colon in quotes, or begin it in a line of its own after `>-`"),
            new Cure("(TAB)", "Indent with spaces"),
            new Cure("unknown escape character", "In double quotes write `\\\\` for `\\`, or use single quotes"),
            new Cure("unexpected end of stream", "Close the quotation mark"),
            new Cure("expected <block end>", "Put a value that begins with a bracket or a quotation mark in quotes as a whole, "
                            + "and let keys that belong together begin in the same column"),
            new Cure("could not find expected ':'", "Write `key: value`, with a space after the colon"),
            new Cure("that cannot start any token", "Put the value in quotes"));

    /// What double quotes make of the beginnings of LaTeX's commands: `\alpha` rings a bell, `\frac` feeds a form.
    private static final Map<String, String> SWALLOWED = Map.ofEntries(
            Map.entry("\u0007", "\\a"),
            Map.entry("\b", "\\b"),
            Map.entry("\t", "\\t"),
            Map.entry("\u000b", "\\v"),
            Map.entry("\f", "\\f"),
            Map.entry("\r", "\\r"),
            Map.entry("\u001b", "\\e"),
            Map.entry("\u2029", "\\P"),
            Map.entry("\nu", "\\n"),
            Map.entry("\nabla", "\\n"),
            Map.entry("\neq", "\\n"));

    private YamlCures() {}

    /// The escape in a text between double quotes that its author hardly meant, if there is one.
    static Optional<String> swallowed(String value) {
        return SWALLOWED.entrySet().stream()
                .filter(entry -> value.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst();
    }

    /// A cure for what the parser says, or an empty one.
    ///
    /// @param line the text of the line that it stumbled over
    static String of(String said, String line) {
        if (said.contains("'`'") && line.strip().startsWith(FENCE)) {
            return "The block before it is not closed: end it with a line of its own, " + FENCE;
        }
        return CURES.stream().filter(cure -> said.contains(cure.said())).map(Cure::cure).findFirst().orElse("");
    }

    /// A decimal comma between braces makes a key of what follows it: `{alpha: 1,5}` has the keys `alpha` and `5`.
    ///
    /// @param before the entry before the key, if there is one
    static Optional<String> decimalComma(Optional<Node.Entry> before, Node.Entry entry) {
        boolean digits = entry.key().text().matches("[0-9]+") && entry.value() instanceof Node.Scalar(_, Node.Kind kind, _, _, _)
                && kind == Node.Kind.EMPTY;
        return before.filter(_ -> digits)
                .filter(whole -> whole.value() instanceof Node.Scalar value && value.text().matches("-?[0-9]+"))
                .map(whole -> "Write the number with a point: `" + whole.key().text() + ": "
                        + ((Node.Scalar) whole.value()).text() + "." + entry.key().text() + "`");
    }
}
