package rewardscope.sim.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rewardscope.compute.Compute;
import rewardscope.compute.ComputeBackend;
import rewardscope.compute.ComputeDevice;
import rewardscope.compute.Trial;
import rewardscope.compute.Tried;

class HealthTest {
    @TempDir
    Path folder;

    @Test
    void theSolversAgreeWithWhatIsKnown() {
        assertThat(SolverChecks.all()).hasSize(2).allMatch(Finding::well);
    }

    @Test
    void aValueThatIsOffOrNotANumberIsFound() {
        double[] known = {1, 2};
        assertThat(SolverChecks.compare("it", "the book", new double[] {1, 2.001}, known, 1e-6).line())
                .startsWith("WRONG  it: differs from the book by 1.0e-03");
        assertThat(SolverChecks.compare("it", "the book", new double[] {1, Double.NaN}, known, 1e-6).well()).isFalse();
        assertThat(SolverChecks.compare("it", "the book", new double[] {1}, known, 1e-6).well()).isFalse();
        assertThat(SolverChecks.compare("it", "the book", new double[] {1, 2}, known, 0).well()).isTrue();
    }

    @Test
    void aDeviceThatMultipliesWronglyIsFound() {
        ComputeDevice sound = Compute.STANDARD.device();
        assertThat(checked(sound).well()).isTrue();
        var lazy = new ComputeDevice("lazy", "leaves products out", _ -> without("matmul", sound.open().apply(1)));
        assertThat(checked(lazy).line()).startsWith("WRONG  device lazy: differs from a plain loop");
    }

    private static Finding checked(ComputeDevice device) {
        var tried = new Tried(device.name(), device.description(), Optional.of(Trial.of(device, 1, 0)), Optional.empty(), false);
        return DeviceChecks.finding(tried);
    }

    private static ComputeBackend without(String left, ComputeBackend sound) {
        return (ComputeBackend) Proxy.newProxyInstance(
                HealthTest.class.getClassLoader(), new Class<?>[] {ComputeBackend.class}, (_, method, arguments) -> {
                    try {
                        return method.getName().equals(left) ? null : method.invoke(sound, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void aFolderThatCannotBeWrittenIsFound() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "a file, not a folder");
        assertThat(PlaceChecks.writable(file.resolve("below")).line()).contains("cannot be written", "free space");
        assertThat(PlaceChecks.writable(folder.resolve("new").resolve("deep")).well()).isTrue();
        assertThat(folder.resolve("new").resolve("deep")).isEmptyDirectory();
    }

    @Test
    void anOldJavaLittleMemoryAndNoLessonsAreFound() throws IOException {
        assertThat(PlaceChecks.java(21).line()).startsWith("WRONG  Java: 21 ").contains("install version 25");
        assertThat(PlaceChecks.java(Runtime.version().feature()).well()).isTrue();
        assertThat(PlaceChecks.memory(256L << 20).line()).contains("WRONG", "256 MiB", "512");
        assertThat(PlaceChecks.memory(1L << 30).well()).isTrue();
        assertThat(PlaceChecks.lessons(folder).line()).contains("WRONG", "unpack the application again");
        Files.createDirectories(folder.resolve("lessons"));
        assertThat(PlaceChecks.lessons(folder).line()).contains("WRONG", "none in");
        assertThat(PlaceChecks.fonts().well()).isTrue();
    }

    @Test
    void aCheckThatFailsIsAFinding() {
        var finding = Finding.of("it", () -> {
            throw new UnsatisfiedLinkError("no library\nmore");
        });
        assertThat(finding.line()).isEqualTo("WRONG  it: The check itself failed: no library");
    }
}
