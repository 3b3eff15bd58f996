package rewardscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumeralsTest {
    @Test
    void aCommaIsADecimalCommaEverywhere() {
        assertThat(Response.number("0,5")).hasValue(0.5);
        assertThat(Response.number("1,000")).as("thousands are not grouped").hasValue(1);
    }

    @Test
    void twoMarksAreNoNumber() {
        assertThat(Response.number("1,000.5")).isEmpty();
        assertThat(Response.number("1.000,5")).isEmpty();
        assertThat(Response.number("1\u066C000")).isEmpty();
    }

    @Test
    void digitsOfAnyScriptCountAsWhatTheySay() {
        assertThat(Response.number("٠٫٥")).hasValue(0.5);
        assertThat(Response.number("−۱۲٫۲۵")).hasValue(-12.25);
        assertThat(Response.number("१/४")).hasValue(0.25);
        assertThat(Numerals.plain("\u200F٤\u200E")).isEqualTo("4");
    }
}
