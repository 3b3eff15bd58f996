package rewardscope.sim;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The files of toy worlds, lessons/worlds: those beside the program, which an instructor may edit or add, before those
/// inside of it.
///
/// @param beside the folder beside the program; it may be missing
record WorldFiles(Path beside) {
    private static final String INSIDE = "lessons/worlds";
    private static final String END = ".yaml";
    private static final int LONGEST = 1_000_000;

    /// Those of this program.
    static WorldFiles ofProgram() {
        return new WorldFiles(Path.of(System.getProperty("rewardscope.home", "."), "lessons", "worlds"));
    }

    Path path(String name) {
        return beside.resolve(name + END);
    }

    /// The text of a world; empty if there is none of that name.
    Optional<String> text(String name) {
        if (!name.matches("[a-z0-9-]{1,60}")) {
            return Optional.empty();
        }
        try (InputStream in = Files.isRegularFile(path(name))
                ? Files.newInputStream(path(name))
                : WorldFiles.class.getResourceAsStream("/" + INSIDE + "/" + name + END)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// The names that [#text] knows, in order.
    List<String> names() {
        var names = new TreeSet<String>();
        try {
            if (Files.isDirectory(beside)) {
                names.addAll(in(beside));
            }
            Path program = Path.of(WorldFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            names.addAll(inProgram(program));
        } catch (IOException | URISyntaxException e) {
            return List.copyOf(names); // names are only proposed: those that were found will do
        }
        return List.copyOf(names);
    }

    /// @param program a folder of classes, or a jar
    static List<String> inProgram(Path program) throws IOException {
        if (Files.isDirectory(program)) {
            Path worlds = program.resolve(INSIDE);
            return Files.isDirectory(worlds) ? in(worlds) : List.of();
        }
        try (var jar = FileSystems.newFileSystem(program)) {
            Path worlds = jar.getPath(INSIDE);
            return Files.isDirectory(worlds) ? in(worlds) : List.of();
        }
    }

    private static List<String> in(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(END))
                    .map(name -> name.substring(0, name.length() - END.length()))
                    .toList();
        }
    }
}
