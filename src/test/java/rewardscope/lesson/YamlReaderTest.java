package rewardscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
    private final Problems problems = new Problems(Path.of("file.yaml"));

    private Node read(String yaml) {
        return YamlReader.read(yaml, problems).orElseThrow();
    }

    @Test
    void everyNodeKnowsItsPlace() {
        var root = (Node.Mapping) read("a: 1\nb:\n  - x\n  - {y: 2.5}\n");
        var list = (Node.Sequence) root.get("b").orElseThrow();
        var inner = (Node.Mapping) list.items().get(1);
        var y = inner.get("y").orElseThrow();
        assertThat(List.of(y.line(), y.column())).containsExactly(4, 9);
        assertThat(root.plain()).isEqualTo(Map.of("a", 1L, "b", List.of("x", Map.of("y", 2.5))));
    }

    @Test
    void wordsAreWordsAndNumbersAreNumbersWhateverTheLocale() {
        var values = ((Node.Mapping) read("a: 1.5\nb: 1e-3\nc: yes\nd: '1'\ne: 1/episode\nf: 0x1F\ng: -.inf\nh: 1,5"))
                .plain();
        assertThat(values)
                .isEqualTo(Map.of(
                        "a", 1.5, "b", 1e-3, "c", "yes", "d", "1", "e", "1/episode", "f", "0x1F",
                        "g", Double.NEGATIVE_INFINITY, "h", "1,5"));
    }

    @Test
    void aKeyThatIsThereTwiceIsReported() {
        read("a: 1\na: 2\n");
        assertThat(problems.sorted()).extracting(Problem::text)
                .containsExactly("file.yaml:2:1: error: the key `a` is here twice. Keep one of the two");
    }

    @Test
    void aBombOfAliasesIsRefused() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [")
                    .append(("*a" + (i - 1) + ", ").repeat(9)).append("*a").append(i - 1).append("]\n");
        }
        assertThat(YamlReader.read(bomb.toString(), problems)).isEmpty();
        assertThat(problems.sorted()).singleElement().satisfies(p -> assertThat(p.message()).contains("aliases"));
    }

    @Test
    void deepNestingMeetsALimitAndNotTheEndOfTheStack() {
        assertThat(YamlReader.read("[".repeat(100_000), problems)).isEmpty();
        assertThat(YamlReader.read("- ".repeat(100_000) + "x", problems)).isEmpty();
        assertThat(problems.sorted()).allSatisfy(p -> assertThat(p.message()).contains("levels deep"));
    }

    @Test
    void aHugeFileIsRefused() {
        assertThat(YamlReader.read("a: " + "x".repeat(3_000_000), problems)).isEmpty();
        assertThat(problems.count()).isEqualTo(1);
    }

    @Test
    void anAliasStandsForWhatItNames() {
        assertThat(((Node.Mapping) read("a: &x {p: 1}\nb: *x\n")).plain())
                .isEqualTo(Map.of("a", Map.of("p", 1L), "b", Map.of("p", 1L)));
    }

    @Test
    void theNearestNameIsTheOneWithTheFewestEdits() {
        var names = List.of("epsilon", "alpha", "gamma", "lambda");
        assertThat(Nearest.to("epsilom", names)).contains("epsilon");
        assertThat(Nearest.to("alhpa", names)).contains("alpha");
        assertThat(Nearest.to("gama", names)).contains("gamma");
        assertThat(Nearest.to("zzzzzz", names)).isEmpty();
    }
}
