package rewardscope.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TuneFieldTest {
    @Test
    void aGoalNamesItsQuantityInWords() {
        assertThat(TuneField.quantity("episodes[9].length")).isEqualTo("length of episode 10");
        assertThat(TuneField.quantity("episodes[-1].return")).isEqualTo("return of the last episode");
        assertThat(TuneField.quantity("metrics.mean-return-100")).isEqualTo("mean return 100");
    }
}
