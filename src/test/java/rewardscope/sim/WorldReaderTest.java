package rewardscope.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import rewardscope.lesson.Problem;

class WorldReaderTest {
    private static final Path FILE = Path.of("meadow.yaml");

    private static final String MEADOW = """
            facts:
              cat: {eats: fish}
              dog: {}
            relations:
              eats: {ask: what does the <subject> eat ?, tell: the <subject> eats <object>}
            unknown: [i do not know]
            """;

    private static List<String> messages(String yaml) {
        return WorldReader.check(FILE, yaml).stream().map(Problem::text).toList();
    }

    @Test
    void theWorldsThatShipAreSound() {
        assertThat(WorldReader.names()).contains("tiny", "village");
        assertThat(WorldReader.names()).allMatch(name -> WorldReader.named(name).isPresent());
    }

    @Test
    void aSmallWorldIsEnough() {
        assertThat(messages(MEADOW)).isEmpty();
        assertThat(WorldReader.looksLikeOne(FILE, MEADOW)).isTrue();
        assertThat(WorldReader.looksLikeOne(FILE, "environment: {type: language}")).isFalse();
    }

    @Test
    void everyMistakeIsReportedAtItsPlaceWithACure() {
        assertThat(messages(MEADOW.replace("{eats: fish}", "{eat: fish}")))
                .singleElement().asString().contains("meadow.yaml:2:9").contains("Did you mean `eats`?");
        assertThat(messages(MEADOW.replace("eats <object>", "eats")))
                .singleElement().asString().contains(":5:").contains("`<object>`");
        assertThat(messages(MEADOW + "politte: {opening: [gladly]}\nquality: {helpful: 0}\n"))
                .hasSize(2)
                .anyMatch(text -> text.contains("Did you mean `polite`?"))
                .anyMatch(text -> text.contains("weighs nothing"));
        assertThat(messages(MEADOW.replace("unknown:", "unknwon:")))
                .singleElement().asString().contains(":6:1:").contains("Did you mean `unknown`?");
        assertThat(messages(MEADOW + "corpus: {writers: {right: 2}}"))
                .singleElement().asString().contains("between 0 and 1");
    }

    @Test
    void anExperimentNamesAWorldOrWritesItInPlace() {
        assertThat(problems("world: vilage")).singleElement().asString().contains("Did you mean `village`?");
        assertThat(problems("world: {facts: {}, relations: {}, unknown: [no]}")).isNotEmpty();
        assertThat(problems("world: tiny, prompt: hello")).singleElement().asString().contains("the world has its own");
    }

    private static List<String> problems(String keys) {
        return ExperimentReader.read(FILE, "environment: {type: language, " + keys + "}\nagent: {type: random}\n")
                .problems().stream().map(Problem::text).filter(text -> !text.contains("cannot work here")).toList();
    }
}
