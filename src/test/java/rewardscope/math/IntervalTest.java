package rewardscope.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    /// The table at the back of every statistics book, two-sided 95 % and 99 %.
    @ParameterizedTest
    @CsvSource({
        "0.975, 1, 12.7062", "0.975, 2, 4.30265", "0.975, 4, 2.77645", "0.975, 9, 2.26216", "0.975, 29, 2.04523",
        "0.975, 120, 1.97993", "0.995, 1, 63.6567", "0.995, 9, 3.24984", "0.9, 5, 1.47588"
    })
    void quantilesAreThoseOfTheTable(double p, double freedom, double t) {
        assertThat(StudentT.quantile(p, freedom)).isCloseTo(t, within(5e-6 * t));
        assertThat(StudentT.quantile(1 - p, freedom)).isCloseTo(-t, within(5e-6 * t));
    }

    @Test
    void withOneDegreeOfFreedomItIsCauchy() {
        assertThat(StudentT.cumulative(1, 1)).isCloseTo(0.75, within(1e-12));
        assertThat(StudentT.cumulative(-3, 1)).isCloseTo(0.5 - Math.atan(3) / Math.PI, within(1e-12));
    }

    @Test
    void anIntervalByHand() {
        // mean 3, deviation √2.5, error √(2.5/5) = √0.5, t = 2.77645
        Interval interval = Interval.of(1, 2, 3, 4, 5);
        assertThat(interval.mean()).isEqualTo(3);
        assertThat(interval.half()).isCloseTo(2.77645 * Math.sqrt(0.5), within(1e-4));
    }

    @Test
    void onePointHasNoInterval() {
        assertThat(Interval.of(7).half()).isInfinite();
        assertThat(Interval.of(7).covers(1e9)).isTrue();
    }

    @Test
    void pairsTakeOutWhatBothShare() {
        double[] a = {101, 53, 212, 9};
        double[] b = {100, 52, 211, 8};
        Interval difference = Interval.ofDifference(a, b);
        assertThat(difference.mean()).isEqualTo(1);
        assertThat(difference.half()).isZero();
        assertThat(difference.covers(0)).isFalse();
    }
}
