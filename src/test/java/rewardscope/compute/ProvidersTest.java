package rewardscope.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
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

    @Test
    void brokenPluginsAreSentencesAndTheOthersStay(@TempDir Path plugins) throws Exception {
        plugin(plugins.resolve("missing.jar"), "no.such.Provider", new byte[0]);
        plugin(plugins.resolve("garbled.jar"), "garbled.Provider", new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        Files.writeString(plugins.resolve("empty.jar"), "not a jar");
        Files.writeString(plugins.resolve("README.txt"), "not looked at");
        var found = Providers.discover(plugins);
        assertThat(found.stream().filter(Providers.Found::usable).map(Providers.Found::name))
                .containsExactly("simd", "ejml");
        var broken = found.stream().filter(f -> !f.usable()).toList();
        assertThat(broken).extracting(Providers.Found::name).contains("missing.jar", "garbled.jar");
        assertThat(broken).allSatisfy(f -> assertThat(f.problem().orElseThrow()).startsWith("It could not be loaded: "));
    }

    @Test
    void aDirectoryThatIsNotThereHasNoPlugins(@TempDir Path home) {
        assertThat(Providers.discover(home.resolve("plugins"))).hasSize(2);
    }

    private static void plugin(Path jar, String provider, byte[] bytes) throws Exception {
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("META-INF/services/rewardscope.compute.ComputeProvider"));
            out.write(provider.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
            if (bytes.length > 0) {
                out.putNextEntry(new JarEntry(provider.replace('.', '/') + ".class"));
                out.write(bytes);
                out.closeEntry();
            }
        }
    }
}
