package rewardscope.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which toy worlds there are follows from the files, beside the program and inside of it.
class WorldFilesTest {
    @TempDir
    Path folder;

    @Test
    void anInstructorsWorldIsNamedBesideThoseThatShip() throws IOException {
        Path own = Files.writeString(folder.resolve("harbour.yaml"), "title: A harbour\n");
        Files.writeString(folder.resolve("notes.txt"), "no world");
        var files = new WorldFiles(folder);
        assertThat(files.names()).contains("harbour").doesNotContain("notes").isSorted();
        assertThat(files.names()).allMatch(name -> files.text(name).isPresent());
        assertThat(files.text("harbour")).hasValue("title: A harbour\n");
        Files.delete(own);
        assertThat(files.names()).doesNotContain("harbour");
        assertThat(files.text("harbour")).isEmpty();
        assertThat(files.text("../harbour")).isEmpty();
    }

    @Test
    void worldsInsideOfAJarAreNamed() throws IOException {
        Path jar = folder.resolve("program.jar");
        try (var packed = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            Files.createDirectories(packed.getPath("lessons/worlds"));
            Files.writeString(packed.getPath("lessons/worlds/village.yaml"), "title: A village\n");
        }
        assertThat(WorldFiles.inProgram(jar)).containsExactly("village");
        assertThat(WorldFiles.inProgram(folder)).as("a program without any").isEmpty();
    }
}
