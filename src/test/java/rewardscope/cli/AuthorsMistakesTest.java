package rewardscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The mistakes that people make in their first lesson, put into the template: each is one message with its line, its
/// column and what to write instead, and brings no other message with it.
class AuthorsMistakesTest {
    @TempDir
    Path folder;

    private static String template() throws IOException {
        try (InputStream in = AuthorsMistakesTest.class.getResourceAsStream("/rewardscope/lesson-template.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("TITLE", "Mine").replace("UNIT", "Mine");
        }
    }

    /// What `check` says about the template with texts exchanged, without the file's name.
    ///
    /// @param exchanged a text and what stands in its place, and so on
    private List<String> problems(String... exchanged) throws IOException {
        String lesson = template();
        for (int i = 0; i < exchanged.length; i += 2) {
            assertThat(lesson).contains(exchanged[i]);
            lesson = lesson.replace(exchanged[i], exchanged[i + 1]);
        }
        Path file = Files.writeString(folder.resolve("mine.md"), lesson);
        return new CommandLineCalls(folder)
                .call("check", file.toString())
                .lines().stream()
                .map(line -> line.substring(file.toString().length() + 1))
                .toList();
    }

    @Test
    void theTemplateItselfIsSound() throws IOException {
        assertThat(problems()).isEmpty();
    }

    @Test
    void aMistypedNameNamesTheNearestOne() throws IOException {
        assertThat(problems("agent:", "agnet:", "tolerance:", "tolerence:", "do:track", "do:trak"))
                .containsExactly(
                        "14:1: error: there is no simulation `trak` in this lesson. Did you mean `track`?",
                        "18:1: error: `agnet` is not a key of an experiment. Did you mean `agent`?",
                        "26:1: error: `tolerence` is not a key of the exercise `after-two`. Did you mean `tolerance`?");
        assertThat(problems("&episodes=2", "&episode=2"))
                .containsExactly("14:1: error: `episode` can neither be run nor changed here. Did you mean `episodes`?");
        assertThat(problems("simulation: track, stop", "simulaton: track, stop"))
                .containsExactly("25:10: error: `simulaton` is not a key of a computed answer. Did you mean `simulation`?");
    }

    @Test
    void aBlockWhoseKindIsMistypedIsNotMissedElsewhere() throws IOException {
        assertThat(problems("```simulation", "```simulatoin"))
                .containsExactly("16:1: error: `simulatoin` is no kind of block. Did you mean `simulation`?");
    }

    @Test
    void aDecimalCommaIsSeenBetweenBracesToo() throws IOException {
        assertThat(problems("alpha: 0.5", "alpha: 0,5"))
                .containsExactly("18:36: error: `5` is not a key of the agent `q-learning`. "
                        + "Write the number with a point: `alpha: 0.5`");
        assertThat(problems("tolerance: 0.005", "tolerance: 0,005"))
                .containsExactly("26:12: error: `tolerance` has to be a number, and this is the text `0,005`. "
                        + "Write it with a point: `0.005`");
    }

    @Test
    void aPathWithBracketsWantsQuotes() throws IOException {
        assertThat(problems("\"q[3][up]\"", "q[3][up]"))
                .containsExactly("25:57: error: this is not YAML: expected ',' or '}', but got [. "
                        + "Close the `{` with `}`, and put a value with brackets, a comma or a colon in quotes");
    }

    @Test
    void aBlockThatIsNotClosedIsFoundAtTheNextOne() throws IOException {
        assertThat(problems("seed: 7\n```\n", "seed: 7\n"))
                .containsExactly("21:1: error: this is not YAML: found character '`' that cannot start any token. "
                        + "The block before it is not closed: end it with a line of its own, ```");
    }

    @Test
    void tabsColonsAndQuotationMarksHaveTheirCures() throws IOException {
        assertThat(problems("environment: {type: linear-track, states: 6}", "environment:\n\ttype: linear-track"))
                .singleElement().asString().startsWith("18:1: error: this is not YAML: ").endsWith("Indent with spaces");
        assertThat(problems("explanation: A share", "explanation: A: share"))
                .singleElement().asString().startsWith("28:15: error: this is not YAML: ").contains("Put a text with a colon in quotes");
        assertThat(problems("prompt: What is $Q(3, \\text{up})$", "prompt: \"What is $\\gamma$\""))
                .singleElement().asString().startsWith("24:").endsWith("In double quotes write `\\\\` for `\\`, or use single quotes");
        assertThat(problems("A share $\\alpha$ of $0.9 \\cdot Q(4, \\text{up})$.", "\"Half of it."))
                .containsExactly("28:14: error: this is not YAML: a quotation mark is opened here and never closed. "
                        + "Close the quotation mark");
    }

    @Test
    void aKeyInAnotherColumnThanItsNeighboursIsToldWithoutAParsersWords() throws IOException {
        assertThat(problems("tolerance: 0.005", " tolerance: 0.005"))
                .singleElement().asString().startsWith("26:2: ").endsWith("Let keys that belong together begin in the same column");
        assertThat(problems("environment: {type: linear-track, states: 6}", "environment:\n    type: linear-track\n   states: 6"))
                .containsExactly("19:4: error: this is not YAML: this line begins further right or left than the keys that it "
                        + "belongs to. Let keys that belong together begin in the same column");
    }

    @Test
    void aKeyWithoutItsColonIsFoundWhereItStands() throws IOException {
        assertThat(problems("kind: number", "kind: number\nhint"))
                .containsExactly("24:1: error: this is not YAML: there is no colon after this key. "
                        + "Write `key: value`, with a space after the colon");
    }

    @Test
    void aLinkToALessonThatIsNotThereNamesTheNearestOne() throws IOException {
        Path unit = Files.createDirectory(folder.resolve("01-first"));
        Files.writeString(unit.resolve("the-rat.md"), "");
        assertThat(problems("[Run two episodes](do:track?restart=true&episodes=2)", "[the rat](01-first/the-rta.md)"))
                .containsExactly("14:1: error: there is no lesson `01-first/the-rta.md`. Did you mean `01-first/the-rat.md`?");
        assertThat(problems("[Run two episodes](do:track?restart=true&episodes=2)", "[the rat](01-first/the-rat.md#what-it-eats)"))
                .isEmpty();
        assertThat(problems("[Run two episodes](do:track?restart=true&episodes=2)", "[away](../../../../../../etc/motd.md)"))
                .containsExactly("14:1: error: `../../../../../../etc/motd.md` leads out of the folder of the lessons. "
                        + "Write the path of a lesson in this unit's folder, or `../UNIT/LESSON.md`");
    }

    @Test
    void aCommandOfLatexThatDoubleQuotesTurnIntoAControlCharacterIsNotPassedOver() throws IOException {
        for (String command : List.of("\\alpha", "\\beta", "\\tau", "\\frac12", "\\rho", "\\epsilon", "\\varepsilon", "\\nu")) {
            assertThat(problems("A share $\\alpha$ of $0.9 \\cdot Q(4, \\text{up})$.", "\"Half of $" + command + "$.\""))
                    .as(command)
                    .containsExactly("28:14: error: in double quotes `" + command.substring(0, 2) + "` stands for a character "
                            + "that cannot be seen. Write `\\" + command.substring(0, 2) + "`, or use single quotes");
        }
        assertThat(problems("A share $\\alpha$ of $0.9 \\cdot Q(4, \\text{up})$.", "\"Half of it.\\nAnd $\\\\alpha$.\"")).isEmpty();
    }

    @Test
    void tabsAndLinesOutsideFormulasAreMeant() throws IOException {
        for (String text : List.of("A\\tcolumn", "One line\\nunder another", "$a$\\nu $b$", "\\a bell")) {
            assertThat(problems("A share $\\alpha$ of $0.9 \\cdot Q(4, \\text{up})$.", "\"" + text + "\""))
                    .as(text)
                    .isEmpty();
        }
    }

    @Test
    void aFormulaThatCannotBeSetIsSaidBeforeAnybodySeesIt() throws IOException {
        assertThat(problems("+ \\alpha\\,[R", "+ \\alpah\\,[R"))
                .singleElement().asString().startsWith("12:1: error: the formula `").endsWith("there is no command \\alpah. Did you mean `\\alpha`?");
        assertThat(problems("$0.9 \\cdot Q", "$\\frac{0.9 \\cdot Q"))
                .singleElement().asString().startsWith("28:14: error: the formula `");
    }

    @Test
    void oneMistakeInAnAnswerIsOneMessage() throws IOException {
        assertThat(problems("answer: {simulation: track, stop: {episodes: 2}, read: \"q[3][up]\"}\n", ""))
                .containsExactly("23:1: error: `answer` is missing in the exercise `after-two`. "
                        + "Write it out, or compute it: `answer: {simulation: id, stop: {...}, read: ...}`");
        assertThat(problems("q[3][up]", "q[9][up]"))
                .containsExactly("25:56: error: there is no state `9`. The first one is `0`, the last one `5`");
        assertThat(problems("do:track?restart=true", "do:track?restart=maybe"))
                .containsExactly("14:1: error: `restart` has to be true or false, and this is `maybe`. Write `restart=true`");
    }
}
