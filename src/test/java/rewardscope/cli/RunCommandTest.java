package rewardscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rewardscope.sim.JsonResults;

/// What `run` writes, and what it says when it cannot.
class RunCommandTest {
    private static final String WORLD = "environment: {preset: aima-4x3}\nagent: {type: value-iteration, gamma: 1.0}\n"
            + "seed: 1\nstop: {sweeps: 50}\n";

    @TempDir
    Path folder;

    private CommandLineCalls calls;
    private Path rat;

    @BeforeEach
    void begin() throws IOException {
        calls = new CommandLineCalls(folder);
        rat = Files.writeString(folder.resolve("rat.yaml"), CommandLineCalls.RAT);
    }

    @Test
    void aRunIsWrittenAsTheContractSays() throws IOException {
        var ended = calls.call("run", rat.toString(), "--stop", "episodes=2");
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        JsonNode json = ended.json();
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "experiment", "seed", "backend", "steps", "diverged", "episodes", "q", "policy", "series",
                        "metrics");
        assertThat(json.at("/experiment/agent/alpha").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/experiment/stop/episodes").asInt()).isEqualTo(2);
        assertThat(json.get("seed").asLong()).isEqualTo(7);
        assertThat(json.get("episodes")).hasSize(2);
        assertThat(json.at("/episodes/0/return").asDouble()).isEqualTo(1);
        assertThat(json.at("/episodes/0/terminated").asBoolean()).isTrue();
        int steps = json.at("/episodes/0/length").asInt() + json.at("/episodes/1/length").asInt();
        assertThat(json.get("steps").asInt()).isEqualTo(steps);
        assertThat(json.at("/q/3/up").asDouble()).isEqualTo(0.5 * (0.9 * 0.5));
        assertThat(json.get("q").has("5")).as("the food is terminal and has no actions").isFalse();
        assertThat(json.at("/series/td-error")).hasSize(steps);
    }

    @Test
    void aGridsValuesAreAMatrixWithNullForAWall() throws IOException {
        JsonNode json = calls.with(WORLD, List.of(), "run", "-").json();
        assertThat(json.get("v")).hasSize(3);
        assertThat(json.at("/v/1")).hasSize(4);
        assertThat(json.at("/v/1/1").isNull()).isTrue();
        assertThat(json.at("/v/0/0").asDouble()).isCloseTo(0.812, offset(5e-4));
        assertThat(json.at("/policy/0,0/right").asDouble()).isEqualTo(1);
        assertThat(json.at("/q/0,3/exit").asDouble()).isEqualTo(1);
        assertThat(json.get("sweeps").asInt()).isEqualTo(50);
        assertThat(json.get("steps").asInt()).isZero();
        assertThat(json.has("episodes")).isFalse();
        assertThat(json.at("/series/max-change")).hasSize(50);
    }

    @Test
    void aGraphsValuesAreKnownByName() throws IOException {
        JsonNode json = calls.with(
                        "environment: {preset: random-walk-5}\nagent: {type: value-iteration, gamma: 1}\nstop: {sweeps: 3}",
                        List.of(), "run", "-")
                .json();
        assertThat(json.at("/v/E").asDouble()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"random", "epsilon-greedy", "gradient-bandit"})
    void aBanditHasOneSituation(String agent) throws IOException {
        JsonNode json = calls.with(
                        "environment: {type: bandit, arms: 4}\nagent: {type: " + agent + "}\nstop: {steps: 20}",
                        List.of(), "run", "-")
                .json();
        double sum = 0;
        for (JsonNode p : json.at("/policy/0")) {
            sum += p.asDouble();
        }
        assertThat(sum).isCloseTo(1, offset(1e-9));
        assertThat(json.get("steps").asInt()).isEqualTo(20);
    }

