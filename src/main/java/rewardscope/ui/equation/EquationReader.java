package rewardscope.ui.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import rewardscope.agent.Equation;
import rewardscope.agent.Equation.Each;
import rewardscope.agent.Equation.Piece;
import rewardscope.agent.Equation.Symbol;
import rewardscope.agent.Equation.Term;
import rewardscope.agent.Equation.Text;

/// Turns the pieces of an equation's line into parts that can each be typeset alone: fences, fractions, roots and
/// powers that have terms inside become parts with rows of their own, and operators stand by themselves so that a line
/// can be broken before them.
final class EquationReader {
    /// A part of a line.
    sealed interface Part {}

    /// LaTeX in both rows.
    record Ink(String latex) implements Part {}

    /// An operator or relation, before which a line may be broken.
    record Operator(String latex) implements Part {}

    /// A bracket that grows with what it encloses.
    record Fence(String delimiter, boolean opens) implements Part {}

    /// LaTeX among the symbols alone.
    record ForTheEye(String latex) implements Part {}

    record TermPart(String component, String latex) implements Part {}

    record Fraction(List<Part> numerator, List<Part> denominator) implements Part {}

    /// A power or an index with terms in it.
    record Script(List<Part> content, boolean raised) implements Part {}

    record Root(List<Part> content) implements Part {}

    record EachPart(String component, String operator, String joiner, List<Part> body) implements Part {}

    private static final Set<String> OPERATORS = Set.of(
            "+", "-", "=", "−", "\\leftarrow", "\\gets", "\\cdot", "\\times", "\\approx", "\\propto", "\\le", "\\ge");

    private final List<Object> tokens = new ArrayList<>();
    private int at;

    private EquationReader() {}

    static List<List<Part>> read(Equation equation) {
        return equation.lines().stream().map(EquationReader::readLine).toList();
    }

    private static List<Part> readLine(List<Piece> pieces) {
        var reader = new EquationReader();
        for (Piece piece : pieces) {
            if (piece instanceof Text(String latex)) {
                reader.split(latex);
            } else {
                reader.tokens.add(piece);
            }
        }
        return reader.row("");
    }

    /// Commands, single characters and runs of blanks.
    private void split(String latex) {
        int i = 0;
        while (i < latex.length()) {
            int start = i++;
            if (latex.charAt(start) == '\\' && i < latex.length()) {
                if (Character.isLetter(latex.charAt(i))) {
                    while (i < latex.length() && Character.isLetter(latex.charAt(i))) {
                        i++;
                    }
                } else {
                    i++;
                }
            }
            tokens.add(latex.substring(start, i));
        }
    }

    private boolean ended(String end) {
        return at >= tokens.size() || (!end.isEmpty() && end.equals(tokens.get(at)));
    }

    private List<Part> row(String end) {
        var parts = new ArrayList<Part>();
        var raw = new StringBuilder();
        while (!ended(end)) {
            Object token = tokens.get(at++);
            switch (token) {
                case Term(String component, String latex) -> add(parts, raw, new TermPart(component, latex));
                case Symbol(String latex) -> add(parts, raw, new ForTheEye(latex));
                case Each(String component, String operator, String joiner, List<Piece> body) ->
                    add(parts, raw, new EachPart(component, operator, joiner, readLine(body)));
                default -> word(token.toString(), parts, raw);
            }
        }
        at++;
        flush(parts, raw);
        return List.copyOf(parts);
    }

    private void word(String word, List<Part> parts, StringBuilder raw) {
        switch (word) {
            case "\\left", "\\right" -> {
                skipBlanks();
                if (at < tokens.size()) {
                    add(parts, raw, new Fence(tokens.get(at++).toString(), word.equals("\\left")));
                }
            }
            case "\\frac", "\\dfrac", "\\tfrac" -> {
                List<Part> numerator = group();
                List<Part> denominator = group();
                if (plain(numerator) && plain(denominator)) {
                    raw.append("\\frac{").append(latex(numerator)).append("}{").append(latex(denominator)).append('}');
                } else {
                    add(parts, raw, new Fraction(numerator, denominator));
                }
            }
            case "\\sqrt" -> {
                List<Part> content = group();
                if (plain(content)) {
                    raw.append("\\sqrt{").append(latex(content)).append('}');
                } else {
                    add(parts, raw, new Root(content));
                }
            }
            case "^", "_" -> {
                List<Part> content = group();
                if (plain(content)) {
                    raw.append(raw.isEmpty() ? "{}" : "").append(word).append('{').append(latex(content)).append('}');
                } else {
                    add(parts, raw, new Script(content, word.equals("^")));
                }
            }
            case "{" -> {
                List<Part> content = row("}");
                if (plain(content)) {
                    raw.append('{').append(latex(content)).append('}');
                } else {
                    flush(parts, raw);
                    parts.addAll(content);
                }
            }
            default -> {
                if (OPERATORS.contains(word)) {
                    add(parts, raw, new Operator(word));
                } else {
                    raw.append(word);
                    if (word.length() > 1 && Character.isLetter(word.charAt(1))) {
                        raw.append(' ');
                    }
                }
            }
        }
    }

    private void skipBlanks() {
        while (at < tokens.size() && tokens.get(at) instanceof String s && s.isBlank()) {
            at++;
        }
    }

    /// What follows a command: a group in braces, or one token.
    private List<Part> group() {
        skipBlanks();
        if (at < tokens.size() && "{".equals(tokens.get(at))) {
            at++;
            return row("}");
        }
        int one = at;
        var inner = new EquationReader();
        if (one < tokens.size()) {
            inner.tokens.add(tokens.get(one));
            at++;
        }
        return inner.row("");
    }

    private static void add(List<Part> parts, StringBuilder raw, Part part) {
        flush(parts, raw);
        parts.add(part);
    }

    private static void flush(List<Part> parts, StringBuilder raw) {
        if (!raw.toString().isBlank()) {
            parts.add(new Ink(raw.toString().strip()));
        }
        raw.setLength(0);
    }

    private static boolean plain(List<Part> parts) {
        return parts.stream().allMatch(part -> part instanceof Ink || part instanceof Operator);
    }

    private static String latex(List<Part> parts) {
        var text = new StringBuilder();
        for (Part part : parts) {
            text.append(part instanceof Ink(String ink) ? ink : part instanceof Operator(String op) ? op : "")
                    .append(' ');
        }
        return text.toString().strip();
    }
}
