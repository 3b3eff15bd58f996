package rewardscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What all commands keep: where words go, and with which number they end.
class CommandLineTest {
    @TempDir
    Path folder;

    private CommandLineCalls calls;
    private Path rat;

    @BeforeEach
    void begin() throws IOException {
        calls = new CommandLineCalls(folder);
        rat = Files.writeString(folder.resolve("rat.yaml"), CommandLineCalls.RAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere.yaml", "nowhere.md#x"})
    void aFileThatIsNotThereIsWrongInput(String name) {
        var ended = calls.call("run", name);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("there is no such file");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void wrongInputIsOneAndAWrongCallIsTwo() {
        assertThat(calls.call("run", rat.toString(), "--set", "agent.alhpa=1").code()).isEqualTo(1);
        assertThat(calls.call("run").code()).isEqualTo(2);
        assertThat(calls.call("walk").code()).isEqualTo(2);
        assertThat(calls.call("run", rat.toString(), "--seed", "seven").code()).isEqualTo(2);
        assertThat(calls.call("run", rat.toString(), "--stop", "episodes").code()).isEqualTo(2);
        assertThat(calls.call("sweep", rat.toString(), "--seeds", "3..1").code()).isEqualTo(2);
        assertThat(calls.call("bench", "nothing").code()).isEqualTo(2);
    }

    @Test
    void withoutAWindowOpeningItFailsWithASentence() {
        assertThat(calls.call("open")).isEqualTo(new CommandLineCalls.Ended(3, "", "There is no window in a test." + System.lineSeparator()));
        assertThat(calls.call().code()).isEqualTo(3);
    }

    @Test
    void devicesSayWhyAnotherCannotBeUsed() {
        assertThat(calls.call("devices").lines())
                .containsExactly("cpu\tthis computer\tready", "gpu\ta card\tcannot be used: no driver");
    }

    @Test
    void checkPrintsALineAProblemAndFindsFilesInFolders() throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), CommandLineCalls.RAT.replace("alpha", "alhpa").replace("seed: 7", "sed: 7"));
        var ended = calls.call("check", folder.toString());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.lines()).hasSize(2).allMatch(line -> line.matches(".*bad\\.yaml:\\d+:\\d+: error: .*"));
        assertThat(calls.call("check", rat.toString()).code()).isZero();
    }

    @Test
    void theWindowIsAskedForALesson() throws IOException {
        Path lesson = Files.writeString(folder.resolve("a.md"), "---\ntitle: A\nunit: B\n---\n");
        var asked = new ArrayList<Object>();
        var desktop = new Desktop() {
            @Override
            public int open(Optional<Path> at, Optional<String> device) {
                asked.add(at);
                return 0;
            }

            @Override
            public int render(Picture picture) {
                asked.add(picture);
                return 0;
            }
        };
        var silent = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertThat(CommandLineApp.run(new String[] {"open", lesson.toString()}, silent, silent, desktop)).isZero();
        assertThat(CommandLineApp.run(
                        new String[] {"render", lesson + "#s", "--size", "800x600", "--theme", "dark", "--out", "x.png"},
                        silent,
                        silent,
                        desktop))
                .isZero();
        assertThat(asked)
                .containsExactly(
                        Optional.of(lesson),
                        new Desktop.Picture(lesson, Optional.of("s"), 800, 600, 1, true, false, 0, Path.of("x.png")));
    }
}
