package rewardscope.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidersTest {
    @Test
    void simdIsTheDefaultAndEjmlIsAlwaysThere() {
        var found = Providers.discover();
        assertThat(found).extracting(Providers.Found::name).containsExactly("simd", "ejml");
        assertThat(Providers.best(found).name()).isEqualTo("simd");
        assertThat(Providers.named(found, "ejml").name()).isEqualTo("ejml");
        assertThatThrownBy(() -> Providers.named(found, "abacus"))
                .hasMessage("no backend is called abacus; there are [simd, ejml]");
    }

    private static final String BORROWED = """
            package abacus;
            import java.util.Optional;
            import rewardscope.compute.*;
            public final class Abacus implements ComputeProvider {
                public String name() { return "abacus"; }
                @Override public String description() { return "beads"; }
                public Optional<String> whyUnusable() { return Optional.empty(); }
                public int rank() { return 1; }
                public ComputeBackend create(int threads) { return new EjmlProvider().create(threads); }
            }
            """;

    private static PluginJar abacus(String statement) {
        return new PluginJar()
                .offering("abacus.Abacus")
                .with("abacus.Abacus", BORROWED.replace("public int rank", "{ " + statement + " }\npublic int rank"));
    }

    @Test
    void aJarInTheFolderIsListedAndComputes(@TempDir Path plugins) throws Exception {
        abacus("").write(plugins.resolve("abacus.jar"));
        var found = Providers.discover(plugins);
        assertThat(found).extracting(Providers.Found::name).containsExactly("simd", "abacus", "ejml");
        var devices = new Devices(plugins);
        var device = devices.named("abacus").device();
        assertThat(device.description()).isEqualTo("beads");
        try (ComputeBackend backend = device.open().apply(1)) {
            DeviceBuffer buffer = backend.allocate(3);
            backend.fill(buffer, 2, 3);
            assertThat(backend.sum(buffer, 3)).isEqualTo(6);
        }
    }

    @Test
    void aPluginSeesComputeAndTheJdkAlone(@TempDir Path plugins) throws Exception {
        String look = """
                for (String name : new String[] {"rewardscope.compute.EjmlBackend", "java.sql.Connection",
                        "rewardscope.math.RandomStream", "rewardscope.Main", "rewardscope.nn.Gpt",
                        "rewardscope.compute.opencl.OpenClProvider", "org.ejml.data.FMatrixRMaj"}) {
                    try {
                        Class.forName(name);
                        System.setProperty("seen." + name, "yes");
                    } catch (ClassNotFoundException e) {
                        System.setProperty("seen." + name, "no");
                    }
                }
                """;
        abacus(look).write(plugins.resolve("abacus.jar"));
        Providers.discover(plugins);
        var seen = System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("seen."))
                .filter(name -> System.getProperty(name).equals("yes"));
        assertThat(seen).containsExactlyInAnyOrder("seen.rewardscope.compute.EjmlBackend", "seen.java.sql.Connection");
        System.getProperties().keySet().removeIf(name -> name.toString().startsWith("seen."));
    }

    @Test
    void everyBrokenPluginIsASentenceAndTheOthersStay(@TempDir Path plugins) throws Exception {
        abacus("").without("abacus.Abacus").write(plugins.resolve("absent.jar"));
        abacus("Bead.push();").with("abacus.Bead", "package abacus; class Bead { static void push() {} }")
                .without("abacus.Bead")
                .write(plugins.resolve("beadless.jar"));
        abacus("if (true) throw new IllegalStateException(\"the beads fell off\");").write(plugins.resolve("fallen.jar"));
        new PluginJar().offering("no such class, only words").write(plugins.resolve("words.jar"));
        new PluginJar().offering("").write(plugins.resolve("nothing.jar"));
        new PluginJar()
                .with("abacus.Stone", "package abacus; public class Stone {}")
                .offering("abacus.Stone")
                .write(plugins.resolve("stone.jar"));
        abacus("").with("abacus.Abacus", BORROWED.replace("return 1;", "throw new StackOverflowError();"))
                .write(plugins.resolve("deep.jar"));
        abacus("").with("abacus.Abacus", BORROWED.replace("\"abacus\"", "\"bent\"").replaceFirst("\\}\\s*$", """
                        public java.util.List<rewardscope.compute.ComputeDevice> devices() {
                            throw new IllegalStateException("the rods are bent");
                        }
                    }
                    """))
                .write(plugins.resolve("bent.jar"));
        garbled(plugins.resolve("garbled.jar"));
        Files.writeString(plugins.resolve("paper.jar"), "not a jar");
        Files.writeString(plugins.resolve("README.txt"), "not looked at");
        abacus("").write(plugins.resolve("whole.jar"));

        var found = Providers.discover(plugins);
        assertThat(found.stream().filter(Providers.Found::usable).map(Providers.Found::name))
                .containsExactly("simd", "abacus", "ejml");
        var said = found.stream()
                .filter(f -> !f.usable())
                .collect(Collectors.toMap(Providers.Found::name, f -> f.problem().orElseThrow()));
        assertThat(said.get("absent.jar"))
                .isEqualTo("It could not be loaded: Provider abacus.Abacus not found.");
        assertThat(said.get("beadless.jar"))
                .isEqualTo("It could not be loaded: it needs the class abacus.Bead, which is not there.");
        assertThat(said.get("fallen.jar")).isEqualTo("It could not be loaded: the beads fell off.");
        assertThat(said.get("bent")).isEqualTo("It could not be loaded: the rods are bent.");
        assertThat(said.get("nothing.jar")).isEqualTo("It could not be loaded: it offers no compute provider.");
        assertThat(said.get("garbled.jar")).isEqualTo("It could not be loaded: one of its classes is damaged.");
        assertThat(said).containsKeys("words.jar", "stone.jar", "paper.jar", "abacus");
        assertThat(said.values()).allSatisfy(sentence ->
                assertThat(sentence).startsWith("It could not be loaded: ").endsWith(".").doesNotContain("\n"));
    }

    @Test
    void aDirectoryThatIsNotThereHasNoPlugins(@TempDir Path home) {
        assertThat(Providers.discover(home.resolve("plugins"))).hasSize(2);
    }

    private static void garbled(Path jar) throws Exception {
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("META-INF/services/rewardscope.compute.ComputeProvider"));
            out.write("garbled.Provider".getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
            out.putNextEntry(new JarEntry("garbled/Provider.class"));
            out.write(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
            out.closeEntry();
        }
    }
}
