package rewardscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rewardscope.compute.Compute;
import rewardscope.compute.Devices;
import rewardscope.sim.JsonResults;
import rewardscope.sim.health.SelfCheck;

class CommandLineTest {
    private static final String RAT =
            """
            environment: {type: linear-track, states: 6}
            agent: {type: q-learning, alpha: 0.5, gamma: 0.9, epsilon: 0.1}
            seed: 7
            """;
    private static final String WORLD = "environment: {preset: aima-4x3}\nagent: {type: value-iteration, gamma: 1.0}\n"
            + "seed: 1\nstop: {sweeps: 50}\n";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Path rat;

    private record Ended(int code, String out, String err) {
        JsonNode json() throws IOException {
            return JSON.readTree(out);
        }

        List<String> lines() {
            return out.lines().toList();
        }
    }

    @BeforeEach
    void writeExperiments() throws IOException {
        rat = Files.writeString(folder.resolve("rat.yaml"), RAT);
    }

    private Ended call(String... args) {
        return callWith("", List.of(), args);
    }

    private Ended callWith(String in, List<Benchmark> benchmarks, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var around = new Surroundings(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Desktop.none("There is no window in a test."),
                () -> List.of(new Device("cpu", "this computer", ""), new Device("gpu", "a card", "no driver")),
                new Devices(folder.resolve("plugins")),
                benchmarks,
                new SelfCheck(folder, List.of(folder), new Devices(folder.resolve("plugins"))));
        int code = CommandLineApp.run(args, around);
        var ended =
                new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        assertThat(ended.err() + ended.out()).doesNotContain("\tat ").doesNotContain("Exception");
        return ended;
    }

