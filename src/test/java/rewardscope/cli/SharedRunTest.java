package rewardscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rewardscope.agent.Schedule;
import rewardscope.compute.Devices;
import rewardscope.sim.Experiment;
import rewardscope.sim.ExperimentReader;
import rewardscope.sim.ExperimentRun;
import rewardscope.sim.Intervention;
import rewardscope.sim.Way;
import rewardscope.sim.health.SelfCheck;
import rewardscope.sim.share.RunText;
import rewardscope.sim.share.SavedRun;
import rewardscope.sim.share.Shared;
import rewardscope.sim.share.StateDigest;

/// `run` takes a shared run where it takes an experiment, and comes to the sender's state.
class SharedRunTest {
    private static final String RAT = "environment: {type: linear-track, states: 6}\n"
            + "agent: {type: q-learning, alpha: 0.5, gamma: 0.9, epsilon: 0.1}\nseed: 7\nstop: {steps: 10}\n";

    @TempDir
    Path folder;

    private record Ended(int code, String out, String err) {}

    private Ended call(InputStream in, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var around = new Surroundings(
                in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Desktop.none("There is no window here."),
                List::of,
                new Devices(folder),
                List.of(),
                _ -> Optional.empty(),
                new SelfCheck(folder, List.of(folder), new Devices(folder)));
        int code = CommandLineApp.run(args, around);
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Ended call(String... args) {
        return call(new ByteArrayInputStream(new byte[0]), args);
    }

    /// 40 acts, the step size changed after 20 of them.
    private static String text(String digest) {
        Experiment rat = ExperimentReader.read(Path.of("rat.yaml"), RAT).experiment().orElseThrow();
        var done = new TreeMap<Long, List<Intervention>>();
        done.put(20L, List.of(new Intervention.ParameterChange("alpha", new Schedule.Constant(0.25))));
        var way = new Way(done, -1, 40, 40);
        var proof = new Shared.Proof[1];
        ExperimentRun.retrace(rat, way, Optional.empty(), simulation -> proof[0] = StateDigest.proof(simulation));
        var shown = digest.isEmpty() ? proof[0] : new Shared.Proof(digest, "cpu");
        return RunText.write(new Shared(new SavedRun(rat, List.of(way), 0, false), "The rat", Optional.of(shown)));
    }

    @Test
    void theSharedRunStandsWhereTheSenderStoodWhateverTheExperimentsStop() {
        var ended = call("run", text(""));
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("\"steps\":40");
        assertThat(ended.err()).contains("The rat, act 40").contains("bit for bit");
    }

    @Test
    void soDoesOneFromAFileOrFromStandardInput() throws Exception {
        Path file = Files.writeString(folder.resolve("rat.rewardscope"), "The rat, seed 7\n" + text("") + "\n");
        assertThat(call("run", file.toString()).out()).isEqualTo(call("run", text("")).out());
        var in = new ByteArrayInputStream(text("").getBytes(StandardCharsets.UTF_8));
        assertThat(call(in, "run", "-").out()).isEqualTo(call("run", text("")).out());
    }

    @Test
    void aStateThatDiffersIsSaidAndFails() {
        var ended = call("run", text("0123456789abcdef"));
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("differs from the sender's");
    }

    @Test
    void aCallThatChangesItRunsTheExperimentAlone() {
        var ended = call("run", text(""), "--stop", "steps=15");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("\"steps\":15");
        assertThat(ended.err()).contains("the experiment alone");
    }

    @Test
    void aBrokenTextIsASentenceForEveryCommandThatTakesOne() {
        String cut = text("").substring(0, 60);
        for (String command : List.of("run", "open")) {
            var ended = call(command, cut);
            assertThat(ended.code()).as(command).isEqualTo(1);
            assertThat(ended.err()).contains("cut short").doesNotContain("Exception");
        }
    }
}
