package rewardscope.language.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelStoreTest {
    private static final List<Feedback> ONE_OF_EACH = List.of(
            new Feedback.Choice("what does the cat eat ?", "fish", "a \"bone\"", Feedback.Verdict.TIE, "ann"),
            new Feedback.Ranking("q ?", List.of("best", "middling", "worst"), "ben"),
            new Feedback.Rating("q ?", "an answer", 3.5, "ann"),
            new Feedback.Harm("q ?", "you burn the hay", true, "cleo"),
            new Feedback.Correction("q ?", "", "i do not know", "ann"),
            new Feedback.Remark("q ?", "an answer", "not wrong, but rude\nand long — ü", "ann"));

    @TempDir
    Path folder;

    @Test
    void everyKindOfFeedbackComesBackAsItWasGiven() throws IOException {
        Path file = folder.resolve("new/labels.jsonl");
        for (Feedback feedback : ONE_OF_EACH) {
            try (var store = LabelStore.open(file)) {
                store.add(feedback);
            }
        }
        assertThat(LabelStore.read(file)).isEqualTo(new LabelStore.Contents(ONE_OF_EACH, List.of()));
        assertThat(Files.readAllLines(file)).hasSize(6);
    }

    @Test
    void aWholeSetIsSavedOverAnOlderOne() throws IOException {
        Path file = folder.resolve("labels.jsonl");
        LabelStore.save(file, ONE_OF_EACH);
        LabelStore.save(file, ONE_OF_EACH.subList(0, 2));
        assertThat(LabelStore.read(file).labels()).isEqualTo(ONE_OF_EACH.subList(0, 2));
        assertThat(folder.toFile().list()).containsExactly("labels.jsonl");
    }

    @Test
    void aLineThatACrashCutShortIsNamedAndSpoilsNothingElse() throws IOException {
        Path file = folder.resolve("labels.jsonl");
        LabelStore.save(file, ONE_OF_EACH.subList(0, 1));
        Files.writeString(file, Files.readString(file) + "{\"kind\":\"choice\",\"pro", StandardCharsets.UTF_8);
        try (var store = LabelStore.open(file)) {
            store.add(ONE_OF_EACH.get(1));
        }
        var contents = LabelStore.read(file);
        assertThat(contents.labels()).isEqualTo(ONE_OF_EACH.subList(0, 2));
        assertThat(contents.spoiled()).singleElement().asString().startsWith("line 2: ");
    }

    @Test
    void whatIsTakenBackIsNotReadAgain() throws IOException {
        Path file = folder.resolve("labels.jsonl");
        try (var store = LabelStore.open(file)) {
            store.add(ONE_OF_EACH.get(0));
            store.add(ONE_OF_EACH.get(1));
            store.takeBack();
            store.add(ONE_OF_EACH.get(2));
        }
        assertThat(LabelStore.read(file).labels()).containsExactly(ONE_OF_EACH.get(0), ONE_OF_EACH.get(2));
        assertThat(Files.readAllLines(file)).as("nothing is ever erased").hasSize(4);
    }

    @Test
    void aLineThatIsNoLabelIsRefusedInOneSentence() {
        assertThatThrownBy(() -> LabelFormat.read("{\"kind\":\"smile\",\"prompt\":\"q\",\"annotator\":\"a\"}"))
                .isInstanceOf(IOException.class).hasMessageContaining("`smile`");
        assertThatThrownBy(() -> LabelFormat.read("[1, 2]")).hasMessageContaining("JSON object");
        assertThatThrownBy(() -> LabelFormat.read("{\"kind\":\"rating\",\"prompt\":\"q\"}"))
                .hasMessageContaining("`annotator`");
    }

    /// A label counts as given once the program says so, which is after [LabelStore#add].
    @Test
    void aProcessThatIsKilledAtAnyTimeLosesNoLabelThatWasGiven() throws Exception {
        Path file = folder.resolve("labels.jsonl");
        var random = new Random(7);
        int next = 0;
        for (int round = 0; round < 5; round++) {
            Path said = folder.resolve("said-" + round);
            var process = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto",
                    "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                    LabelWriter.class.getName(), file.toString(), String.valueOf(next))
                    .redirectOutput(said.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            while (process.isAlive() && Files.size(said) == 0) {
                Thread.sleep(1);
            }
            Thread.sleep(random.nextInt(60));
            process.destroyForcibly().waitFor();
            assertThat(process.exitValue()).as("it was killed and did not fail").isGreaterThan(128);
            List<String> given = Files.readAllLines(said);
            int last = next - 1 + (int) given.stream().filter(line -> !line.isEmpty()).count();
            boolean half = !Files.readString(said).endsWith("\n");
            var labels = LabelStore.read(file).labels();
            for (int n = 0; n <= (half ? last - 1 : last); n++) {
                String wanted = "a " + n;
                assertThat(labels).as("label %d after round %d", n, round)
                        .anyMatch(label -> label instanceof Feedback.Choice choice && choice.a().equals(wanted));
            }
            assertThat(last).isGreaterThanOrEqualTo(next);
            next = last + 2; // the one after the last that was said may be there as well
            try (var store = LabelStore.open(file)) {
                store.add(new Feedback.Choice("who are you ?", "a " + (next - 1), "b", Feedback.Verdict.A, "ann"));
            }
        }
    }
}
