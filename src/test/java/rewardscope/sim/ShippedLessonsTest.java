package rewardscope.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rewardscope.lesson.Expected;
import rewardscope.lesson.LessonLibrary;
import rewardscope.lesson.LessonReader;
import rewardscope.lesson.Problem;

class ShippedLessonsTest {
    private static final Path LESSONS = Path.of("lessons");
    private static final Path RAT = LESSONS.resolve("04-temporal-difference/the-rat-on-the-linear-track.md");
    private static final int MUTANTS = 10_000;

    static List<Path> lessons() {
        return LessonLibrary.lessonFiles(LESSONS);
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyLessonIsSoundAndEveryAnswerCanBeWorkedOut(Path file) {
        var answered = LessonChecker.answers(LessonChecker.check(LessonReader.read(file)));
        assertThat(answered.problems()).extracting(Problem::text).isEmpty();
        assertThat(answered.lesson().lesson().exercises()).isNotEmpty();
        assertThat(answered.answers()).isNotEmpty();
        var exercises = answered.lesson().lesson().exercises().values();
        assertThat(exercises).allSatisfy(exercise -> assertThat(exercise.task().prompt()).isNotEmpty());
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

    @Test
    void nothingThatHappensToALessonIsAnExceptionOrTakesForever() throws IOException {
        var originals = new ArrayList<String>();
        for (Path file : lessons()) {
            originals.add(Files.readString(file));
        }
        var random = new SplittableRandom(20260101);
        int broken = 0;
        for (int i = 0; i < MUTANTS; i++) {
            String mutant = originals.get(random.nextInt(originals.size()));
            for (int n = random.nextInt(3); n >= 0; n--) {
                mutant = mutated(mutant, random);
            }
            var checked = LessonChecker.check(LessonReader.read(RAT, mutant));
            broken += checked.sound() ? 0 : 1;
            assertThat(checked.problems()).allSatisfy(problem -> {
                assertThat(problem.line()).isPositive();
                assertThat(problem.column()).isPositive();
                assertThat(problem.message()).isNotBlank();
            });
        }
        assertThat(broken).as("most changes are noticed, harmless words apart").isGreaterThan(MUTANTS / 10);
    }

    private static final List<String> TOKENS = List.of(
            "```", "---", "$$", "$", ":", "- ", "  ", "\n", "\t", "{", "}", "[", "]", "&a ", "*a", "!!x", "|", ">", "#",
            "\"", "'", "\u0000", "\uFFFD", "😀", "1e999", "-1", ".nan", "[[[[[[", "do:", "show:", "?", "%", "\\", "<!--");

    private static String mutated(String text, SplittableRandom random) {
        if (text.isEmpty()) {
            return TOKENS.get(random.nextInt(TOKENS.size()));
        }
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + 1 + random.nextInt(40));
        List<String> lines = text.lines().toList();
        int line = random.nextInt(lines.size());
        return switch (random.nextInt(7)) {
            case 0 -> text.substring(0, at) + text.substring(end);
            case 1 -> text.substring(0, at) + TOKENS.get(random.nextInt(TOKENS.size())) + text.substring(at);
            case 2 -> text.substring(0, at) + (char) random.nextInt(1, 0xD800) + text.substring(at + 1);
            case 3 -> text.substring(0, end) + text.substring(at);
            case 4 -> joined(lines, line, lines.get(random.nextInt(lines.size())));
            case 5 -> joined(lines, line, "");
            default -> joined(lines, line, lines.get(line).replaceFirst("[0-9]+", Long.toString(random.nextLong())));
        };
    }

    private static String joined(List<String> lines, int changed, String line) {
        var copy = new ArrayList<>(lines);
        copy.set(changed, line);
        return String.join("\n", copy);
    }
}
