package rewardscope.ui.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rewardscope.ui.Headless;
import rewardscope.ui.formula.Formulas.Style;

class FormulasTest {
    private final Formulas formulas = new Formulas();

    @BeforeAll
    static void start() throws Exception {
        Headless.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\\alpha_{t+1}^2", "\\sum_{i=1}^n x_i", "\\frac{a}{b}", "\\left[ \\frac{\\sum_i x_i}{2} \\right]",
        "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}", "\\hat{A}_t", "\\mathbb{E}_\\pi[G_t]", "\\sqrt{x}"
    })
    void theMathematicsOfTheFieldIsReadable(String latex) {
        FormulaLayout layout = formulas.layOut(latex, Style.DISPLAY);
        assertThat(layout.problem()).isEmpty();
        assertThat(layout.outline()).isNotEmpty();
        assertThat(layout.width()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\\frac{1}", "\\foo", "{", "}", "\\left[ x", "a^", "\\begin{matrix} 1", "\\", "x_1_2",
        "\\sqrt[", "&&", "\\right)"
    })
    void brokenLatexBecomesASentenceOrAFormulaButNeverAnException(String latex) {
        FormulaLayout layout = formulas.layOut(latex, Style.INLINE);
        assertThat(layout.problem().isPresent() || !Double.isNaN(layout.width())).isTrue();
    }

    @Test
    void anUnknownCommandIsNamedInTheMessage() throws Exception {
        var layout = formulas.layOut("\\foo + 1", Style.INLINE);
        assertThat(layout.problem()).hasValueSatisfying(sentence -> assertThat(sentence).contains("foo"));
        String shown = Headless.onFx(() -> {
            var node = new FormulaNode(layout, 20);
            new Scene(new StackPane(node));
            return ((Text) node.getChildrenUnmodifiable().getFirst()).getText();
        });
        assertThat(shown).contains("\\foo + 1").contains("cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\includegraphics{/etc/passwd}", "\\newcommand{\\alpha}{x}", "\\input{a}"})
    void aFormulaReachesNoFileAndChangesNoOther(String latex) {
        assertThat(formulas.layOut(latex, Style.INLINE).problem()).isPresent();
    }

    @Test
    void aTallBracketIsAsHighAsWhatItEncloses() {
        var inside = formulas.layOut("\\frac{\\sum_{i=1}^n x_i}{2}", Style.DISPLAY);
        var enclosed = formulas.layOut("\\left[\\frac{\\sum_{i=1}^n x_i}{2}\\right]", Style.DISPLAY);
        assertThat(enclosed.ascent() + enclosed.depth())
                .isGreaterThanOrEqualTo(0.9 * (inside.ascent() + inside.depth()));
        assertThat(enclosed.width()).isGreaterThan(inside.width());
    }

    @Test
    void theSpaceAfterAPrimeIsThin() {
        double apart = formulas.layOut("s'", Style.INLINE).width() - formulas.layOut("s", Style.INLINE).width();
        assertThat(apart).isBetween(0.1, 0.5);
    }

    @Test
    void theBaselineIsWhereTheLettersStand() throws Exception {
        var layout = formulas.layOut("x_i", Style.INLINE);
        double baseline = Headless.onFx(() -> new FormulaNode(layout, 20).getBaselineOffset());
        assertThat(baseline).isEqualTo(layout.ascent() * 20);
        assertThat(layout.depth()).isPositive();
    }

    @Test
    void manyThreadsMayLayOutAtOnce() {
        var work = new ArrayList<CompletableFuture<FormulaLayout>>();
        for (int i = 0; i < 60; i++) {
            String latex = "x_{" + i + "} + \\frac{" + i + "}{2}";
            work.add(CompletableFuture.supplyAsync(() -> formulas.layOut(latex, Style.DISPLAY)));
        }
        List<FormulaLayout> together = work.stream().map(CompletableFuture::join).toList();
        var alone = new Formulas();
        IntStream.range(0, together.size()).forEach(i ->
                assertThat(together.get(i)).isEqualTo(alone.layOut(together.get(i).latex(), Style.DISPLAY)));
    }

    @Test
    void aScreenReaderHearsWords() {
        assertThat(SpokenFormula.of("v(s) \\leftarrow \\frac{a}{b} + \\gamma v(s')"))
                .isEqualTo("v(s) becomes a over b plus gamma v(s prime)");
    }
}
