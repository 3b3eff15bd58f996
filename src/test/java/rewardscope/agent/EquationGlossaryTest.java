package rewardscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import rewardscope.course.FormulaSymbols;
import rewardscope.course.Glossary;

/// Whatever symbol an algorithm's equation shows, the glossary that ships says what it means.
class EquationGlossaryTest {
    private static final FormulaSymbols SYMBOLS = new FormulaSymbols(Glossary.of(Path.of("lessons")));

    @Test
    void everyTermOfEveryEquationIsInTheGlossary() {
        var missing = new TreeSet<String>();
        for (Stage stage : Stage.all()) {
            var agent = stage.agent(1);
            for (int act = 0; act < 30; act++) {
                StepEvent event = stage.step(agent);
                event.equation().terms().stream()
                        .filter(term -> SYMBOLS.term(term.component(), term.latex()).isEmpty())
                        .forEach(term -> missing.add(term.component() + " " + term.latex() + " of " + stage.type().name()));
            }
        }
        assertThat(missing).isEmpty();
    }
}
