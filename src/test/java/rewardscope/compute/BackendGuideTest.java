package rewardscope.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Does what the guide to writing a backend says, to the letter: its commands, from the toy's source text to a plugin.
class BackendGuideTest {
    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)\n```", Pattern.DOTALL);
    private static final String LAST = "target/rewardscope/bin/rewardscope devices";
    private static final Path SHELL = Path.of("/bin/sh");

    @Test
    void theGuidesCommandsMakeAPluginThatIsListedAndComputes(@TempDir Path place) throws Exception {
        assumeTrue(Files.isExecutable(SHELL), "its commands are those of a Unix shell");
        Path guide = Path.of("src/docs/writing-a-backend.md");
        var block = COMMANDS.matcher(Files.readString(guide));
        assertThat(block.find()).isTrue();
        List<String> commands = block.group(1).lines().toList();
        assertThat(commands.getLast()).isEqualTo(LAST);
        copyToy(place.resolve("src/test/java/abacus"));
        Path application = place.resolve("target/rewardscope");
        Files.createDirectories(application.resolve("plugins"));
        pack(Files.createDirectories(application.resolve("lib")).resolve("rewardscope.jar"));

        String script = commands.stream().limit(commands.size() - 1L).collect(Collectors.joining("\n"));
        assertThat(said(place, script)).isEmpty();

        var devices = new Devices(application.resolve("plugins"));
        var abacus = devices.named("abacus").device();
        assertThat(abacus.description()).isEqualTo("a complete toy: plain loops over double numbers");
        assertThat(Trial.of(abacus, 1, 0).gap()).isLessThan(1e-5);
        assertThat(devices.usable().getLast().name()).as("it is never the default").isEqualTo("abacus");
    }

    private static void copyToy(Path to) throws IOException {
        Files.createDirectories(to);
        try (var sources = Files.list(Path.of("src/test/java/abacus"))) {
            for (Path source : sources.toList()) {
                Files.copy(source, to.resolve(source.getFileName()));
            }
        }
    }

    /// What of the application a plugin sees, as the application's jar names its libraries.
    private static void pack(Path jar) throws Exception {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH,
                NullMarked.class.getProtectionDomain().getCodeSource().getLocation().toString());
        Path classes = Path.of("target/classes");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var found = Files.list(classes.resolve("rewardscope/compute"))) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                out.write(Files.readAllBytes(file));
                out.closeEntry();
            }
        }
    }

    private static String said(Path place, String script) throws Exception {
        var shell = new ProcessBuilder(SHELL.toString(), "-ec", script).directory(place.toFile()).redirectErrorStream(true);
        String tools = Path.of(System.getProperty("java.home"), "bin").toString();
        shell.environment().merge("PATH", tools, (path, first) -> first + ":" + path);
        var process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
