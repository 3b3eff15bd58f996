package rewardscope.ui.equation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/// Numbers as the eye wants them: three significant digits, a true minus, zeros kept at the end only where digits were
/// cut off after them.
public final class Figures {
    private static final MathContext THREE = new MathContext(3, RoundingMode.HALF_EVEN);
    private static final int MOST_WHOLE_DIGITS = 6;

    private Figures() {}

    /// Three significant digits.
    public static String brief(double x) {
        if (!Double.isFinite(x)) {
            return notFinite(x);
        }
        if (x == 0) {
            return "0";
        }
        double size = Math.abs(x);
        if (x == Math.rint(x) && size < 1e6) {
            return withMinus(String.format(Locale.ROOT, "%.0f", x));
        }
        if (size >= 1e6 || size < 5e-4) {
            String power = String.format(Locale.ROOT, "%.2e", x);
            return withMinus(power.replaceAll("e([+-])0*(\\d)", "e$1$2").replace("e+", "e"));
        }
        var exact = BigDecimal.valueOf(x);
        BigDecimal rounded = exact.round(THREE);
        if (rounded.compareTo(exact) == 0) {
            rounded = rounded.stripTrailingZeros();
        }
        int whole = rounded.precision() - rounded.scale();
        return withMinus(
                whole <= MOST_WHOLE_DIGITS && rounded.scale() < 0
                        ? rounded.setScale(0).toPlainString()
                        : rounded.toPlainString());
    }

    /// Every digit there is.
    public static String exact(double x) {
        if (!Double.isFinite(x)) {
            return notFinite(x);
        }
        return withMinus(
                x == Math.rint(x) && Math.abs(x) < 1e15 ? String.format(Locale.ROOT, "%.0f", x) : Double.toString(x));
    }

    private static String notFinite(double x) {
        return Double.isNaN(x) ? "not a number" : x > 0 ? "∞" : "−∞";
    }

    private static String withMinus(String digits) {
        return digits.equals("-0") ? "0" : digits.replace('-', '−');
    }
}
