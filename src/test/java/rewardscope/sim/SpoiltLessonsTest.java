package rewardscope.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rewardscope.lesson.Inline;
import rewardscope.lesson.LessonLibrary;
import rewardscope.lesson.LessonPaths;
import rewardscope.lesson.LessonReader;
import rewardscope.lesson.Problem;

/// Whatever is done to a lesson, it is read to its end or refused with a sentence: no exception, no hang, no memory without
/// bounds, nothing read from elsewhere, nothing executed.
class SpoiltLessonsTest {
    private static final Path FILE = Path.of("lessons/04-temporal-difference/the-rat-on-the-linear-track.md");
    /// What one lesson may take up while it is read, garbage included: so much at most, and so much for each character.
    private static final long MOST_BYTES = 200_000_000L;
    private static final long MOST_BYTES_A_CHARACTER = 4_000;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static List<Problem> read(String text) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        var problems = LessonChecker.check(LessonReader.read(FILE, text)).problems();
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
                .as(() -> "bytes for " + text.substring(0, Math.min(text.length(), 200)))
                .isLessThan(MOST_BYTES + MOST_BYTES_A_CHARACTER * text.length());
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.line()).isPositive();
            assertThat(problem.column()).isPositive();
            assertThat(problem.message()).isNotBlank();
        });
        return problems;
    }

    private static void spoil(int times, long seed) throws IOException {
        var originals = new ArrayList<String>();
        for (Path file : LessonLibrary.lessonFiles(Path.of("lessons"))) {
            originals.add(Files.readString(file));
        }
        var mutation = new Mutation(seed);
        int refused = 0;
        for (int i = 0; i < times; i++) {
            String mutant = mutation.of(originals);
            try {
                refused += read(mutant).isEmpty() ? 0 : 1;
            } catch (RuntimeException | StackOverflowError e) {
                Path kept = Files.writeString(Files.createTempFile("spoilt", ".md"), mutant);
                throw new AssertionError("the lesson in " + kept + " is an exception", e);
            }
        }
        assertThat(refused).as("most changes are noticed, harmless words apart").isGreaterThan(times / 10);
    }

    @Test
    void nothingThatHappensToALessonIsAnExceptionOrTakesForever() {
        assertTimeoutPreemptively(Duration.ofMinutes(20), () -> spoil(10_000, 20260101));
    }

    @Test
    @Tag("soak")
    void nothingThatHappensToALessonIsAnExceptionOrTakesForeverAHundredThousandTimes() {
        assertTimeoutPreemptively(Duration.ofHours(3), () -> spoil(100_000, 20260102));
    }

    /// Small files that would become large ones, deep ones and crooked ones.
    private static List<String> bombs() {
        var laughs = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 12; i++) {
            laughs.append("a").append(i).append(": &a").append(i).append(" [")
                    .append(("*a" + (i - 1) + ", ").repeat(9)).append("*a").append(i - 1).append("]\n");
        }
        var bombs = new ArrayList<String>();
        for (String yaml : List.of(
                laughs.toString(),
                "[".repeat(100_000),
                "{a: ".repeat(50_000),
                "- ".repeat(50_000) + "x",
                "&a [*a]",
                "&a {b: *a}",
                "a: &a {<<: *a}",
                "? ".repeat(20_000),
                "environment: " + "x".repeat(900_000),
                "environment: {type: gridworld, layout: \"" + ".".repeat(400_000) + "\"}\nagent: {type: value-iteration}",
                "environment: {type: gridworld, layout: |\n  " + ".\n  ".repeat(100_000) + "}\nagent: {type: q-learning}",
                "environment: {type: linear-track, states: 2000000000}\nagent: {type: q-learning}",
                "environment: {type: bandit, arms: 2000000000}\nagent: {type: ucb}",
                "environment: {type: language}\nagent: {type: next-token, width: 1000000, layers: 1000, context: 1000000}",
                "kind: number\nprompt: x\nanswer: " + "9".repeat(300_000),
                "kind: choice\nprompt: x\noptions: [" + "a, ".repeat(200_000) + "b]\nanswer: b")) {
            bombs.add("---\ntitle: x\nunit: x\n---\n\n```simulation x\n" + yaml + "\n```\n\n[x](show:x?state=0)\n");
            bombs.add("---\ntitle: x\nunit: x\n---\n\n```exercise x\n" + yaml + "\n```\n");
            bombs.add("---\n" + yaml + "\n---\n");
        }
        for (String piece : List.of(
                "> ", "- ", "* ", "[", "![", "](", "*", "_a", "**a", "`", "``a", "<", "&", "\\", "$", "$$\n", "$x$ ", "|a", "| a |\n| - |\n",
                "{{", "#", "  ", "\t", "1. ", "[a](do:x) ", "[a]: /b\n", "<!--", "\u202E", "a\u0300", "$\\frac{", "$^{")) {
            bombs.add("---\ntitle: x\nunit: x\n---\n\n" + piece.repeat(60_000 / piece.length()));
        }
        return bombs;
    }

    @Test
    void aSmallFileStaysSmall() {
        assertTimeoutPreemptively(Duration.ofMinutes(10), () -> bombs().forEach(SpoiltLessonsTest::read));
    }

    /// Would say so if a lesson could make one.
    public static final class Canary {
        static volatile boolean sang;

        public Canary() {
            sang = true;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "!!rewardscope.sim.SpoiltLessonsTest$Canary {}",
        "!!rewardscope.sim.SpoiltLessonsTest$Canary []",
        "environment: !!rewardscope.sim.SpoiltLessonsTest$Canary {type: bandit}",
        "environment: !<tag:yaml.org,2002:rewardscope.sim.SpoiltLessonsTest$Canary> {}",
        "environment: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://127.0.0.1\"]]]]",
    })
    void aTagMakesNothing(String yaml) {
        var problems = read("---\ntitle: x\nunit: x\n---\n\n```simulation x\n" + yaml + "\n```\n");
        assertThat(problems).extracting(Problem::message).anySatisfy(m -> assertThat(m).contains("plain data"));
        assertThat(Canary.sang).isFalse();
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
        "../secret.png", "../../secret.png", "/etc/passwd", "file:///etc/passwd", "http://127.0.0.1/x.png", "//127.0.0.1/x.png",
        "\\\\server\\share\\x.png", "inside/../../secret.png", "C:\\secret.png", "link.png", "linked/secret.png", "%2e%2e/secret.png",
        "", ".", "..", "\u0000", "inside/", "jar:file:x.jar!/y.png"
    })
    void noPictureComesFromOutsideTheLessonsFolder(String path) throws IOException {
        Path lessons = Files.createDirectories(folder.resolve("lessons/inside")).getParent();
        Path secret = Files.write(folder.resolve("secret.png"), new byte[] {1});
        Files.createSymbolicLink(lessons.resolve("link.png"), secret);
        Files.createSymbolicLink(lessons.resolve("linked"), folder);
        var found = LessonPaths.picture(lessons.resolve("mine.md"), new Inline.Picture(path, "a picture"));
        assertThat(found.filter(Files::isRegularFile)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"environment: {type: language, file: %s}", "environment: {type: language, world: %s}"})
    void aTextOrAWorldIsNamedAndNeverAPath(String yaml) {
        for (String path : List.of("../../secret", "/etc/passwd", "..", "a/b", "C:\\x", "http://127.0.0.1/x", "x.yaml")) {
            String experiment = yaml.formatted("'" + path + "'") + "\nagent: {type: next-token}";
            var problems = read("---\ntitle: x\nunit: x\n---\n\n```simulation x\n" + experiment + "\n```\n");
            assertThat(problems).as(path).extracting(Problem::message).anySatisfy(m -> assertThat(m).startsWith("there is no "));
        }
    }
}
