package rewardscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `sweep` runs every combination once, however often it is stopped.
class SweepCommandTest {
    @TempDir
    Path folder;

    private CommandLineCalls calls;
    private Path rat;

    @BeforeEach
    void begin() throws IOException {
        calls = new CommandLineCalls(folder);
        rat = Files.writeString(folder.resolve("rat.yaml"), CommandLineCalls.RAT);
    }

    private List<String> sweep(Path out, int jobs) throws IOException {
        var ended = calls.call(
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
        assertThat(CommandLineCalls.JSON.readTree(one.getFirst()).at("/set/agent.alpha").asDouble()).isIn(0.1, 0.5);
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
        var ended = calls.call("sweep", experiment.toString(), "--seeds", "1", "--stop", stop, "--device", device, "--out",
                out.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        var backends = new ArrayList<String>();
        for (String line : Files.readAllLines(out)) {
            backends.add(CommandLineCalls.JSON.readTree(line).get("backend").asText());
        }
        return backends;
    }

    @Test
    void aSweepTouchesNoFileThatItDidNotWrite() throws IOException {
        Path out = Files.writeString(folder.resolve("notes.txt"), "my notes");
        var ended = calls.call("sweep", rat.toString(), "--seeds", "1", "--stop", "episodes=1", "--out", out.toString());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(out).hasContent("my notes");
    }
}
