package rewardscope.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rewardscope.agent.Equation.Each;
import rewardscope.agent.Equation.Piece;
import rewardscope.agent.Equation.Symbol;
import rewardscope.agent.Equation.Term;
import rewardscope.agent.Equation.Text;

/// Works out the right-hand side of an equation's line from the components of a record, as a student would: numbers
/// for terms, then plain arithmetic. Knows `+ − ·`, juxtaposition, brackets of all sizes, `\frac{}{}`, powers
/// `x^{...}`, and the functions `\max`, `\min`, `\exp`, `\ln`, `\log` and `\sqrt` of a bracketed (or braced) list.
public final class EquationArithmetic {
    /// What a line says and what its right-hand side comes to.
    ///
    /// @param shown the number on the left
    /// @param computed the right-hand side, worked out from its terms
    public record Line(double shown, double computed) {}

    private final List<Object> tokens = new ArrayList<>();
    private int at;

    private EquationArithmetic() {}

    public static List<Line> evaluate(StepEvent event) {
        var lines = new ArrayList<Line>();
        var components = Components.of((Record) event);
        for (List<Piece> line : event.equation().lines()) {
            var arithmetic = new EquationArithmetic();
            arithmetic.tokenize(line, components);
            double shown = arithmetic.sum();
            arithmetic.expect("=");
            double computed = arithmetic.sum();
            if (arithmetic.at < arithmetic.tokens.size()) {
                throw new IllegalArgumentException("cannot read " + arithmetic.tokens.get(arithmetic.at) + " in "
                        + event.equation().latex());
            }
            lines.add(new Line(shown, computed));
        }
        return lines;
    }

    private void tokenize(List<Piece> pieces, Map<String, Object> components) {
        for (Piece piece : pieces) {
            switch (piece) {
                case Symbol _ -> {}
                case Term term -> tokens.add(number(components, term.component()));
                case Text text -> tokenize(text.latex());
                case Each each -> {
                    boolean sum = each.joiner().contains("+");
                    if (sum) {
                        tokens.add("(");
                    }
                    boolean first = true;
                    for (Object item : (List<?>) component(components, each.component())) {
                        if (!first) {
                            tokenize(each.joiner());
                        }
                        first = false;
                        tokenize(each.body(), Components.of((Record) item));
                    }
                    if (first) {
                        tokens.add(0.0);
                    }
                    if (sum) {
                        tokens.add(")");
                    }
                }
            }
        }
    }

    private static Object component(Map<String, Object> components, String name) {
        Object value = components.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the record has no component `" + name + "`, only " + components.keySet());
        }
        return value;
    }

    private static double number(Map<String, Object> components, String name) {
        return switch (component(components, name)) {
            case Number number -> number.doubleValue();
            case Boolean flag -> flag ? 1 : 0;
            case Object other -> throw new IllegalArgumentException("`" + name + "` is not a number but " + other);
        };
    }

    private void tokenize(String latex) {
        String rest = latex.replaceAll("\\\\(left|right|bigl|bigr|Bigl|Bigr|big|Big)(?![a-zA-Z])", "")
                .replaceAll("\\\\[,;:! ]|\\\\q?quad", " ")
                .replace("\\leftarrow", "=")
                .replace("\\cdot", "*")
                .replace("\\times", "*")
                .replace("\\{", "(")
                .replace("\\}", ")")
                .replace("−", "-");
        int i = 0;
        while (i < rest.length()) {
            char c = rest.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
            } else if (Character.isDigit(c) || c == '.') {
                int start = i;
                while (i < rest.length() && (Character.isDigit(rest.charAt(i)) || rest.charAt(i) == '.')) {
                    i++;
                }
                tokens.add(Double.parseDouble(rest.substring(start, i)));
            } else if (c == '\\') {
                int start = i++;
                while (i < rest.length() && Character.isLetter(rest.charAt(i))) {
                    i++;
                }
                tokens.add(rest.substring(start, i));
            } else {
                tokens.add(
                        switch (c) {
                            case '[', '{' -> "(";
                            case ']', '}' -> ")";
                            default -> String.valueOf(c);
                        });
                i++;
            }
        }
    }

    private boolean next(String token) {
        return at < tokens.size() && tokens.get(at).equals(token);
    }

    private void expect(String token) {
        if (!next(token)) {
            throw new IllegalArgumentException("expected " + token + " at " + tokens.subList(at, tokens.size()));
        }
        at++;
    }

    private double sum() {
        double value = 0;
        int sign = 1;
        while (true) {
            if (next("-")) {
                at++;
                sign = -sign;
                continue;
            }
            if (next("+")) {
                at++;
                continue;
            }
            value += sign * product();
            sign = 1;
            if (!next("+") && !next("-")) {
                return value;
            }
        }
    }

    private double product() {
        double value = power();
        while (at < tokens.size()) {
            Object token = tokens.get(at);
            if (token.equals("*")) {
                at++;
                value *= power();
            } else if (token.equals("/")) {
                at++;
                value /= power();
            } else if (token instanceof Double || token.equals("(") || token.toString().startsWith("\\")) {
                value *= power();
            } else {
                break;
            }
        }
        return value;
    }

    private double power() {
        double base = atom();
        if (next("^")) {
            at++;
            return Math.pow(base, atom());
        }
        return base;
    }

    private double atom() {
        Object token = tokens.get(at++);
        if (token instanceof Double number) {
            return number;
        }
        return switch (token.toString()) {
            case "(" -> {
                double value = sum();
                expect(")");
                yield value;
            }
            case "\\frac" -> {
                double numerator = atom();
                yield numerator / atom();
            }
            case "\\max" -> arguments().stream().mapToDouble(x -> x).max().orElseThrow();
            case "\\min" -> arguments().stream().mapToDouble(x -> x).min().orElseThrow();
            case "\\exp" -> Math.exp(atom());
            case "\\ln", "\\log" -> Math.log(atom());
            case "\\sqrt" -> Math.sqrt(atom());
            default -> throw new IllegalArgumentException("cannot read " + token + " before "
                    + tokens.subList(at, tokens.size()));
        };
    }

    private List<Double> arguments() {
        var values = new ArrayList<Double>();
        expect("(");
        values.add(sum());
        while (next(",")) {
            at++;
            values.add(sum());
        }
        expect(")");
        return values;
    }
}
