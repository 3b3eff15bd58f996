package rewardscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `doctor` says what is well and what is not.
class DoctorCommandTest {
    @TempDir
    Path folder;

    private CommandLineCalls calls;

    @BeforeEach
    void begin() {
        calls = new CommandLineCalls(folder);
    }

    @Test
    void theDoctorFindsNothingWrongInASoundInstallation() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("lessons")).resolve("a.md"), "# A");
        var ended = calls.call("doctor");
        assertThat(ended.out()).contains("policy evaluation: agrees", "Q-learning: agrees", "device ejml: agrees");
        assertThat(ended.lines().getFirst()).matches("well +rewardscope: \\d+\\.\\d+\\.\\d+\\.");
        assertThat(ended.lines()).allMatch(line -> line.startsWith("well "));
        assertThat(ended.code()).isZero();
    }

    @Test
    void theDoctorNamesWhatIsWrongAndEndsWithThree() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("plugins")).resolve("card.jar"), "not a jar");
        var ended = calls.call("doctor");
        assertThat(ended.out()).contains("WRONG  lessons: there is no folder", "WRONG  plugin card.jar: ");
        assertThat(ended.err()).contains("2 things are wrong.");
        assertThat(ended.code()).isEqualTo(3);
    }

    @Test
    void theDoctorLooksAtGraphicsOnlyWhenAsked() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("lessons")).resolve("a.md"), "# A");
        assertThat(calls.call("doctor").out()).doesNotContain("graphics");
        var ended = calls.call("doctor", "--graphics");
        assertThat(ended.out()).contains("WRONG  graphics: There is no window here.");
        assertThat(ended.err()).contains("One thing is wrong.");
        assertThat(ended.code()).isEqualTo(3);
    }
}
