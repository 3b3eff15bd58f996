package rewardscope.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rewardscope.lesson.Expected;
import rewardscope.lesson.Lesson;
import rewardscope.lesson.LessonLibrary;
import rewardscope.lesson.LessonReader;
import rewardscope.lesson.Problem;
import rewardscope.lesson.Variant;

class ShippedLessonsTest {
    private static final Path LESSONS = Path.of("lessons");
    private static final Path RAT = LESSONS.resolve("04-temporal-difference/the-rat-on-the-linear-track.md");

    static List<Path> lessons() {
        return LessonLibrary.lessonFiles(LESSONS);
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyLessonIsSound(Path file) { // its answers are worked out where it is walked through, in the window
        var checked = LessonChecker.check(LessonReader.read(file));
        assertThat(checked.problems()).extracting(Problem::text).isEmpty();
        var exercises = checked.lesson().exercises().values();
        assertThat(exercises).isNotEmpty();
        assertThat(exercises).allSatisfy(exercise -> assertThat(exercise.task().prompt()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyLessonIsSoundForEveryLearnerAndCanBeReadInAnyEditor(Path file) throws IOException {
        int variants = LessonReader.read(file).lesson().header().variantCount();
        for (int n = 1; n < variants; n++) { // 0 is the author's
            var checked = LessonChecker.check(LessonReader.read(file, new Variant.Nth(n)));
            assertThat(checked.problems()).extracting(Problem::text).isEmpty();
        }
        assertThat(Files.readAllLines(file)).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void fiveUnitsAtLeastHaveNumbersOfTheLearnersOwn() {
        assertThat(lessons().stream()
                        .map(file -> LessonReader.read(file).lesson().header())
                        .filter(header -> header.variantCount() > 1)
                        .map(Lesson.Header::unit)
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void theLibraryListsThemWithoutProblems() {
        var library = LessonLibrary.of(LESSONS);
        assertThat(library.problems()).isEmpty();
        assertThat(library.lessons()).hasSize(lessons().size()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void theExampleInTheGuideForAuthorsIsALesson() throws IOException {
        String guide = Files.readString(LESSONS.resolve("README.md"));
        int from = guide.indexOf("````markdown\n") + "````markdown\n".length();
        String lesson = guide.substring(from, guide.indexOf("\n````\n", from) + 1);
        var answered =
                LessonChecker.answers(LessonChecker.check(LessonReader.read(LESSONS.resolve("unit/guide.md"), lesson)));
        assertThat(answered.problems()).extracting(Problem::text).isEmpty();
        assertThat(answered.answers()).containsOnlyKeys("after-two");
    }

    /// α = ½ and γ = 0.9, by hand: ½ · 1, then ½ · 0.9 · ½ one cell before.
    @Test
    void theRatsAnswersAreThoseThatAStudentWorksOutByHand() {
        var answers = LessonChecker.answers(LessonChecker.check(LessonReader.read(RAT))).answers();
        assertThat(answers.get("after-two")).isEqualTo(new Expected.Number(0.5 * (0.9 * 0.5)));
        assertThat(answers.get("after-two-last")).isEqualTo(new Expected.Number(0.75));
        var first = (Expected.Table) answers.get("after-one");
        assertThat(first.values().get("4").get("up")).isEqualTo(0.5);
        assertThat(first.values().values().stream()
                        .flatMap(row -> row.values().stream())
                        .filter(q -> q != 0))
                .hasSize(1);
    }

    @Test
    void theRatsLimitIsTheReferences() throws IOException {
        var answers = LessonChecker.answers(LessonChecker.check(LessonReader.read(RAT))).answers();
        var limit = (Expected.Table) answers.get("in-the-limit");
        var reference = new ObjectMapper()
                .readTree(Path.of("src/test/resources/oracles/linear_track.json").toFile())
                .at("/cases/N=5 gamma=0.9 alpha=0.1/limit_Q_up_down");
        for (int s = 0; s < 4; s++) { // one cell further from the food than in the reference's track of five
            String state = Integer.toString(s + 1);
            assertThat(limit.values().get(state).get("up"))
                    .isCloseTo(reference.get(s).get(0).asDouble(), offset(1e-8));
        }
    }
}
