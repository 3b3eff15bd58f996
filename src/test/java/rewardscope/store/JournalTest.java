package rewardscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path folder;

    private List<String> read(Path file) throws IOException {
        try (var journal = Journal.open(file)) {
            return journal.linesBefore();
        }
    }

    @Test
    void whatWasAppendedIsThereWhenItIsOpenedAgain() throws IOException {
        Path file = folder.resolve("deep/labels.jsonl");
        try (var journal = Journal.open(file)) {
            journal.append("one");
            journal.append("zwei · δύο");
        }
        assertThat(read(file)).containsExactly("one", "zwei · δύο");
    }

    @Test
    void aTornEndIsCutOffAndTheLinesBeforeItStay() throws IOException {
        Path file = folder.resolve("torn.jsonl");
        try (var journal = Journal.open(file)) {
            journal.append("whole");
        }
        Files.writeString(file, "ha", StandardOpenOption.APPEND);
        assertThat(read(file)).containsExactly("whole");
        try (var journal = Journal.open(file)) {
            journal.append("next");
        }
        assertThat(Files.readString(file)).isEqualTo("whole\nnext\n");
    }

    @Test
    void aLineBreakInALineIsRefused() throws IOException {
        try (var journal = Journal.open(folder.resolve("a"))) {
            assertThatThrownBy(() -> journal.append("a\nb")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /// Prints a number after its line is on the disk, until it is killed.
    static final class Writer {
        public static void main(String[] file) throws IOException {
            try (var journal = Journal.open(Path.of(file[0]))) {
                for (int n = journal.linesBefore().size(); ; n++) {
                    journal.append("line " + n);
                    System.out.println(n);
                    System.out.flush();
                }
            }
        }
    }

    @Test
    void killingTheProcessLosesNoLineThatWasAcknowledged() throws IOException, InterruptedException {
        Path file = folder.resolve("killed.jsonl");
        for (int round = 1; round <= 3; round++) {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            int acknowledged = -1;
            try (var printed = process.inputReader()) {
                for (int n = 0; n < 40 * round; n++) {
                    acknowledged = Integer.parseInt(printed.readLine());
                }
                process.destroyForcibly();
                for (String line = printed.readLine(); line != null && !line.isEmpty(); line = printed.readLine()) {
                    acknowledged = Math.max(acknowledged, Integer.parseInt(line));
                }
            } catch (IOException | NumberFormatException e) {
                // the pipe broke with the process, perhaps within a number
            }
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            var lines = read(file);
            assertThat(acknowledged).isGreaterThanOrEqualTo(39);
            assertThat(lines).hasSizeGreaterThan(acknowledged);
            assertThat(lines)
                    .isEqualTo(IntStream.range(0, lines.size()).mapToObj(n -> "line " + n).toList());
        }
    }

    @Test
    void aFileIsReplacedWholeAndLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("session.yaml");
        WholeFile.write(file, "old".getBytes());
        WholeFile.write(file, "new".getBytes());
        assertThat(Files.readString(file)).isEqualTo("new");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void anExportedFileHasTheUsersUsualRightsAndAPrivateOneIsPrivate() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Path usual = Files.writeString(folder.resolve("usual.txt"), "as any program writes it");
        Path exported = folder.resolve("curves.csv");
        WholeFile.write(exported, "act,return".getBytes());
        assertThat(Files.getPosixFilePermissions(exported)).isEqualTo(Files.getPosixFilePermissions(usual));
        Path kept = folder.resolve("session.yaml");
        WholeFile.writePrivately(kept, "runs: {}".getBytes());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept))).isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(usual, exported, kept);
        }
    }
}
