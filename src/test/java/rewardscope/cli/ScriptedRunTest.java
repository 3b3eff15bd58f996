package rewardscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A written list of actions moves a world as its equations say.
class ScriptedRunTest {
    private static final double DIGITS = 1e-6;

    @TempDir
    Path folder;

    private CommandLineCalls calls;

    @BeforeEach
    void begin() {
        calls = new CommandLineCalls(folder);
    }

    private CommandLineCalls.Ended run(String environment, String actions, int steps) throws IOException {
        Path file = Files.writeString(folder.resolve("script.yaml"), "environment: {type: " + environment + "}\n"
                + "agent: {type: scripted, actions: " + actions + "}\nstop: {steps: " + steps + "}\n");
        return calls.call("run", file.toString(), "--trace", folder.resolve("trace.jsonl").toString());
    }

    private List<JsonNode> trace() throws IOException {
        var events = new ArrayList<JsonNode>();
        for (String line : Files.readAllLines(folder.resolve("trace.jsonl"))) {
            events.add(CommandLineCalls.JSON.readTree(line));
        }
        return events;
    }

    @ParameterizedTest
    @CsvSource({
        "cart-pole, cart_pole, actions, states",
        "inverted-pendulum, inverted_pendulum, actions, states_x_theta_v_omega",
    })
    void aCartGoesWhereTheReferenceGoes(String world, String oracle, String actions, String states) throws IOException {
        JsonNode runs = CommandLineCalls.JSON
                .readTree(getClass().getResourceAsStream("/oracles/" + oracle + ".json"))
                .get("trajectories");
        assertThat(runs).isNotEmpty();
        for (JsonNode run : runs) {
            var ended = run(world + ", start-state: " + run.get("start"), run.get(actions).toString(), run.get(actions).size());
            assertThat(ended.code()).as(ended.err()).isZero();
            var events = trace();
            int at = 1;
            for (JsonNode event : events) {
                for (int i = 0; i < 4; i++) {
                    assertThat(event.get("nextObservation").get(i).asDouble())
                            .isCloseTo(run.get(states).get(at).get(i).asDouble(), offset(DIGITS));
                }
                at++;
                if (event.get("terminated").asBoolean() || event.get("truncated").asBoolean()) {
                    break; // from here on the next episode runs
                }
            }
            assertThat(at).isGreaterThan(5);
        }
    }

    @Test
    void aPendulumSwingsAsTheReferenceSwings() throws IOException {
        JsonNode runs = CommandLineCalls.JSON
                .readTree(getClass().getResourceAsStream("/oracles/pendulum.json"))
                .get("trajectories");
        for (JsonNode run : runs) {
            int steps = run.get("torques").size();
            run("pendulum, start-state: " + run.get("start"), run.get("torques").toString(), steps);
            var last = trace().getLast().get("nextObservation");
            JsonNode state = run.get("states").get(steps);
            assertThat(last.get(0).asDouble()).isCloseTo(Math.cos(state.get(0).asDouble()), offset(DIGITS));
            assertThat(last.get(1).asDouble()).isCloseTo(Math.sin(state.get(0).asDouble()), offset(DIGITS));
            assertThat(last.get(2).asDouble()).isCloseTo(state.get(1).asDouble(), offset(DIGITS));
        }
    }

    @Test
    void anArmIsCalledByNameOrByNumber() throws IOException {
        assertThat(run("bandit, arms: 4", "[3, arm 1, 0]", 3).code()).isZero();
        assertThat(trace()).extracting(event -> event.get("action").get(0).asInt()).containsExactly(3, 1, 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "bandit, arms: 4 | [4] | there is no action `4` here. Write one of `arm 0`, `arm 1`, `arm 2`, `arm 3`",
        "cart-pole | [0, 2] | there is no action `2` here. Write one of `left`, `right`",
        "'inverted-pendulum, actions: 7' | [4] | there is no action `4` here",
        "pendulum | [left] | each action of `actions` has to be a number, and this is the text `left`",
        "linear-track | [1] | there is no action `1` here. Write one of `up`, `down`",
    })
    void anActionThatIsNotThereIsNamedAtItsPlace(String world, String actions, String sentence) throws IOException {
        var ended = run(world, actions, 3);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err().lines()).hasSize(1).first().asString().contains("script.yaml:2:").contains(sentence);
    }

    @Test
    void whatAPersonWouldHaveToDoIsNotRun() throws IOException {
        Path file = Files.writeString(folder.resolve("person.yaml"),
                "environment: {preset: cliff-walking}\nagent: {type: human}\nstop: {episodes: 1}\n");
        var run = calls.call("run", file.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines()).containsExactly("This cannot be run: the agent `human` waits for a person's keys,"
                + " and without a window there are none. Open the experiment in the window, or write `scripted` with a"
                + " list of actions.");
        var sweep = calls.call("sweep", file.toString(), "--seeds", "1..2", "--out", folder.resolve("out.jsonl").toString());
        assertThat(sweep.code()).isEqualTo(3);
        assertThat(sweep.err()).contains("A run failed: the agent `human` waits for a person's keys");
    }
}
