package rewardscope.ui.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Where a long formula may go on in the next line: after a relation such as `=`, or, where that is not enough, after a
/// plus, a minus or a product; never inside of brackets.
public final class FormulaBreaks {
    private static final Pattern TOKEN = Pattern.compile("\\\\[A-Za-z]+|\\\\.|\\s+|.", Pattern.DOTALL);
    private static final Set<String> RELATIONS = Set.of(
            "=", "<", ">", "\\le", "\\leq", "\\ge", "\\geq", "\\approx", "\\leftarrow", "\\rightarrow", "\\Rightarrow",
            "\\propto", "\\equiv", "\\qquad", "\\quad");
    private static final Set<String> OPERATORS = Set.of("+", "-", "\\cdot", "\\times");
    private static final Set<String> OPENING = Set.of("{", "(", "[", "\\left", "\\begin", "\\{", "\\lvert", "\\langle");
    private static final Set<String> CLOSING = Set.of("}", ")", "]", "\\right", "\\end", "\\}", "\\rvert", "\\rangle");

    private FormulaBreaks() {}

    /// The formula in pieces that can stand behind each other; one piece if there is nowhere to break it.
    ///
    /// @param atOperators whether to break after operators, too
    public static List<String> pieces(String latex, boolean atOperators) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        int depth = 0;
        boolean operand = false; // whether something stands there that an operator can join to what follows
        boolean script = false; // whether `_` or `^` stands right before
        for (var matcher = TOKEN.matcher(latex); matcher.find(); ) {
            String token = matcher.group();
            if (token.isBlank()) {
                piece.append(token);
                continue;
            }
            depth += OPENING.contains(token) && !token.equals("\\left") ? 1 : 0;
            depth -= CLOSING.contains(token) && !token.equals("\\right") ? 1 : 0;
            boolean relation = RELATIONS.contains(token);
            boolean operator = OPERATORS.contains(token);
            boolean here = depth == 0 && operand && !script && (relation || (operator && atOperators));
            if (here) { // a sign with nothing behind it would lose its space
                pieces.add(relation ? piece + token + "\\;" : piece.toString().stripTrailing() + "\\:" + token + "\\:");
                piece.setLength(0);
            } else {
                piece.append(token);
            }
            script = token.equals("_") || token.equals("^");
            operand = !relation && !operator && !script && !(depth > 0 && OPENING.contains(token));
        }
        if (!piece.toString().isBlank()) {
            pieces.add(piece.toString());
        }
        return pieces.size() < 2 ? List.of(latex) : List.copyOf(pieces);
    }
}
