package rewardscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerdictTest {
    @Test
    void numbersAreReadAsPeopleWriteThem() {
        assertThat(Response.number("0,225")).hasValue(0.225);
        assertThat(Response.number(" −13 ")).hasValue(-13);
        assertThat(Response.number("1/3")).hasValue(1.0 / 3);
        assertThat(Response.number("1/0")).isEmpty();
        assertThat(Response.number("much")).isEmpty();
    }

    @Test
    void aNumberAtTheEdgeOfItsToleranceIsRight() {
        assertThat(Verdict.of(new Expected.Number(0.1), new Response.Number(0.15), 0.05).right()).isTrue();
        assertThat(Verdict.of(new Expected.Number(0.1), new Response.Number(0.1501), 0.05).right()).isFalse();
        assertThat(Verdict.of(new Expected.Number(0.1), new Response.Number(Double.NaN), 0.05).right()).isFalse();
    }

    @Test
    void aTableIsJudgedCellByCell() {
        var expected = new Expected.Table(Map.of("0", Map.of("up", 1.0, "down", 0.5)));
        var verdict = Verdict.of(expected, new Response.Table(Map.of("0", Map.of("up", 1.0))), 0.01);
        assertThat(verdict.right()).isFalse();
        assertThat(verdict.parts()).isEqualTo(Map.of("0 up", true, "0 down", false));
    }

    @Test
    void anyOfTheTiedActionsIsRight() {
        var expected = new Expected.Policy(Map.of("0,0", Set.of("up", "right")));
        assertThat(Verdict.of(expected, new Response.Policy(Map.of("0,0", "right")), 0).right()).isTrue();
        assertThat(Verdict.of(expected, new Response.Policy(Map.of("0,0", "left")), 0).right()).isFalse();
    }

    @Test
    void aResponseOfAnotherShapeIsWrong() {
        assertThat(Verdict.of(new Expected.Number(1), new Response.Word("1"), 1).right()).isFalse();
        assertThat(Verdict.of(new Expected.Chosen(Set.of(1)), new Response.Chosen(Set.of(1, 2)), 0).right())
                .isFalse();
    }
}
