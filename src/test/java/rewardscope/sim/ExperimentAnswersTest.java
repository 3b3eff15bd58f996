package rewardscope.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import rewardscope.lesson.Expected;
import rewardscope.lesson.LessonReader;
import rewardscope.lesson.Problem;

/// The rat's first success moves Q by α · 1.
class ExperimentAnswersTest {
    private static LessonChecker.Answered choice(String options) {
        String lesson = """
                ---
                title: T
                unit: U
                ---

                ```simulation track
                environment: {type: linear-track, states: 6}
                agent: {type: q-learning, alpha: 0.5, gamma: 0.9, epsilon: 0.1}
                stop: {episodes: 1}
                ```

                ```exercise size
                kind: choice
                prompt: How large is it?
                options: %s
                answer: {simulation: track, read: "q[4][up]"}
                ```
                """.formatted(options);
        return LessonChecker.answers(LessonChecker.check(LessonReader.read(Path.of("unit/t.md"), lesson)));
    }

    @Test
    void anOptionMayStandForARangeOfNumbers() {
        var answered = choice("[{text: Small, below: 0.4}, {text: Middling, at-least: 0.4, below: 0.6}, "
                + "{text: Large, at-least: 0.6}]");
        assertThat(answered.problems()).isEmpty();
        assertThat(answered.answers()).containsEntry("size", new Expected.Chosen(new TreeSet<>(Set.of(1))));
    }

    @Test
    void theLowerBoundBelongsToTheRangeAndTheUpperOneToTheNext() {
        var answered = choice("[{text: Small, below: 0.5}, {text: Large, at-least: 0.5}]");
        assertThat(answered.answers()).containsEntry("size", new Expected.Chosen(new TreeSet<>(Set.of(1))));
    }

    @Test
    void rangesThatLeaveTheAnswerOutAreReported() {
        var answered = choice("[{text: Small, below: 0.1}, {text: Large, at-least: 0.9}]");
        assertThat(answered.problems()).extracting(Problem::message).singleElement().asString()
                .contains("no option fits");
    }
}
