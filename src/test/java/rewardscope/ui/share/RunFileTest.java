package rewardscope.ui.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that cannot be opened says why.
class RunFileTest {
    @TempDir
    Path folder;

    private String trouble(Path file) {
        var read = RunFile.read(file);
        assertThat(read.text()).isEmpty();
        return read.trouble();
    }

    @Test
    void aTextIsReadWithoutTrouble() throws IOException {
        assertThat(RunFile.read(Files.writeString(folder.resolve("run"), "a text"))).isEqualTo(new RunFile("a text", ""));
    }

    @Test
    void aFileThatIsTooLargeSaysHowLargeItIsAndHowLargeItMayBe() throws IOException {
        Path large = folder.resolve("large");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(8_000_001);
        }
        assertThat(trouble(large)).contains("too large").contains("9 MB").contains("8 MB is the most");
    }

    @Test
    void eachReasonHasItsOwnSentence() throws IOException {
        assertThat(trouble(folder.resolve("gone"))).endsWith("gone is not there.");
        assertThat(trouble(folder)).contains("is a folder");
        assertThat(trouble(Files.createFile(folder.resolve("empty")))).contains("is empty");
        assertThat(trouble(Files.write(folder.resolve("picture"), new byte[] {(byte) 0x89, 'P', (byte) 0xff})))
                .contains("holds no text");
    }
}
