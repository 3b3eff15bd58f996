package rewardscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFilesTest {
    @TempDir
    Path folder;

    @Test
    void onlyWantedFilesAreFoundInTheOrderOfTheirPaths() throws IOException {
        Files.createDirectories(folder.resolve("b"));
        Path late = Files.writeString(folder.resolve("b").resolve("1.md"), "");
        Path early = Files.writeString(folder.resolve("a.md"), "");
        Files.writeString(folder.resolve("a.txt"), "");
        var found = FolderFiles.below(folder, 2, file -> file.toString().endsWith(".md"));
        assertThat(found.files()).containsExactly(early, late);
        assertThat(found.problems()).isEmpty();
        assertThat(FolderFiles.below(folder, 1, file -> file.toString().endsWith(".md")).files()).containsExactly(early);
    }

    @Test
    void aFolderThatRefusesIsAProblemWithItsNameAndTheRestIsGoneThrough() {
        var collector = new FolderFiles.Collector(_ -> true);
        Path refusing = folder.resolve("mine");
        assertThat(collector.visitFileFailed(refusing, new AccessDeniedException(refusing.toString())))
                .isEqualTo(FileVisitResult.CONTINUE);
        assertThat(collector.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(refusing);
            assertThat(problem.sentence()).startsWith("this cannot be read. ");
        });
    }

    @Test
    void aFolderThatIsNotThereIsEmpty() {
        assertThat(FolderFiles.below(folder.resolve("none"), 3, _ -> true)).isEqualTo(FolderFiles.below(folder, 3, _ -> true));
    }
}
