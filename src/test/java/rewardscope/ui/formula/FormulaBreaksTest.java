package rewardscope.ui.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaBreaksTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a = b | a =\\;; b",
        "a = -b + c | a =\\;; -b + c",
        "x_{a = b} = y | x_{a = b} =\\;; y",
        "f(a = b) | f(a = b)",
        "\\left[ a = b \\right] \\le c | \\left[ a = b \\right] \\le\\;; c",
        "= b | = b",
    })
    void aFormulaIsBrokenBehindARelationOutsideOfBrackets(String latex, String pieces) {
        assertThat(FormulaBreaks.pieces(latex, false).stream().map(String::strip)).isEqualTo(List.of(pieces.split("; (?=[^;])")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a + b - c | a\\:+\\:; b\\:-\\:; c",
        "a \\cdot (-b) | a\\:\\cdot\\:; (-b)",
        "-a + b | -a\\:+\\:; b",
        "a = -b | a =\\;; -b",
        "\\pi^-x + b | \\pi^-x\\:+\\:; b",
    })
    void andBehindAnOperatorThatJoinsTwoThings(String latex, String pieces) {
        assertThat(FormulaBreaks.pieces(latex, true).stream().map(String::strip)).isEqualTo(List.of(pieces.split("; ")));
    }

    @Test
    void thePiecesAreReadable() {
        var formulas = new Formulas();
        String latex = "Q(S,A) \\leftarrow Q(S,A) + \\alpha \\left[ R + \\gamma \\max_a Q(S',a) - Q(S,A) \\right]";
        assertThat(FormulaBreaks.pieces(latex, true)).hasSize(3).allSatisfy(piece ->
                assertThat(formulas.layOut(piece, Formulas.Style.DISPLAY).problem()).isEmpty());
    }
}
