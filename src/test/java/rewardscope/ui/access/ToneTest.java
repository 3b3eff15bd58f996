package rewardscope.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToneTest {
    @Test
    void noErrorIsTheMiddleAAndTheLargestAnOctaveUpOrDown() {
        assertThat(Tone.of(0, 2).hertz()).isEqualTo(440);
        assertThat(Tone.of(2, 2).hertz()).isEqualTo(880);
        assertThat(Tone.of(-2, 2).hertz()).isEqualTo(220);
        assertThat(Tone.of(0, 0).hertz()).isEqualTo(440);
    }

    @Test
    void aLargerErrorIsLouder() {
        assertThat(Tone.of(1, 2).loudness()).isBetween(Tone.of(0.1, 2).loudness(), Tone.of(-2, 2).loudness());
        assertThat(Tone.of(-2, 2).loudness()).isEqualTo(1);
    }

    @Test
    void aToneCrossesZeroTwiceAPeriodAndBeginsAndEndsInSilence() {
        byte[] samples = Tone.of(0, 1).samples();
        int crossings = 0;
        for (int i = 2; i + 1 < samples.length; i += 2) {
            crossings += (at(samples, i) >= 0) != (at(samples, i - 2) >= 0) ? 1 : 0;
        }
        double seconds = samples.length / 2.0 / Tone.RATE;
        assertThat(crossings / 2.0 / seconds).isBetween(430.0, 450.0);
        assertThat(at(samples, 0)).isZero();
        assertThat(at(samples, samples.length - 2)).isZero();
    }

    private static int at(byte[] samples, int i) {
        return samples[i + 1] << 8 | samples[i] & 0xff;
    }
}