    @Test
    void aRunIsWrittenAsTheContractSays() throws IOException {
        var ended = call("run", rat.toString(), "--stop", "episodes=2");
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
        JsonNode json = callWith(WORLD, List.of(), "run", "-").json();
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
        JsonNode json = callWith(
                        "environment: {preset: random-walk-5}\nagent: {type: value-iteration, gamma: 1}\nstop: {sweeps: 3}",
                        List.of(), "run", "-")
                .json();
        assertThat(json.at("/v/E").asDouble()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"random", "epsilon-greedy", "gradient-bandit"})
    void aBanditHasOneSituation(String agent) throws IOException {
        JsonNode json = callWith(
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
        JsonNode json = callWith(
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
        var first = call("run", rat.toString(), "--stop", "episodes=50");
        assertThat(call("run", rat.toString(), "--stop", "episodes=50").out()).isEqualTo(first.out());
        assertThat(call("run", rat.toString(), "--stop", "episodes=50", "--seed", "8").out())
                .isNotEqualTo(first.out());
    }

    @Test
    void aRunWithoutAStopSaysWhenItEnds() throws IOException {
        var ended = call("run", rat.toString());
        assertThat(ended.err()).contains("no `stop` is given").contains("500 episodes");
        assertThat(ended.json().get("episodes")).hasSize(500);
    }

    @Test
    void everyEventOfATraceNamesItsComponents() throws IOException {
        Path trace = folder.resolve("trace.jsonl");
        var ended = call("run", rat.toString(), "--stop", "episodes=1", "--trace", trace.toString());
        var lines = Files.readAllLines(trace);
        assertThat(lines).hasSize(ended.json().get("steps").asInt());
        JsonNode last = JSON.readTree(lines.getLast());
        assertThat(last.get("act").asInt()).isEqualTo(lines.size());
        assertThat(last.get("reward").asDouble()).isEqualTo(1);
        assertThat(last.get("terminated").asBoolean()).isTrue();
        assertThat(last.get("alpha").asDouble()).isEqualTo(0.5);
        assertThat(last.get("tdError").asDouble()).isEqualTo(1);
    }

    @Test
    void aTableOfValuesCanBeAskedFor() {
        var lines = call("run", rat.toString(), "--stop", "episodes=1", "--format", "csv").lines();
        assertThat(lines.getFirst()).isEqualTo("what,state,action,index,value");
        assertThat(lines).contains("q,4,up,,0.5", "q,4,down,,0.0", "terminated,,,0,true");
    }

    @Test
    void aSimulationInALessonIsAnExperiment() throws IOException {
        Path lesson = Files.writeString(
                folder.resolve("a.md"), "---\ntitle: A\nunit: B\n---\n\n```simulation track\n" + RAT + "```\n");
        assertThat(call("run", lesson + "#track", "--stop", "episodes=1").code()).isZero();
        var wrong = call("run", lesson + "#trak");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("Did you mean `track`?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere.yaml", "nowhere.md#x"})
    void aFileThatIsNotThereIsWrongInput(String name) {
        var ended = call("run", name);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("there is no such file");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void wrongInputIsOneAndAWrongCallIsTwo() {
        assertThat(call("run", rat.toString(), "--set", "agent.alhpa=1").code()).isEqualTo(1);
        assertThat(call("run").code()).isEqualTo(2);
        assertThat(call("walk").code()).isEqualTo(2);
        assertThat(call("run", rat.toString(), "--seed", "seven").code()).isEqualTo(2);
        assertThat(call("run", rat.toString(), "--stop", "episodes").code()).isEqualTo(2);
        assertThat(call("sweep", rat.toString(), "--seeds", "3..1").code()).isEqualTo(2);
        assertThat(call("bench", "nothing").code()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--out", "--trace"})
    void aFullDiskIsOneSentence(String option) {
        Path full = Path.of("/dev/full"); // a device of Linux that refuses every byte, as a full disk does
        assumeTrue(Files.exists(full));
        var ended = call("run", rat.toString(), "--stop", "episodes=2", option, full.toString());
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err().lines()).containsExactly("The file /dev/full cannot be written: the disk is full."
                + " Make room there, or choose another folder.");
    }

    @Test
    void aDeviceWhosePluginIsBrokenIsOneSentence() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("plugins")).resolve("card.jar"), "not a jar");
        var ended = call("run", rat.toString(), "--stop", "episodes=2", "--device", "card.jar");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err().lines()).singleElement().asString()
                .startsWith("The device card.jar cannot be used here: It could not be loaded: ");
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
        var ended = callWith("", List.of(broken), "bench");
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err().lines()).containsExactly("It failed while running: the belt came off");
    }

    @Test
    void aBenchmarkRunsOnTheDeviceThatIsNamed() {
        Benchmark network = new Benched("network", "standard");
        assertThat(callWith("", List.of(network), "bench", "network").out()).contains("\"standard\"");
        assertThat(callWith("", List.of(network), "bench", "--device", "ejml").out()).contains("\"ejml\"");
        var unknown = callWith("", List.of(network), "bench", "network", "--device", "abacus");
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
        assertThat(callWith("", List.of(table), "bench", "table").code()).isZero();
        assertThat(callWith("", List.of(table), "bench", "table", "--device", "ejml").code()).isEqualTo(2);
        var all = callWith("", List.of(table, new Benched("network", "standard")), "bench", "--device", "ejml");
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

    @Test
    void withoutAWindowOpeningItFailsWithASentence() {
        assertThat(call("open")).isEqualTo(new Ended(3, "", "There is no window in a test." + System.lineSeparator()));
        assertThat(call().code()).isEqualTo(3);
    }

    @Test
    void devicesSayWhyAnotherCannotBeUsed() {
        assertThat(call("devices").lines())
                .containsExactly("cpu\tthis computer\tready", "gpu\ta card\tcannot be used: no driver");
    }

    @Test
    void checkPrintsALineAProblemAndFindsFilesInFolders() throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), RAT.replace("alpha", "alhpa").replace("seed: 7", "sed: 7"));
        var ended = call("check", folder.toString());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.lines()).hasSize(2).allMatch(line -> line.matches(".*bad\\.yaml:\\d+:\\d+: error: .*"));
        assertThat(call("check", rat.toString()).code()).isZero();
    }

    private List<String> sweep(Path out, int jobs) throws IOException {
        var ended = call(
                "sweep", rat.toString(), "--set", "agent.alpha=0.1,0.5", "agent.epsilon={from: 1, to: 0, over: 5},0",
                "--seeds", "1..3", "--stop", "episodes=3", "--jobs", "" + jobs, "--out", out.toString());
        assertThat(ended.code()).isZero();
        return Files.readAllLines(out);
    }

    @Test
    void aSweepRunsEveryCombinationAndItsResultsDoNotDependOnTheJobs() throws IOException {
        var one = sweep(folder.resolve("one.jsonl"), 1);
        var four = sweep(folder.resolve("four.jsonl"), 4);
        assertThat(one).hasSize(2 * 2 * 3).doesNotHaveDuplicates();
        assertThat(four).containsExactlyInAnyOrderElementsOf(one);
        assertThat(JSON.readTree(one.getFirst()).at("/set/agent.alpha").asDouble()).isIn(0.1, 0.5);
    }

    @Test
    void aSweepGoesOnWhereItStopped() throws IOException {
        Path out = folder.resolve("sweep.jsonl");
        var whole = sweep(out, 2);
        var kept = new ArrayList<>(whole.subList(0, 5));
        Files.writeString(out, String.join("\n", kept) + "\n" + whole.get(5).substring(0, 40)); // stopped in a line
        var resumed = sweep(out, 2);
        assertThat(resumed.subList(0, 5)).isEqualTo(kept);
        assertThat(resumed).containsExactlyInAnyOrderElementsOf(whole);
        assertThat(sweep(out, 2)).as("nothing is left to do").isEqualTo(resumed);
    }

    @Test
    void aSweepOnAnotherDeviceRunsNetworksAnewAndTablesNot() throws IOException {
        Path reader = Files.writeString(folder.resolve("reader.yaml"), """
                environment: {type: language, corpus: "abcabcabcabcabcabcabcabcabcabcabcabcabcabcabc"}
                agent: {type: next-token, layers: 1, heads: 1, width: 8, context: 4, batch: 2}
                """);
        assertThat(backends(reader, "updates=1", "ejml")).containsExactly("ejml");
        assertThat(backends(reader, "updates=1", "ejml")).as("nothing is left to do").containsExactly("ejml");
        assertThat(backends(reader, "updates=1", "simd")).containsExactly("ejml", "simd");
        assertThat(backends(rat, "episodes=1", "ejml")).containsExactly("cpu");
        assertThat(backends(rat, "episodes=1", "simd")).containsExactly("cpu");
    }

    private List<String> backends(Path experiment, String stop, String device) throws IOException {
        Path out = folder.resolve(experiment.getFileName() + ".jsonl");
        var ended = call("sweep", experiment.toString(), "--seeds", "1", "--stop", stop, "--device", device, "--out",
                out.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        var backends = new ArrayList<String>();
        for (String line : Files.readAllLines(out)) {
            backends.add(JSON.readTree(line).get("backend").asText());
        }
        return backends;
    }

    @Test
    void aSweepTouchesNoFileThatItDidNotWrite() throws IOException {
        Path out = Files.writeString(folder.resolve("notes.txt"), "my notes");
        var ended = call("sweep", rat.toString(), "--seeds", "1", "--stop", "episodes=1", "--out", out.toString());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(out).hasContent("my notes");
    }

    @Test
    void theDoctorFindsNothingWrongInASoundInstallation() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("lessons")).resolve("a.md"), "# A");
        var ended = call("doctor");
        assertThat(ended.out()).contains("policy evaluation: agrees", "Q-learning: agrees", "device ejml: agrees");
        assertThat(ended.lines()).allMatch(line -> line.startsWith("well "));
        assertThat(ended.code()).isZero();
    }

    @Test
    void theDoctorNamesWhatIsWrongAndEndsWithThree() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("plugins")).resolve("card.jar"), "not a jar");
        var ended = call("doctor");
        assertThat(ended.out()).contains("WRONG  lessons: there is no folder", "WRONG  plugin card.jar: ");
        assertThat(ended.err()).contains("2 things are wrong.");
        assertThat(ended.code()).isEqualTo(3);
    }

    @Test
    void theDoctorLooksAtGraphicsOnlyWhenAsked() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("lessons")).resolve("a.md"), "# A");
        assertThat(call("doctor").out()).doesNotContain("graphics");
        var ended = call("doctor", "--graphics");
        assertThat(ended.out()).contains("WRONG  graphics: There is no window here.");
        assertThat(ended.err()).contains("One thing is wrong.");
        assertThat(ended.code()).isEqualTo(3);
    }

    @Test
    void theWindowIsAskedForALesson() throws IOException {
        Path lesson = Files.writeString(folder.resolve("a.md"), "---\ntitle: A\nunit: B\n---\n");
        var asked = new ArrayList<Object>();
        var desktop = new Desktop() {
            @Override
            public int open(Optional<Path> at, Optional<String> device) {
                asked.add(at);
                return 0;
            }

            @Override
            public int render(Picture picture) {
                asked.add(picture);
                return 0;
            }
        };
        var silent = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertThat(CommandLineApp.run(new String[] {"open", lesson.toString()}, silent, silent, desktop)).isZero();
        assertThat(CommandLineApp.run(
                        new String[] {"render", lesson + "#s", "--size", "800x600", "--theme", "dark", "--out", "x.png"},
                        silent,
                        silent,
                        desktop))
                .isZero();
        assertThat(asked)
                .containsExactly(
                        Optional.of(lesson),
                        new Desktop.Picture(lesson, Optional.of("s"), 800, 600, 1, true, false, 0, Path.of("x.png")));
    }
}
