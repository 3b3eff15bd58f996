package rewardscope.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rewardscope.env.preset.Presets;
import rewardscope.lesson.Fields;
import rewardscope.lesson.LessonKeys;
import rewardscope.lesson.LessonLibrary;
import rewardscope.lesson.LessonReader;
import rewardscope.lesson.Node;
import rewardscope.lesson.Problems;
import rewardscope.lesson.YamlReader;

class SchemaTest {
    private static final Map<String, Object> EXPERIMENT = ExperimentSchema.tree();

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }

    /// The keys that the branch of a type allows.
    private static Map<?, ?> branch(String part, String type) {
        var schema = map(map(EXPERIMENT.get("properties")).get(part));
        return ((List<?>) schema.get("allOf"))
                .stream()
                        .map(SchemaTest::map)
                        .filter(branch -> type.equals(map(map(map(branch.get("if")).get("properties")).get("type"))
                                .get("const")))
                        .map(branch -> map(map(branch.get("then")).get("properties")))
                        .findFirst()
                        .orElseThrow();
    }

    private static List<Node.Mapping> shipped() {
        return LessonLibrary.lessonFiles(Path.of("lessons")).stream()
                .flatMap(file -> LessonReader.read(file).lesson().simulations().values().stream())
                .map(simulation -> simulation.experiment())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void whatTheLessonsSayTheSchemaKnows(Node.Mapping experiment) {
        for (String part : List.of("environment", "agent")) {
            var mapping = (Node.Mapping) experiment.get(part).orElseThrow();
            mapping.get("type").ifPresent(type -> {
                var known = branch(part, ((Node.Scalar) type).text());
                assertThat(mapping.plain().keySet()).allMatch(known::containsKey);
            });
        }
    }

    @Test
    void whatThePresetsSayTheSchemaKnows() {
        for (String name : Presets.names()) {
            var preset = (Node.Mapping) YamlReader.read(Presets.yaml(name).orElseThrow(), new Problems(Path.of(name)))
                    .orElseThrow();
            String type = ((Node.Scalar) preset.get("type").orElseThrow()).text();
            for (var entry : preset.entries()) {
                assertThat(branch("environment", type).containsKey(entry.key().text())).isTrue();
            }
        }
    }

    @Test
    void aTrackHasItsKeysWithTheirBounds() {
        var keys = branch("environment", "linear-track");
        assertThat(map(keys.get("states"))).isEqualTo(Map.of("type", "integer", "minimum", 2.0, "maximum", 10000.0));
        assertThat(map(keys.get("continuous")).get("type")).isEqualTo("boolean");
        assertThat(keys.containsKey("step") && keys.containsKey("goal-reward")).isTrue();
        assertThat(keys.containsKey("layout")).isFalse();
    }

    @Test
    void anAgentsHyperParameterIsANumberOrASchedule() {
        var alpha = map(branch("agent", "q-learning").get("alpha"));
        assertThat((List<?>) alpha.get("anyOf")).hasSize(4);
        assertThat(alpha.get("default")).isEqualTo(0.1);
    }

    @Test
    void theSchemaIsTheSameTextEveryTime() {
        assertThat(ExperimentSchema.tree().toString()).isEqualTo(EXPERIMENT.toString());
        assertThat(EXPERIMENT.keySet()).startsWith("$schema", "title", "type", "properties");
    }

    @Test
    void everyKindOfExerciseHasItsOwnKeys() {
        assertThat(LessonKeys.exercises().get("tune"))
                .containsKeys("kind", "prompt", "parameters", "goal", "stop")
                .containsEntry("seeds", new Fields.Shape.Number(1, 1000, true));
        assertThat(LessonKeys.exercises().get("number")).containsKey("tolerance").doesNotContainKey("options");
        assertThat(LessonSchema.frontMatter().toString()).contains("title", "objectives", "variants");
        assertThat(LessonSchema.exercise().toString()).contains("const=predict");
    }
}
