package rewardscope.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rewardscope.lesson.LessonLibrary;

/// The glossary and the lessons that ship.
class CourseIndexTest {
    private static CourseIndex course = CourseIndex.NONE;

    @BeforeAll
    static void read() {
        course = CourseIndex.of(LessonLibrary.of(Path.of(System.getProperty("rewardscope.home"), "lessons")));
    }

    @Test
    void theGlossaryIsSoundAndHasTheWordsOfTheField() {
        assertThat(course.glossary().problems()).isEmpty();
        assertThat(course.glossary().entries()).hasSizeGreaterThan(55);
        for (String word : List.of("tdError", "alpha", "off-policy", "MDP", "bootstrapping", "truncated")) {
            assertThat(course.glossary().named(word)).as(word).isPresent();
        }
    }

    @Test
    void theSymbolsOfAFormulaHaveTheirEntriesInOrder() {
        var symbols = new FormulaSymbols(course.glossary());
        assertThat(symbols.in("Q(S,A) \\leftarrow Q(S,A) + \\alpha\\,\\left[R + \\gamma \\max_{a'} Q(S',a')\\right]"))
                .extracting(Glossary.Entry::term)
                .containsExactly(
                        "action value", "state", "action", "learning rate", "reward", "discount factor", "maximum");
        assertThat(symbols.in("\\hat{A}")).extracting(Glossary.Entry::term).containsExactly("advantage");
        assertThat(symbols.in("\\hat A_t \\text{ as a word}")).extracting(Glossary.Entry::term).containsExactly("advantage");
    }

    @Test
    void aTermIsFoundBeforeTheTextThatUsesIt() {
        var hits = course.search().find("td error", 5);
        assertThat(hits.getFirst().term()).isTrue();
        assertThat(hits.getFirst().title()).isEqualTo("TD error");
        assertThat(course.search().find("cliff", 5)).extracting(LessonSearch.Hit::lesson)
                .contains("04-temporal-difference/sarsa-and-q-learning-at-the-cliff.md");
    }

    @Test
    void aLessonComesAfterThoseThatItRefersTo() {
        var lab = course.stop("04-temporal-difference/the-bug-lab.md").orElseThrow();
        assertThat(lab.before()).anyMatch(title -> title.contains("rat"));
        assertThat(lab.exercises()).contains("too-much");
    }
}