    @Test
    void numbersThatAreNotFiniteAreWords() throws IOException {
        JsonNode json = calls.with(
                        "environment: {type: linear-track, step-reward: 1.0e+12}\n"
                                + "agent: {type: value-iteration, gamma: 1, initial: .nan}",
                        List.of(), "run", "-", "--set", "agent.initial=1e9")
                .json();
        assertThat(json.get("diverged").asBoolean()).isFalse();
        var out = new StringWriter();
        JsonResults.write(
                Map.of("x", List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)), out);
        assertThat(out).hasToString("{\"x\":[\"NaN\",\"Infinity\",\"-Infinity\"]}");
    }

    @Test
    void theSameCallGivesTheSameBytes() {
        var first = calls.call("run", rat.toString(), "--stop", "episodes=50");
        assertThat(calls.call("run", rat.toString(), "--stop", "episodes=50").out()).isEqualTo(first.out());
        assertThat(calls.call("run", rat.toString(), "--stop", "episodes=50", "--seed", "8").out())
                .isNotEqualTo(first.out());
    }

    @Test
    void aRunWithoutAStopSaysWhenItEnds() throws IOException {
        var ended = calls.call("run", rat.toString());
        assertThat(ended.err()).contains("no `stop` is given").contains("500 episodes");
        assertThat(ended.json().get("episodes")).hasSize(500);
    }

    @Test
    void everyEventOfATraceNamesItsComponents() throws IOException {
        Path trace = folder.resolve("trace.jsonl");
        var ended = calls.call("run", rat.toString(), "--stop", "episodes=1", "--trace", trace.toString());
        var lines = Files.readAllLines(trace);
        assertThat(lines).hasSize(ended.json().get("steps").asInt());
        JsonNode last = CommandLineCalls.JSON.readTree(lines.getLast());
        assertThat(last.get("act").asInt()).isEqualTo(lines.size());
        assertThat(last.get("reward").asDouble()).isEqualTo(1);
        assertThat(last.get("terminated").asBoolean()).isTrue();
        assertThat(last.get("alpha").asDouble()).isEqualTo(0.5);
        assertThat(last.get("tdError").asDouble()).isEqualTo(1);
    }

    @Test
    void aTableOfValuesCanBeAskedFor() {
        var lines = calls.call("run", rat.toString(), "--stop", "episodes=1", "--format", "csv").lines();
        assertThat(lines.getFirst()).isEqualTo("what,state,action,index,value");
        assertThat(lines).contains("q,4,up,,0.5", "q,4,down,,0.0", "terminated,,,0,true");
    }

    @Test
    void aSimulationInALessonIsAnExperiment() throws IOException {
        Path lesson = Files.writeString(
                folder.resolve("a.md"), "---\ntitle: A\nunit: B\n---\n\n```simulation track\n" + CommandLineCalls.RAT + "```\n");
        assertThat(calls.call("run", lesson + "#track", "--stop", "episodes=1").code()).isZero();
        var wrong = calls.call("run", lesson + "#trak");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("Did you mean `track`?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--out", "--trace"})
    void aFullDiskIsOneSentence(String option) {
        Path full = Path.of("/dev/full"); // a device of Linux that refuses every byte, as a full disk does
        assumeTrue(Files.exists(full));
        var ended = calls.call("run", rat.toString(), "--stop", "episodes=2", option, full.toString());
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err().lines()).containsExactly("The file /dev/full cannot be written: the disk is full."
                + " Make room there, or choose another folder.");
    }

    @Test
    void aDeviceWhosePluginIsBrokenIsOneSentence() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("plugins")).resolve("card.jar"), "not a jar");
        var ended = calls.call("run", rat.toString(), "--stop", "episodes=2", "--device", "card.jar");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err().lines()).singleElement().asString()
                .startsWith("The device card.jar cannot be used here: It could not be loaded: ");
    }

    @Test
    void aDeviceThatMakesNoDifferenceIsANote() throws IOException {
        var ended = calls.call("run", rat.toString(), "--stop", "episodes=2", "--device", "ejml");
        assertThat(ended.code()).isZero();
        assertThat(ended.json().get("backend").asText()).isEqualTo("cpu");
        assertThat(ended.err().lines()).containsExactly("Note: q-learning computes on the processor, in float64, whatever"
                + " the device: it puts no batches through a network. `--device` moves language models, and the batches of"
                + " DQN, TRPO and PPO.");
        var pole = folder.resolve("pole.yaml");
        Files.writeString(pole, "environment: {type: cart-pole}\nagent: {type: ppo, horizon: 8}\n");
        ended = calls.call("run", pole.toString(), "--stop", "updates=1", "--device", "ejml");
        assertThat(ended.json().get("backend").asText()).isEqualTo("cpu");
        assertThat(ended.err().lines()).containsExactly("Note: ppo computes in float64 on the processor, which ejml is too."
                + " `--device` moves its batches to a device of a plugin.");
    }
}
