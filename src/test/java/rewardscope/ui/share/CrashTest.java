package rewardscope.ui.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rewardscope.course.Study;

/// A process that answers and notes its session is killed without warning, again and again: what it said was kept is
/// there, and what is there can be read.
class CrashTest {
    @TempDir
    Path folder;

    @TempDir
    Path outputs;

    @Test
    void threeKillsLoseNothing() throws Exception {
        killAndLook(3, 1);
    }

    @Test
    @Tag("soak")
    void aHundredKillsLoseNothing() throws Exception {
        killAndLook(100, 2);
    }

    private void killAndLook(int times, long seed) throws Exception {
        var random = new Random(seed);
        int answersBefore = 0;
        for (int i = 0; i < times; i++) {
            List<String> said = killed(outputs.resolve("said-" + i), random.nextInt(400));
            int answers = Math.max(answersBefore, 1 + last(said, "answer "));
            int session = last(said, "session ");
            var study = Study.open(folder);
            assertThat(study.trouble()).isEmpty();
            assertThat(study.acts()).as("answers after kill %d", i).hasSizeBetween(answers, answers + 1);
            for (int k = 0; k < study.acts().size(); k++) {
                assertThat(study.acts().get(k).fields()).containsEntry("", "answer " + k);
            }
            answersBefore = study.acts().size();
            study.close();
            var found = new SessionFile(folder).read();
            assertThat(found.trouble()).isEmpty();
            if (session >= 0) {
                int kept = Integer.parseInt(found.session().orElseThrow().playground().substring(2));
                assertThat(kept).isBetween(session, session + 1);
            }
        }
    }

    /// Whole lines that the process has said before it was killed.
    private List<String> killed(Path out, int millis) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashChild.class.getName(),
                        folder.toString())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            while (Files.size(out) == 0 && process.isAlive()) {
                Thread.sleep(5); // it is still starting
            }
            Thread.sleep(millis);
        } finally {
            process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
        String text = Files.readString(out, StandardCharsets.UTF_8);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private static int last(List<String> said, String what) {
        return said.stream()
                .filter(line -> line.startsWith(what))
                .mapToInt(line -> Integer.parseInt(line.substring(what.length())))
                .max()
                .orElse(-1);
    }
}
