package rewardscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rewardscope.compute.Compute;

/// `bench` with measurements of its own.
class BenchCommandTest {
    @TempDir
    Path folder;

    private CommandLineCalls calls;

    @BeforeEach
    void begin() {
        calls = new CommandLineCalls(folder);
    }

    @Test
    void whatFailsWhileRunningIsOneSentence() {
        Benchmark broken = new Benchmark() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public Map<String, Object> measure() {
                throw new IllegalStateException("the belt came off\nand more");
            }
        };
        var ended = calls.with("", List.of(broken), "bench");
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err().lines()).containsExactly("It failed while running: the belt came off");
    }

    @Test
    void aBenchmarkRunsOnTheDeviceThatIsNamed() {
        Benchmark network = new Benched("network", "standard");
        assertThat(calls.with("", List.of(network), "bench", "network").out()).contains("\"standard\"");
        assertThat(calls.with("", List.of(network), "bench", "--device", "ejml").out()).contains("\"ejml\"");
        var unknown = calls.with("", List.of(network), "bench", "network", "--device", "abacus");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("There is no device `abacus`");
    }

    @Test
    void aBenchmarkWithoutANetworkTakesNoDevice() {
        Benchmark table = new Benchmark() {
            @Override
            public String name() {
                return "table";
            }

            @Override
            public Map<String, Object> measure() {
                return Map.of("sweeps", 1);
            }
        };
        assertThat(calls.with("", List.of(table), "bench", "table").code()).isZero();
        assertThat(calls.with("", List.of(table), "bench", "table", "--device", "ejml").code()).isEqualTo(2);
        var all = calls.with("", List.of(table, new Benched("network", "standard")), "bench", "--device", "ejml");
        assertThat(all.lines()).hasSize(1);
    }

    /// Says where it would compute.
    private record Benched(String name, String place) implements Benchmark {
        @Override
        public Map<String, Object> measure() {
            return Map.of("backend", place);
        }

        @Override
        public Optional<Benchmark> on(Compute compute) {
            return Optional.of(new Benched(name, compute.device().name()));
        }
    }
}
