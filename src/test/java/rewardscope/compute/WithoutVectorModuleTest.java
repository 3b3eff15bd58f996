package rewardscope.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Java started without `--add-modules jdk.incubator.vector`: the module is added late where the launcher allows it;
/// elsewhere the reference backend takes over, and `devices` says why.
class WithoutVectorModuleTest {
    private static final String EXPERIMENT = """
            environment: {type: language, corpus: "the rat ran up the track and the cat sat on the mat. "}
            agent: {type: next-token, width: 8, layers: 1, context: 8, batch: 2}
            stop: {updates: 2}
            """;

    @Test
    void theReferenceTakesOverAndDevicesSayWhy(@TempDir Path folder) throws Exception {
        String devices = java("devices");
        assertThat(devices.lines()).anySatisfy(line -> assertThat(line).startsWith("ejml\t").endsWith("\tready"));
        assertThat(devices.lines()).contains("simd\t\tcannot be used: The JDK's module jdk.incubator.vector is missing;"
                + " start Java with --add-modules jdk.incubator.vector.");
        Path file = Files.writeString(folder.resolve("tiny.yaml"), EXPERIMENT);
        assertThat(java("run", file.toString())).contains("\"backend\":\"ejml\"");
    }

    @Test
    void withTheLaunchersOneExportTheModuleIsAddedWhenItIsWanted() throws Exception {
        String devices = java(List.of("--add-exports=java.base/jdk.internal.module=ALL-UNNAMED"), "devices");
        assertThat(devices.lines()).anySatisfy(line -> assertThat(line).startsWith("simd\t").endsWith("\tready"));
    }

    private static String java(String... arguments) throws Exception {
        return java(List.of(), arguments);
    }

    private static String java(List<String> options, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:TieredStopAtLevel=1", "-Drewardscope.home=target/nowhere"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "rewardscope.Main"));
        command.addAll(List.of(arguments));
        File said = File.createTempFile("said", ".txt");
        try {
            var process = new ProcessBuilder(command)
                    .redirectOutput(said)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(process.waitFor()).isZero();
            return Files.readString(said.toPath(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(said.toPath());
        }
    }
}
