package rewardscope.lesson;

import java.util.regex.Pattern;

/// What a plain scalar means, by the core schema of YAML 1.2. Free of the computer's locale.
final class YamlScalars {
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,18}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.[0-9]{1,400}|[0-9]{1,400}(\\.[0-9]{0,400})?)"
            + "([eE][-+]?[0-9]{1,5})?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private YamlScalars() {}

    static Node.Kind kind(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> Node.Kind.EMPTY;
            case "true", "True", "TRUE", "false", "False", "FALSE" -> Node.Kind.BOOLEAN;
            default -> INTEGER.matcher(text).matches()
                    ? Node.Kind.INTEGER
                    : NUMBER.matcher(text).matches() ? Node.Kind.NUMBER : Node.Kind.TEXT;
        };
    }

    static double number(String text) {
        return switch (text.charAt(text.length() - 1)) {
            case 'f', 'F' -> text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            case 'n', 'N' -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }

    static Object plain(Node.Scalar scalar) {
        return switch (scalar.kind()) {
            case TEXT -> scalar.text();
            case INTEGER -> (Object) Long.parseLong(scalar.text());
            case NUMBER -> (Object) number(scalar.text());
            case BOOLEAN -> (Object) scalar.text().equalsIgnoreCase("true");
            case EMPTY -> "";
        };
    }
}
