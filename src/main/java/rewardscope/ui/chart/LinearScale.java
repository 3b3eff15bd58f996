package rewardscope.ui.chart;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import rewardscope.ui.stage.Numbers;

/// The range of an axis of plain numbers. The library's own steps end before the numbers of a run that diverges do: its
/// labels would be three hundred digits long and cover the curve.
final class LinearScale {
    private static final double LARGE = 1e7;

    /// Half of this is as far as an axis reaches: between its ends must lie a number that a computer can hold.
    private static final double WIDEST = 1.6e308;

    private LinearScale() {}

    /// @param low the smallest value shown
    /// @param high the largest
    static void set(NumberAxis axis, double low, double high) {
        double span = Math.min(WIDEST / 2, high) - Math.max(-WIDEST / 2, low);
        double margin = span > 0 ? 0.06 * span : Math.max(0.5, 0.1 * Math.abs(high));
        double bottom = Math.max(-WIDEST / 2, low - margin);
        double top = Math.min(WIDEST / 2, high + margin);
        axis.setRange(bottom, top);
        if (Math.max(Math.abs(bottom), Math.abs(top)) < LARGE) {
            axis.setNumberFormatOverride(null);
            axis.setAutoTickUnitSelection(true);
        } else {
            axis.setNumberFormatOverride(new Brief());
            axis.setTickUnit(new NumberTickUnit(step((top - bottom) / 3)));
        }
    }

    /// 1, 2 or 5 times a power of ten, not below a length.
    static double step(double length) {
        double power = Math.pow(10, Math.floor(Math.log10(length)));
        double share = length / power;
        return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
    }

    /// As numbers are written everywhere in the window.
    private static final class Brief extends NumberFormat {
        private static final long serialVersionUID = 1;

        @Override
        public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
            return to.append(Numbers.brief(number));
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
}
