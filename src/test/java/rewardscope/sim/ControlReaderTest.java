package rewardscope.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rewardscope.env.EnvironmentSpec;
import rewardscope.env.control.ControlSpec;
import rewardscope.env.control.ControlSpec.World;
import rewardscope.env.maze.ContinuousMazeSpec;
import rewardscope.lesson.Problem;
import rewardscope.lesson.Problems;
import rewardscope.lesson.YamlReader;

class ControlReaderTest {
    private final Problems problems = new Problems(Path.of("world.yaml"));

    private Optional<EnvironmentSpec> read(String yaml) {
        return YamlReader.read(yaml, problems).flatMap(node -> EnvironmentReader.read(node, problems));
    }

    private List<String> messages() {
        return problems.sorted().stream().map(Problem::text).toList();
    }

    @Test
    void everyControlWorldIsKnownByItsType() {
        for (World world : World.values()) {
            assertThat(read("type: " + world.type())).contains(ControlSpec.of(world));
        }
        assertThat(messages()).isEmpty();
    }

    @Test
    void itsKeysAreUnderstood() {
        assertThat(read("{type: inverted-pendulum, actions: 7, max-steps: 50, start-state: [0.1, 0, -0.2, 0]}"))
                .contains(new ControlSpec(World.INVERTED_PENDULUM, 7, 50, List.of(0.1, 0.0, -0.2, 0.0)));
    }

    @Test
    void aMazeWithoutCellsIsUnderstood() {
        var spec = (ContinuousMazeSpec) read(
                        """
                        type: maze
                        layout: |
                          S..F
                        cells: {F: {reward: 1, terminal: true}}
                        continuous: true
                        step: 0.05
                        start-state: [0.3, 0.1]
                        """)
                .orElseThrow();
        assertThat(spec.step()).isEqualTo(0.05);
        assertThat(spec.startState()).containsExactly(0.3, 0.1);
    }

    @Test
    void mistakesAreNamedAtTheirPlace() {
        assertThat(read("{type: cart-pole, actions: 3, start-state: [0, 0]}")).isEmpty();
        assertThat(messages())
                .containsExactly(
                        "world.yaml:1:28: error: `actions` has no meaning here: "
                                + "the cart is pushed to the left or to the right",
                        "world.yaml:1:44: error: `start-state`: expected 4 numbers "
                                + "(position, velocity, angle, angular velocity), found 2");
    }

    @Test
    void tooFewNumbersForAStateAreNamedOneByOne() {
        assertThat(read("{type: cart-pole, start-state: [0, 0]}")).isEmpty();
        assertThat(messages())
                .containsExactly("world.yaml:1:32: error: `start-state`: expected 4 numbers "
                        + "(position, velocity, angle, angular velocity), found 2");
    }
}
