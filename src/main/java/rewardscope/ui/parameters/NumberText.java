package rewardscope.ui.parameters;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;
import rewardscope.lesson.Numerals;

/// Numbers as they are typed and shown: a point, or a comma where people write one.
final class NumberText {
    private NumberText() {}

    /// The number that a text says, if it says one.
    static OptionalDouble parse(String text) {
        String plain = Numerals.plain(text);
        if (!plain.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(plain);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /// Six significant digits at most, without trailing zeros.
    static String show(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        var decimal = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
        double magnitude = Math.abs(value);
        return value == 0 ? "0" : magnitude < 1e-4 || magnitude >= 1e7 ? decimal.toString().replace("E", "e") : decimal.toPlainString();
    }
}
