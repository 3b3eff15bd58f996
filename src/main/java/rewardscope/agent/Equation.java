package rewardscope.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// An update rule as data: LaTeX whose terms name the components of a [StepEvent].
///
/// Written as LaTeX with three kinds of placeholders:
///
/// - `#{tdError|\delta}`: a term. The row of symbols shows `\delta`, the row of numbers the component `tdError`.
/// - `#sym{\max_a}`: for the eye alone. Shown among the symbols, left out of the numbers and of the arithmetic.
/// - `#each{outcomes|\sum_{s',r}| + |#{probability|p}\,[#{reward|r} + ...]}`: a list component. The symbols show the
///   operator and the body once; the numbers repeat the body for each item, with the joiner between them.
///
/// Several lines are separated by `\\`. Each line is `left = right` or `left \leftarrow right`; [EquationArithmetic]
/// evaluates the right from a record and so proves that equation and code agree.
///
/// @param latex the source
/// @param lines its pieces, a list a line
public record Equation(String latex, List<List<Piece>> lines) {
    /// A part of a line.
    public sealed interface Piece {}

    /// LaTeX shown in both rows.
    public record Text(String latex) implements Piece {}

    /// LaTeX shown among the symbols alone.
    public record Symbol(String latex) implements Piece {}

    /// A symbol over the number of a component.
    public record Term(String component, String latex) implements Piece {}

    /// A body repeated for each item of a list component.
    public record Each(String component, String operator, String joiner, List<Piece> body) implements Piece {}

    /// @throws IllegalArgumentException if a placeholder is not closed
    public static Equation of(String latex) {
        var lines = new ArrayList<List<Piece>>();
        for (String line : latex.strip().split("\\\\\\\\")) {
            lines.add(parse(line.strip()));
        }
        return new Equation(latex, List.copyOf(lines));
    }

    /// The names of all components that the equation shows, those inside lists as `outcomes.reward`.
    public List<String> components() {
        var names = new ArrayList<String>();
        lines.forEach(line -> collect(line, "", names));
        return names.stream().distinct().toList();
    }

    /// All terms, those inside lists too, in the order of reading.
    public List<Term> terms() {
        return lines.stream().flatMap(List::stream).flatMap(Equation::terms).toList();
    }

    private static Stream<Term> terms(Piece piece) {
        return switch (piece) {
            case Term term -> Stream.of(term);
            case Each each -> each.body().stream().flatMap(Equation::terms);
            case Text _, Symbol _ -> Stream.of();
        };
    }

    private static void collect(List<Piece> pieces, String prefix, List<String> names) {
        for (Piece piece : pieces) {
            switch (piece) {
                case Term term -> names.add(prefix + term.component());
                case Each each -> {
                    names.add(prefix + each.component());
                    collect(each.body(), prefix + each.component() + ".", names);
                }
                case Text _, Symbol _ -> {}
            }
        }
    }

    private static List<Piece> parse(String source) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        while (at < source.length()) {
            int hash = source.indexOf('#', at);
            if (hash < 0) {
                addText(pieces, source.substring(at));
                break;
            }
            addText(pieces, source.substring(at, hash));
            int open = source.indexOf('{', hash);
            int close = matchingBrace(source, open);
            String kind = source.substring(hash + 1, open);
            String content = source.substring(open + 1, close);
            pieces.add(
                    switch (kind) {
                        case "" -> {
                            var parts = splitTop(content);
                            yield new Term(parts.get(0), parts.get(1));
                        }
                        case "sym" -> new Symbol(content);
                        case "each" -> {
                            var parts = splitTop(content);
                            yield new Each(parts.get(0), parts.get(1), parts.get(2), parse(parts.get(3)));
                        }
                        default -> throw new IllegalArgumentException("unknown placeholder #" + kind + " in " + source);
                    });
            at = close + 1;
        }
        return List.copyOf(pieces);
    }

    private static void addText(List<Piece> pieces, String latex) {
        if (!latex.isBlank()) {
            pieces.add(new Text(latex.strip()));
        }
    }

    private static int matchingBrace(String source, int open) {
        int depth = 0;
        for (int i = Math.max(open, 0); i < source.length(); i++) {
            char c = source.charAt(i);
            boolean escaped = i > 0 && source.charAt(i - 1) == '\\';
            if (c == '{' && !escaped) {
                depth++;
            } else if (c == '}' && !escaped && --depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("a placeholder is not closed in " + source);
    }

    /// Splits at the bars that stand outside all braces.
    private static List<String> splitTop(String content) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            boolean escaped = i > 0 && content.charAt(i - 1) == '\\';
            if (c == '{' && !escaped) {
                depth++;
            } else if (c == '}' && !escaped) {
                depth--;
            } else if (c == '|' && depth == 0) {
                parts.add(content.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(content.substring(start));
        return parts;
    }
}
