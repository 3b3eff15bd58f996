package rewardscope.ui.formula;

import java.util.Map;
import java.util.regex.Pattern;

/// A formula in words, roughly as a lecturer reads it out: `\frac{a}{b}` is "a over b".
final class SpokenFormula {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("leftarrow", "becomes"),
            Map.entry("gets", "becomes"),
            Map.entry("rightarrow", "to"),
            Map.entry("to", "to"),
            Map.entry("cdot", "times"),
            Map.entry("times", "times"),
            Map.entry("sum", "the sum over"),
            Map.entry("prod", "the product over"),
            Map.entry("max", "the maximum"),
            Map.entry("min", "the minimum"),
            Map.entry("mid", "given"),
            Map.entry("le", "is at most"),
            Map.entry("leq", "is at most"),
            Map.entry("ge", "is at least"),
            Map.entry("geq", "is at least"),
            Map.entry("ne", "is not"),
            Map.entry("neq", "is not"),
            Map.entry("approx", "is about"),
            Map.entry("in", "in"),
            Map.entry("infty", "infinity"),
            Map.entry("mathbb", ""),
            Map.entry("mathbf", ""),
            Map.entry("mathrm", ""),
            Map.entry("mathcal", ""),
            Map.entry("boldsymbol", ""),
            Map.entry("operatorname", ""),
            Map.entry("text", ""),
            Map.entry("hat", "hat"),
            Map.entry("left", ""),
            Map.entry("right", ""),
            Map.entry("bigl", ""),
            Map.entry("bigr", ""),
            Map.entry("Bigl", ""),
            Map.entry("Bigr", ""),
            Map.entry("big", ""),
            Map.entry("Big", ""),
            Map.entry("quad", ","),
            Map.entry("qquad", ","),
            Map.entry("sqrt", "the square root of"),
            Map.entry("varepsilon", "epsilon"),
            Map.entry("varphi", "phi"),
            Map.entry("vartheta", "theta"),
            Map.entry("ldots", "and so on"),
            Map.entry("dots", "and so on"),
            Map.entry("checkmark", "(chosen)"),
            Map.entry("cdots", "and so on"));

    private static final Pattern FRACTION = Pattern.compile("\\\\[dt]?frac\\{([^{}]*)}\\{([^{}]*)}");
    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+)");

    private SpokenFormula() {}

    static String of(String latex) {
        String text = latex;
        for (String before = ""; !before.equals(text); ) {
            before = text;
            text = FRACTION.matcher(text).replaceAll("$1 over $2 ");
        }
        text = text.replaceAll("\\\\[,;:! ]", " ").replaceAll("\\\\([{}|%$])", "$1").replace("\\\\", ", ");
        text = COMMAND.matcher(text)
                .replaceAll(found -> " " + WORDS.getOrDefault(found.group(1), found.group(1)) + " ");
        text = text.replaceAll("'+", " prime ")
                .replaceAll("\\^", " to the ")
                .replace("_", " sub ")
                .replaceAll("[{}&~]", " ")
                .replace("=", " equals ")
                .replace("+", " plus ")
                .replaceAll("[−-]", " minus ");
        return text.replaceAll("\\s+", " ").replaceAll(" ([,)\\]])", "$1").replaceAll("([(\\[]) ", "$1").strip();
    }
}
