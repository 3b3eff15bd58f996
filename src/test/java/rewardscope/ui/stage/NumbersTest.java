package rewardscope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0.8115, 0.812", "0.66, 0.660", "1, 1", "-1, −1", "-22, −22", "24.419, 24.4", "9.9996, 10.0", "123.4, 123",
        "0.04, 0.0400", "-0.0821, −0.0821", "0, 0", "-0.0, 0", "0.99996, 1.00", "0.00001, 1.0e-5"
    })
    void threeSignificantDigits(double value, String written) {
        assertThat(Numbers.brief(value)).isEqualTo(written);
    }

    @Test
    void pointingShowsAllDigitsThatMatter() {
        assertThat(Numbers.exact(0.1 + 0.2)).isEqualTo("0.3");
        assertThat(Numbers.exact(0.6603127511)).isEqualTo("0.6603127511");
        assertThat(Numbers.exact(100)).isEqualTo("100");
    }

    @Test
    void whatIsNotThereIsADash() {
        assertThat(Numbers.brief(Double.NaN)).isEqualTo("–");
    }

    @Test
    void narrowPlacesGetTwoDigitsAndNoLeadingZero() {
        assertThat(Numbers.briefer(-12.64)).isEqualTo("−13");
        assertThat(Numbers.briefer(-9.46)).isEqualTo("−9.5");
        assertThat(Numbers.briefer(0.8442)).isEqualTo(".84");
        assertThat(Numbers.briefer(-0.0812)).isEqualTo("−.081");
        assertThat(Numbers.briefer(-99.6)).isEqualTo("−100");
        assertThat(Numbers.briefer(0)).isEqualTo("0");
        assertThat(Numbers.briefer(12345.6)).isEqualTo("1e4");
    }
}
