package rewardscope.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rewardscope.language.feedback.Feedback;
import rewardscope.language.feedback.LabelFormat;
import rewardscope.language.feedback.LabelStore;

/// A process that gives labels through the model of the page is killed without warning, again and again; each one after it
/// goes on with the labels of the one before.
class LabelsOutliveTheProcessTest {
    private static final int ROUNDS = 4;

    @TempDir
    Path folder;

    @Test
    void noLabelThatWasGivenIsLostAndNoneThatWasTakenBackReturns() throws Exception {
        var random = new Random(11);
        var counted = new ArrayList<Feedback>();
        for (int round = 1; round <= ROUNDS; round++) {
            Path said = folder.resolve("said-" + round);
            var process = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto",
                    "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                    LabellingProcess.class.getName(), folder.resolve("labels").toString(), String.valueOf(round))
                    .redirectOutput(said.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            while (process.isAlive() && Files.size(said) == 0) {
                Thread.sleep(1);
            }
            Thread.sleep(random.nextInt(80));
            process.destroyForcibly().waitFor();
            assertThat(process.exitValue()).as("it was killed and did not fail").isGreaterThan(128);

            String spoken = Files.readString(said);
            for (String line : spoken.substring(0, spoken.lastIndexOf('\n') + 1).split("\n")) {
                if (line.equals("undone")) {
                    counted.removeLast();
                } else {
                    counted.add(LabelFormat.read(line));
                }
            }
            var contents = LabelStore.read(newest());
            var kept = contents.labels();
            int same = 0;
            while (same < Math.min(kept.size(), counted.size()) && kept.get(same).equals(counted.get(same))) {
                same++;
            }
            // A key is written before it is said, and the next may be pressed meanwhile: two labels, each taken back at once.
            assertThat(kept.size() - same).as("round %d: labels under way", round).isBetween(0, 2);
            assertThat(counted.size() - same).as("round %d: labels gone", round).isBetween(0, 1);
            if (same < counted.size()) {
                var lines = Files.readAllLines(newest());
                assertThat(lines.subList(Math.max(0, lines.size() - 4), lines.size()))
                        .as("a label goes only if it was taken back")
                        .contains(LabelFormat.UNDO);
            }
            assertThat(contents.spoiled()).as("a line that was cut short").hasSizeLessThanOrEqualTo(1);
            counted.clear();
            counted.addAll(kept);
        }
        assertThat(counted).hasSizeGreaterThan(ROUNDS);
    }

    private Path newest() throws Exception {
        try (var files = Files.list(folder.resolve("labels"))) {
            return files.max(Comparator.comparingInt((Path file) ->
                    Integer.parseInt(file.getFileName().toString().replaceAll("\\D", "")))).orElseThrow();
        }
    }
}
