package rewardscope.ui.equation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void threeSignificantDigits() {
        assertThat(Figures.brief(0.123456)).isEqualTo("0.123");
        assertThat(Figures.brief(12.3456)).isEqualTo("12.3");
        assertThat(Figures.brief(0.000812345)).isEqualTo("0.000812");
        assertThat(Figures.brief(1234.5)).isEqualTo("1230");
    }

    @Test
    void zerosAtTheEndStandOnlyWhereDigitsWereCutOff() {
        assertThat(Figures.brief(0.5)).isEqualTo("0.5");
        assertThat(Figures.brief(0.50004)).isEqualTo("0.500");
    }

    @Test
    void whatIsNotANumberIsSaidPlainly() {
        assertThat(Figures.brief(Double.NaN)).isEqualTo("not a number");
        assertThat(Figures.brief(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
        assertThat(Figures.exact(Double.POSITIVE_INFINITY)).isEqualTo("∞");
    }

    @Test
    void smallAndLargeOnesInPowersOfTen() {
        assertThat(Figures.brief(-0.0000763)).isEqualTo("−7.63e−5");
        assertThat(Figures.brief(12_345_678)).isEqualTo("1.23e7");
    }

    @Property
    void theFiguresAreWithinHalfAPerCent(@ForAll @DoubleRange(min = -999, max = 999) double x) {
        double shown = Double.parseDouble(Figures.brief(x).replace('−', '-'));
        assertThat(Math.abs(shown - x)).isLessThanOrEqualTo(Math.abs(x) * 0.005 + 1e-300);
    }
}
