package rewardscope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import rewardscope.ui.theme.Palette;

class ValueScaleTest {
    @Property(tries = 300)
    void everyNumberCanBeReadOnItsColour(
            @ForAll @DoubleRange(min = -30, max = 30) double a,
            @ForAll @DoubleRange(min = -30, max = 30) double b,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll boolean dark) {
        var scale = ValueScale.of(dark ? Palette.DARK : Palette.LIGHT, new double[] {a, b});
        var color = scale.color(a + share * (b - a));
        assertThat(ValueScale.contrast(color, ValueScale.inkOn(color))).isGreaterThanOrEqualTo(7);
    }

    @Test
    void zeroIsPaperAndBothSignsAreEquallyStrongAtEqualDistance() {
        var scale = ValueScale.of(Palette.LIGHT, new double[] {-1, 4});
        assertThat(scale.color(0)).isEqualTo(Palette.LIGHT.paper());
        assertThat(scale.diverges()).isTrue();
        // −4 is not among the values, yet it would be as far from paper as 4 is
        assertThat(scale.color(4)).isEqualTo(ValueScale.of(Palette.LIGHT, new double[] {-4, 4}).color(4));
    }

    @Test
    void nearValuesOfOneSignCanBeToldApart() {
        var scale = ValueScale.of(Palette.LIGHT, new double[] {20, 24});
        var low = scale.color(20);
        var high = scale.color(24);
        assertThat(Math.abs(low.getRed() - high.getRed())).isGreaterThan(0.2);
    }
}
