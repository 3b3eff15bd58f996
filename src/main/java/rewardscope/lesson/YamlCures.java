package rewardscope.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What to do about text that is not YAML. The parser says what it expected; an author wants to know what to write.
final class YamlCures {
    private static final String FENCE = "```";

    /// @param said the beginning of what the parser says, or a part of it
    private record Cure(String said, String cure) {}

    private static final List<Cure> CURES = List.of(
            new Cure("expected ',' or '}'", "Close the `{` with `}`, and put a value with brackets, a comma or a colon in quotes"),
            new Cure("expected ',' or ']'", "Close the `[` with `]`, and put a value with brackets, a comma or a colon in quotes"),
            new Cure("mapping values are not allowed here",
                    "Put a text with a colon in quotes, or begin it in a line of its own after `>-`; "
                            + "let keys that belong together begin in the same column"),
            new Cure("(TAB)", "Indent with spaces"),
            new Cure("unknown escape character", "In double quotes write `\\\\` for `\\`, or use single quotes"),
            new Cure("unexpected end of stream", "Close the quotation mark"),
            new Cure("'<block mapping start>'", "Let keys that belong together begin in the same column"),
            new Cure("expected <block end>", "Put a value that begins with a bracket or a quotation mark in quotes as a whole, "
                            + "and let keys that belong together begin in the same column"),
            new Cure("could not find expected ':'", "Write `key: value`, with a space after the colon"),
            new Cure("that cannot start any token", "Put the value in quotes"));

    /// The parser's most frequent sentences in words that need no knowledge of parsers.
    private static final Map<String, String> PLAIN = Map.of(
            "found unexpected end of stream", "a quotation mark is opened here and never closed",
            "expected <block end>, but found '<block mapping start>'",
                    "this line begins further right or left than the keys that it belongs to",
            "mapping values are not allowed here", "a colon cannot stand here",
            "could not find expected ':'", "there is no colon after this key");

    /// What double quotes make of the first two letters of LaTeX's commands, and what is left of them: `\alpha` rings a
    /// bell, `\frac` feeds a form.
    private record Swallowed(String escape, Pattern command) {
        Swallowed(String escape, String made, String left) {
            this(escape, Pattern.compile(made + "(?:" + left + ")(?![a-zA-Z])"));
        }
    }

    private static final List<Swallowed> SWALLOWED = List.of(
            new Swallowed("\\a", "\u0007", "lpha|pprox|rg|st"),
            new Swallowed("\\b", "\b", "eta|ar|egin|ig|inom|oldsymbol|ullet"),
            new Swallowed("\\t", "\t", "heta|au|ext|extbf|extit|imes|o|ilde|op|frac"),
            new Swallowed("\\n", "\n", "u|abla|eq|e|ot|otin"),
            new Swallowed("\\v", "\u000b", "arepsilon|arphi|artheta|ec|ee|dots"),
            new Swallowed("\\f", "\f", "rac|orall|lat"),
            new Swallowed("\\r", "\r", "ho|ight|ightarrow|angle|floor|ceil"),
            new Swallowed("\\e", "\u001b", "psilon|ta|ll|quiv|xists|xp|mptyset|nd"),
            new Swallowed("\\P", "\u2029", "r|i|hi|si"));

    private YamlCures() {}

    /// The escape in a formula between double quotes that its author hardly meant, if there is one.
    static Optional<String> swallowed(String value) {
        String[] parts = value.replace("$$", "$").split("\\$", -1); // words, formula, words, formula, words
        for (int i = 1; i < parts.length - 1; i += 2) {
            for (Swallowed each : SWALLOWED) {
                if (each.command().matcher(parts[i]).find()) {
                    return Optional.of(each.escape());
                }
            }
        }
        return Optional.empty();
    }

    /// What the parser says, for people who write lessons.
    static String plainly(String said) {
        return PLAIN.getOrDefault(said, said);
    }

    /// Whether the author has to change what the parser had begun to read, not the place where it gave up.
    static boolean faultIsWhereItBegan(String said) {
        return said.contains("unexpected end of stream") || said.contains("could not find expected ':'");
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
