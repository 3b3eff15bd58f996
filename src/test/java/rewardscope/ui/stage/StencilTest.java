package rewardscope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StencilTest {
    private static final int LINE = 0xFF000000;
    private static final int[] COLORS =
            IntStream.range(0, 9).map(i -> 0xFF000000 | 0x101010 * (i + 1)).toArray();

    private static int[] filled(Stencil stencil) {
        var pixels = new int[stencil.side() * stencil.side()];
        stencil.fill(pixels, COLORS, LINE);
        return pixels;
    }

    @Test
    void fourWedgesMeetInTheMiddle() {
        int[] pixels = filled(Stencil.of(40, true, false, 0));
        assertThat(pixels[5 * 40 + 20]).isEqualTo(COLORS[Stencil.index(0, -1)]);
        assertThat(pixels[35 * 40 + 20]).isEqualTo(COLORS[Stencil.index(0, 1)]);
        assertThat(pixels[20 * 40 + 5]).isEqualTo(COLORS[Stencil.index(-1, 0)]);
        assertThat(pixels[20 * 40 + 35]).isEqualTo(COLORS[Stencil.index(1, 0)]);
    }

    @Test
    void eachOfFourWedgesCoversAQuarter() {
        int[] pixels = filled(Stencil.of(41, true, false, 0));
        long up = IntStream.of(pixels).filter(p -> p == COLORS[Stencil.index(0, -1)]).count();
        assertThat(up).isBetween(41L * 41 / 4 - 41, 41L * 41 / 4); // the pixels on its two sides are mixed
    }

    @Test
    void aLineBetweenWedgesIsOneDeepPixelWideAndFadesBesideIt() {
        int[] pixels = filled(Stencil.of(40, true, false, 1));
        assertThat(pixels[10 * 40 + 10]).isEqualTo(LINE);
        assertThat(pixels[10 * 40 + 11]).isNotIn(LINE, COLORS[Stencil.index(0, -1)]);
        assertThat(pixels[10 * 40 + 12]).isEqualTo(COLORS[Stencil.index(0, -1)]);
    }

    @Test
    void aKingsCellHasEightWedgesAndAMiddle() {
        int[] pixels = filled(Stencil.of(60, false, true, 0));
        assertThat(pixels[30 * 60 + 30]).isEqualTo(COLORS[Stencil.index(0, 0)]);
        assertThat(pixels[2 * 60 + 2]).isEqualTo(COLORS[Stencil.index(-1, -1)]);
        assertThat(pixels[57 * 60 + 2]).isEqualTo(COLORS[Stencil.index(-1, 1)]);
        assertThat(pixels[2 * 60 + 30]).isEqualTo(COLORS[Stencil.index(0, -1)]);
        assertThat(IntStream.of(pixels).distinct().filter(p -> IntStream.of(COLORS).anyMatch(c -> c == p)).count())
                .isEqualTo(9);
    }
}
