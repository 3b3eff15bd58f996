package rewardscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rewardscope.course.CourseExercises;
import rewardscope.course.Learner;
import rewardscope.course.ProgressReport;

class NewCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return CommandLineApp.run(args, print(out), print(err), Desktop.none("no window here"));
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    @Test
    void aNewLessonIsSoundAndKeepsItsNameHoweverItIsWritten() throws Exception {
        String file = folder.resolve("07-my-unit/02-colon_and-more.md").toString();
        assertThat(run("new", file, "--unit", "Said: \"so\"")).isZero();
        assertThat(Files.readString(Path.of(file))).contains("title: \"Colon and more\"").contains("Said: \\\"so\\\"");
        assertThat(run("check", file)).isZero();
    }

    @Test
    void aFileThatIsThereIsLeftAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.md"), "mine");
        assertThat(run("new", file.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("already");
        assertThat(Files.readString(file)).isEqualTo("mine");
    }

    @Test
    void aReportThatWasEditedIsTold() throws Exception {
        String html = ProgressReport.html(
                new Learner("Ada", 7), new CourseExercises(List.of()), List.of(), List.of(), Instant.EPOCH);
        Path good = Files.writeString(folder.resolve("good.html"), html);
        Path bad = Files.writeString(folder.resolve("bad.html"), html.replace("Ada", "Bob"));
        assertThat(run("report", "--check", good.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("good.html: untouched");
        assertThat(run("report", good.toString(), bad.toString())).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("bad.html: changed");
    }
}
