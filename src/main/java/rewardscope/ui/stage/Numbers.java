package rewardscope.ui.stage;

import java.util.Locale;

/// Numbers as the stage writes them: three significant digits, a true minus sign, the same in every locale.
public final class Numbers {
    private Numbers() {}

    /// Three significant digits; whole numbers bare.
    public static String brief(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        double magnitude = Math.abs(value);
        if (magnitude == Math.rint(magnitude) && magnitude < 1e5) {
            return sign(String.format(Locale.ROOT, "%.0f", value == 0 ? 0.0 : value));
        }
        if (magnitude >= 1e5 || magnitude < 5e-4) {
            return sign(String.format(Locale.ROOT, "%.1e", value).replace("e-0", "e-").replace("e+0", "e"));
        }
        int decimals = magnitude >= 99.95 ? 0 : magnitude >= 9.995 ? 1 : magnitude >= 0.9995 ? 2 : magnitude >= 0.09995 ? 3 : 4;
        return sign(String.format(Locale.ROOT, "%." + decimals + "f", value));
    }

    /// Two significant digits and no zero before the point, for narrow places: −.84, 9.5, −13, 1.3e4.
    public static String briefer(double value) {
        double magnitude = Math.abs(value);
        if (!Double.isFinite(value) || magnitude == Math.rint(magnitude) && magnitude < 1000) {
            return brief(value);
        }
        if (magnitude >= 999.5 || magnitude < 5e-3) {
            return sign(String.format(Locale.ROOT, "%.0e", value).replace("e-0", "e-").replace("e+0", "e"));
        }
        int decimals = magnitude >= 9.95 ? 0 : magnitude >= 0.995 ? 1 : magnitude >= 0.0995 ? 2 : 3;
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return sign(text.replaceFirst("^(-?)0\\.", "$1."));
    }

    /// Ten significant digits at most, for pointing at a number.
    public static String exact(double value) {
        if (!Double.isFinite(value)) {
            return brief(value);
        }
        String text = String.format(Locale.ROOT, "%.10g", value);
        if (text.contains("e")) {
            return sign(text.replaceFirst("\\.?0+e", "e"));
        }
        return sign(text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text);
    }

    /// With a plus sign where it is positive: a reward.
    public static String signed(double value) {
        return value > 0 ? "+" + brief(value) : brief(value);
    }

    private static String sign(String text) {
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }
}
