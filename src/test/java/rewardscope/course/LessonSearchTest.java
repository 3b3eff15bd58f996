package rewardscope.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rewardscope.lesson.LessonReader;
import rewardscope.lesson.PlainWords;

class LessonSearchTest {
    private static final String LESSON =
            """
            ---
            title: The rat on the linear track
            unit: Temporal-difference learning
            ---

            The rat runs.

            ## Backwards

            Value moves back one state an episode, by the TD error $\\delta$.
            """;
    private static final String GLOSSARY =
            """
            - term: TD error
              symbol: \\delta
              also: [temporal-difference error, tdError]
              meaning: By how much the target differs from the old estimate.
              lesson: td/rat.md
            - term: discount
              symbol: \\gamma
              meaning: What a reward one step later is worth.
            """;

    @TempDir
    Path lessons;

    private Glossary glossary(String yaml) throws IOException {
        Files.createDirectories(lessons.resolve("td"));
        Files.writeString(lessons.resolve("td/rat.md"), LESSON);
        Files.writeString(lessons.resolve(Glossary.FILE), yaml);
        return Glossary.of(lessons);
    }

    private LessonSearch search() throws IOException {
        return new LessonSearch()
                .add("td/rat.md", LessonReader.read(Path.of("rat.md"), LESSON).lesson())
                .add(glossary(GLOSSARY));
    }

    private List<String> found(String words) throws IOException {
        return search().find(words, 5).stream().map(hit -> hit.title() + "/" + hit.heading()).toList();
    }

    @Test
    void aTermComesBeforeTheSectionsThatMentionIt() throws IOException {
        assertThat(found("td error")).containsExactly("TD error/", "The rat on the linear track/Backwards");
        assertThat(found("tdError")).containsExactly("TD error/");
    }

    @Test
    void everyWordHasToBeThereAsTheBeginningOfAWord() throws IOException {
        assertThat(found("epis back")).containsExactly("The rat on the linear track/Backwards");
        assertThat(found("temporal diff")).contains("The rat on the linear track/");
        assertThat(found("rack")).isEmpty();
        assertThat(found("  ")).isEmpty();
    }

    @Test
    void anExcerptShowsTheTextAroundTheWord() throws IOException {
        assertThat(search().find("estimate", 1).getFirst().excerpt()).contains("differs from the old estimate");
    }

    @Test
    void aGlossaryIsReadWithItsSymbols() throws IOException {
        var glossary = glossary(GLOSSARY);
        assertThat(glossary.problems()).isEmpty();
        assertThat(glossary.ofSymbol("\\gamma").orElseThrow().term()).isEqualTo("discount");
        assertThat(PlainWords.of(glossary.named("TDerror").orElseThrow().meaning())).startsWith("By how much");
    }

    @Test
    void everyMistakeOfAGlossaryIsReportedWithItsCure() throws IOException {
        assertThat(glossary(GLOSSARY
                                .replace("td/rat.md", "td/cat.md")
                                .replace("symbol: \\gamma", "symbl: \\gamma")
                                .replace("meaning: What", "explained: What"))
                        .problems())
                .extracting(problem -> problem.line() + " " + problem.sentence())
                .containsExactly(
                        "5 there is no lesson `td/cat.md`. Did you mean `td/rat.md`?",
                        "6 `meaning` is missing in this entry of the glossary. Write `meaning: ...`",
                        "7 `symbl` is not a key of this entry of the glossary. Did you mean `symbol`?",
                        "8 `explained` is not a key of this entry of the glossary."
                                + " Write one of `term`, `symbol`, `also`, `meaning`, `lesson`");
    }

    @Test
    void twoEntriesWithOneNameAreReported() throws IOException {
        assertThat(glossary(GLOSSARY.replace("term: discount", "term: tderror")).problems())
                .extracting(problem -> problem.sentence())
                .containsExactly("`tderror` shares a name with `TD error`."
                        + " Put both into one entry, or call one of them otherwise");
    }
}
