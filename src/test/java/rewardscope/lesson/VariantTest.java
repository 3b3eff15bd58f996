package rewardscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class VariantTest {
    private static final String LESSON =
            """
            ---
            title: Numbers of one's own
            unit: TD
            variants: {alpha: [0.1, 0.25, 0.5], cells: [4, 6]}
            ---

            A track of {{cells}} cells.

            ```simulation track
            environment: {type: linear-track, states: {{cells}}}
            agent: {type: q-learning, alpha: {{alpha}}}
            ```
            """;

    private static Lesson.Parsed read(String text, Variant variant) {
        return LessonReader.read(Path.of("lesson.md"), text, variant);
    }

    private static String alpha(Variant variant) {
        var experiment = read(LESSON, variant).lesson().simulations().get("track").experiment();
        return ((Node.Scalar) ((Node.Mapping) experiment.get("agent").orElseThrow()).get("alpha").orElseThrow()).text();
    }

    private static List<String> problems(String text) {
        return read(text, Variant.AUTHORS).problems().stream()
                .map(p -> p.line() + ":" + p.column() + " " + p.sentence())
                .toList();
    }

    @Test
    void theAuthorSeesTheFirstValues() {
        assertThat(read(LESSON, Variant.AUTHORS).problems()).isEmpty();
        assertThat(alpha(Variant.AUTHORS)).isEqualTo("0.1");
    }

    @Test
    void theNthVariantsTogetherShowEveryValue() {
        assertThat(read(LESSON, Variant.AUTHORS).lesson().header().variantCount()).isEqualTo(3);
        assertThat(List.of(alpha(new Variant.Nth(0)), alpha(new Variant.Nth(1)), alpha(new Variant.Nth(2))))
                .containsExactly("0.1", "0.25", "0.5");
    }

    @Test
    void aLearnerAlwaysGetsTheSameNumbersAndAClassGetsAllOfThemAboutEquallyOften() {
        assertThat(alpha(new Variant.Learner(17))).isEqualTo(alpha(new Variant.Learner(17)));
        var shares = LongStream.range(0, 300)
                .mapToObj(seed -> alpha(new Variant.Learner(seed)))
                .collect(Collectors.groupingBy(value -> value, Collectors.counting()));
        assertThat(shares).hasSize(3);
        // 300 draws of three: 100 each, standard deviation 8.2; five of them
        assertThat(shares.values()).allMatch(count -> count > 59 && count < 141);
    }

    @Test
    void aNameThatIsNotDeclaredIsReportedAtItsPlaceWithTheNearestOne() {
        assertThat(problems(LESSON.replace("A track of {{cells}}", "A track of {{cell}} and {{cells}}")))
                .containsExactly("7:12 `cell` is not among the lesson's variants. Did you mean `cells`?");
    }

    @Test
    void aVariantThatNothingUsesIsReported() {
        assertThat(problems(LESSON.replace("cells: [4, 6]", "cells: [4, 6], gamma: [0.9]")))
                .containsExactly("1:1 the variant `gamma` is used nowhere."
                        + " Write `{{gamma}}` in the text, or remove it");
    }

    @Test
    void aProblemBehindANumberStandsAtTheColumnThatWasWritten() {
        assertThat(problems(LESSON.replace("A track of {{cells}} cells.", "{{cells}} and [a link](dо:track).")))
                .allMatch(problem -> problem.startsWith("7:15 "))
                .isNotEmpty();
    }

    @Test
    void withoutVariantsDoubledBracesAreLeftToFormulas() {
        assertThat(problems("---\ntitle: T\nunit: U\n---\n\n$x^{{a}}$\n")).isEmpty();
    }
}
