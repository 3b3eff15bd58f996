package rewardscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerFormatTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "10, 10", "100, 100", "1000, 10³", "0.1, 0.1", "0.01, 0.01", "0.001, 10⁻³", "20, 20", "2.5, 2.5",
        "300, 300", "1e12, 10¹²"})
    void tensArePowersAndNothingLosesItsZeros(double number, String written) {
        assertThat(new PowerFormat().format(number)).isEqualTo(written);
    }
}
