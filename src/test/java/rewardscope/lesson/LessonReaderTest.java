package rewardscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LessonReaderTest {
    private static final Path FILE = Path.of("lessons", "unit", "rat.md");
    private static final String FRONT =
            """
            ---
            title: The rat
            unit: TD
            order: 2
            minutes: 20
            objectives: [Compute an update, Say why]
            ---
            """;

    private static Lesson.Parsed read(String body) {
        return LessonReader.read(FILE, FRONT + body);
    }

    private static List<Block> text(String body) {
        var parsed = read(body);
        assertThat(parsed.problems()).isEmpty();
        return parsed.lesson().text();
    }

    private static List<String> problems(String body) {
        return read(body).problems().stream()
                .map(p -> p.line() + ":" + p.column() + " " + p.sentence())
                .toList();
    }

    @Test
    void theFrontMatterSaysWhatTheLessonIs() {
        assertThat(read("").lesson().header())
                .isEqualTo(new Lesson.Header(
                        "The rat", "TD", 2, 20, List.of("Compute an update", "Say why"), Optional.empty(), Map.of()));
    }

    @Test
    void allMistakesOfAFileAreReportedAtOnceEachAtItsPlace() {
        assertThat(problems(
                        """

                        [go](dо:track)

                        ```simulaton track
                        environment: {}
                        ```

                        ```exercise one
                        kind: numbr
                        ```

                        ```exercise two
                        kind: number
                        promt: What?
                        answer: 3
                        ```
                        """))
                .hasSize(4) // whoever wrote `promt` is not told that `prompt` is missing
                .anySatisfy(p -> assertThat(p).startsWith("9:1 "))
                .contains("11:1 `simulaton` is no kind of block. Did you mean `simulation`?")
                .anySatisfy(p -> assertThat(p)
                        .startsWith("16:7 `kind` has to be one of")
                        .endsWith("Did you mean `number`?"))
                .contains("21:1 `promt` is not a key of the exercise `two`. Did you mean `prompt`?");
    }

    @Test
    void aMistakeInsideAListStandsAtItsOwnColumn() {
        assertThat(problems("\n- item\n\n  ```exercise one\n  kind: numbr\n  ```\n"))
                .singleElement()
                .asString()
                .startsWith("12:9 ");
    }

    @Test
    void formulasAreFoundInLinesAndBlocksAndNotInCode() {
        assertThat(text("The value $v_\\pi(s)$ costs \\$5 or $5 and `$x$`.\n"))
                .containsExactly(new Block.Paragraph(List.of(
                        new Inline.Text("The value "),
                        new Inline.Formula("v_\\pi(s)", false),
                        new Inline.Text(" costs $5 or $5 and "),
                        new Inline.Code("$x$"),
                        new Inline.Text("."))));
        assertThat(text("$$\na = b\n+ c\n$$\n\n```text\n$$ code\n```\n"))
                .containsExactly(new Block.Formula("a = b\n+ c"), new Block.Code("text", "$$ code\n"));
        assertThat(text("Words $$x^2$$ here.\n").getFirst())
                .isEqualTo(new Block.Paragraph(List.of(
                        new Inline.Text("Words "), new Inline.Formula("x^2", true), new Inline.Text(" here."))));
    }

    @Test
    void anOpenFormulaIsReportedWhereItBegins() {
        assertThat(problems("\n$$\nx\n\n# More\n"))
                .containsExactly(
                        "9:1 this formula is not closed: everything below it belongs to it. Write `$$` at its end");
    }

    @Test
    void linksPointIntoTheSimulation() {
        var links = read("[a](do:track?restart=true&episodes=2&alpha=0.5) [b](show:track?state=2,3&action=up) "
                        + "[c](https://example.org) [d](../other/lesson.md#part)")
                .lesson()
                .links();
        assertThat(links)
                .extracting(Lesson.PlacedLink::target)
                .containsExactly(
                        new LinkTarget.Do(
                                "track", LinkTarget.Unit.EPISODES, 2, true, Map.of("alpha", "0.5")),
                        new LinkTarget.Show(
                                "track",
                                Optional.of("2,3"),
                                Optional.of("up"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        new LinkTarget.Web("https://example.org"),
                        new LinkTarget.OtherLesson("../other/lesson.md#part"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](do:track?episodes=0)",
                "[x](do:track?episodes=1&steps=2)",
                "[x](do:?episodes=1)",
                "[x](show:track?pane=oven)",
                "[x](javascript:alert(1))",
                "[x](file:///etc/passwd)",
                "![x](../../secret.png)",
                "![x](/etc/passwd)",
                "![x](https://example.org/x.png)",
                "<script>alert(1)</script>"
            })
    void whatALessonMayNotDoIsAProblem(String markdown) {
        assertThat(problems(markdown)).isNotEmpty();
    }

    @Test
    void aTableKeepsItsAlignmentAndItsFormulas() {
        assertThat(text("| a | b |\n| --- | ---: |\n| $x$ | 2 |\n"))
                .containsExactly(new Block.Table(
                        List.of(Block.Alignment.LEFT, Block.Alignment.RIGHT),
                        List.of(List.of(new Inline.Text("a")), List.of(new Inline.Text("b"))),
                        List.of(List.of(
                                List.of(new Inline.Formula("x", false)), List.of(new Inline.Text("2"))))));
    }

    @Test
    void aNameIsTakenOnlyOnce() {
        assertThat(problems("```simulation a\nx: 1\n```\n```simulation a\nx: 1\n```\n"))
                .containsExactly("11:1 the name `a` is taken in line 8. Choose another name");
    }

    @Test
    void aFileThatIsNotUtf8IsAProblemAtItsFirstBadByte(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("bad.md");
        Files.write(file, new byte[] {'a', '\n', 'b', (byte) 0xff});
        assertThat(LessonReader.read(file).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.column()).isEqualTo(2);
        });
    }

    @Test
    void aPictureBehindASymbolicLinkOutOfTheFolderIsNotOpened(@TempDir Path folder) throws IOException {
        Path inside = Files.createDirectories(folder.resolve("unit"));
        Path lesson = Files.writeString(inside.resolve("a.md"), FRONT);
        Files.writeString(folder.resolve("secret.png"), "x");
        Files.writeString(inside.resolve("good.png"), "x");
        Files.createSymbolicLink(inside.resolve("bad.png"), folder.resolve("secret.png"));
        assertThat(LessonPaths.picture(lesson, new Inline.Picture("good.png", ""))).isPresent();
        assertThat(LessonPaths.picture(lesson, new Inline.Picture("bad.png", ""))).isEmpty();
        assertThat(LessonPaths.picture(lesson, new Inline.Picture("../secret.png", ""))).isEmpty();
    }

    @Test
    void aLibraryListsUnitsByFolderAndLessonsByOrder(@TempDir Path folder) throws IOException {
        write(folder, "01-a/second.md", "Second", "A", 2);
        write(folder, "01-a/first.md", "First", "A", 1);
        write(folder, "02-b/third.md", "Third", "B", 1);
        Files.writeString(folder.resolve("README.md"), "no lesson");
        Files.writeString(folder.resolve("02-b/broken.md"), "no front matter");
        var library = LessonLibrary.of(folder);
        assertThat(library.lessons())
                .extracting(entry -> entry.header().title())
                .containsSubsequence("First", "Second", "Third");
        assertThat(library.problems()).singleElement().satisfies(p -> assertThat(p.file().endsWith("broken.md"))
                .isTrue());
        assertThat(LessonLibrary.of(folder.resolve("nowhere")).units()).isEmpty();
    }

    private static void write(Path folder, String name, String title, String unit, int order) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "---\ntitle: " + title + "\nunit: " + unit + "\norder: " + order + "\n---\n");
    }
}
