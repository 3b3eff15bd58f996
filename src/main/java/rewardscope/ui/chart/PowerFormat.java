package rewardscope.ui.chart;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/// Powers of ten as they are written by hand: 10⁻³; others plain.
final class PowerFormat extends NumberFormat {
    private static final long serialVersionUID = 1;
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
        long power = Math.round(Math.log10(number));
        if (Math.abs(power) <= 2 || Math.abs(Math.log10(number) - power) > 1e-9) {
            return to.append(String.format(Locale.ROOT, "%.3g", number).replaceFirst("\\.0*$|(\\.\\d*?)0+$", "$1"));
        }
        to.append("10").append(power < 0 ? "⁻" : "");
        Long.toString(Math.abs(power)).chars().forEach(digit -> to.append(RAISED.charAt(digit - '0')));
        return to;
    }

    @Override
    public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
        return format((double) number, to, position);
    }

    @Override
    public Number parse(String source, ParsePosition position) {
        throw new UnsupportedOperationException("only written, never read");
    }
}
