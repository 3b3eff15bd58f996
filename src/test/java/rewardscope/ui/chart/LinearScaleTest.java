package rewardscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jfree.chart.axis.NumberAxis;
import org.junit.jupiter.api.Test;

class LinearScaleTest {
    @Test
    void aRunThatDivergedHasAFewLabelsOfAFewCharacters() {
        var axis = new NumberAxis();
        LinearScale.set(axis, -4.86e307, 4.6e307);
        double span = axis.getRange().getLength();
        assertThat(span / axis.getTickUnit().getSize()).isBetween(1.0, 5.0);
        assertThat(axis.getNumberFormatOverride().format(axis.getTickUnit().getSize())).hasSizeLessThan(9);
    }

    @Test
    void theLargestNumbersOfAComputerStillMakeARange() {
        var axis = new NumberAxis();
        LinearScale.set(axis, -Double.MAX_VALUE, Double.MAX_VALUE);
        assertThat(axis.getRange().getLength()).isFinite().isPositive();
    }

    @Test
    void stepsAreOneTwoOrFiveTimesAPowerOfTen() {
        assertThat(LinearScale.step(3.2e200)).isCloseTo(5e200, within(1e190));
        assertThat(LinearScale.step(1.7e8)).isCloseTo(2e8, within(1.0));
        assertThat(LinearScale.step(7e9)).isCloseTo(1e10, within(1.0));
    }
}
