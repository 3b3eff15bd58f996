package rewardscope.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import rewardscope.lesson.Problems;
import rewardscope.lesson.YamlReader;

class ExperimentWriterTest {
    private static final Path FILE = Path.of("written.yaml");

    @Property(tries = 500)
    void whateverIsWrittenReadsBackEqual(@ForAll("trees") Map<String, Object> tree) {
        var problems = new Problems(FILE);
        String yaml = ExperimentWriter.yaml(tree);
        var read = YamlReader.read(yaml, problems);
        assertThat(problems.sorted()).as(yaml).isEmpty();
        assertThat(read.orElseThrow().plain()).as(yaml).isEqualTo(tree);
    }

    @Provide
    Arbitrary<Map<String, Object>> trees() {
        Arbitrary<Object> leaves = Arbitraries.oneOf(
                Arbitraries.longs().between(-999_999_999_999_999_999L, 999_999_999_999_999_999L).map(n -> n),
                Arbitraries.doubles().map(x -> x),
                Arbitraries.of(true, false).map(b -> b),
                Arbitraries.strings().ascii().ofMinLength(1).ofMaxLength(12).map(s -> s),
                Arbitraries.strings().withChars("ab#: .-'\"\n\t{}[]&*!|>%@`é😀\u2028").ofMaxLength(12).map(s -> s),
                Arbitraries.of("true", "1", "1.5", "null", "~", "", "1/episode", "-", "..#\n#.G\n", "a\n\n", " a\nb", ".inf")
                        .map(s -> s));
        Arbitrary<String> keys =
                Arbitraries.strings().withChars("abcXYZ-_.#: 1é").ofMinLength(1).ofMaxLength(8);
        Arbitrary<Object> values = Arbitraries.oneOf(
                leaves,
                leaves.list().ofMaxSize(12).map(list -> list),
                Arbitraries.maps(keys, leaves).ofMaxSize(4).map(ExperimentWriterTest::ordered),
                Arbitraries.maps(keys, Arbitraries.maps(keys, leaves).ofMaxSize(3).map(ExperimentWriterTest::ordered))
                        .ofMaxSize(3)
                        .map(map -> ordered(new LinkedHashMap<>(map))));
        return Arbitraries.maps(keys, values).ofMinSize(1).ofMaxSize(5).map(map -> {
            Map<String, Object> tree = new LinkedHashMap<>(map);
            return tree;
        });
    }

    private static Object ordered(Map<String, Object> map) {
        return new LinkedHashMap<>(map);
    }

    @Example
    void anExperimentIsWrittenAsAnAuthorWouldAndReadsBackEqual() {
        String yaml =
                """
                environment:
                  type: gridworld
                  layout: |
                    ...G
                    .#.P
                    S...
                  cells:
                    G: {reward: 1, terminal: true, collect: exit}
                    P: {reward: -1, terminal: true, collect: exit}
                  step-reward: -0.04
                  noise: 0.2
                agent: {type: value-iteration, gamma: 1.0}
                seed: 1
                stop: {sweeps: 50}
                """;
        var experiment = ExperimentReader.read(FILE, yaml).experiment().orElseThrow();
        assertThat(ExperimentWriter.yaml(experiment)).isEqualTo(yaml);
        assertThat(ExperimentReader.read(FILE, ExperimentWriter.yaml(experiment)).experiment())
                .contains(experiment);
    }

    @Example
    void theKeyYIsAWordAndNotATruthValue() {
        Map<String, Object> tree = Map.of("y", List.of("yes", "no"));
        var read = YamlReader.read(ExperimentWriter.yaml(tree), new Problems(FILE));
        assertThat(read.orElseThrow().plain()).isEqualTo(tree);
    }
}
