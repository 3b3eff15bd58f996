package rewardscope.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rewardscope.sim.Command;
import rewardscope.sim.Experiment;
import rewardscope.sim.Frame;
import rewardscope.sim.Runner;
import rewardscope.ui.RealRuns;

/// Runs opened and closed one after the other, as a class does all term: what they took comes back.
class ManyRunsTest {
    private static final String TINY = """
            environment: {type: language, corpus: "the rat ran up the track and the cat sat on the mat. "}
            agent: {type: next-token, width: 16, layers: 2, context: 16, batch: 4}
            """;

    private static final Path RESIDENT = Path.of("/proc/self/statm");
    private static final int PAGE = 4096;

    private static Experiment on(Compute compute) {
        return RealRuns.experiment(TINY).withCompute(compute);
    }

    /// Opens a run, takes a few steps and closes it.
    private static void run(Experiment experiment) throws InterruptedException {
        try (var runner = new Runner(experiment, Frame.Speed.FASTEST)) {
            runner.send(new Command.Step(Command.Unit.ACT, 3));
            var frame = new AtomicReference<Frame>();
            runner.settle(frame::set);
            assertThat(frame.get().view().counts().updates()).isEqualTo(3);
        }
    }

    private static List<String> helpers() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("compute-"))
                .toList();
    }

    @Test
    void theThreadsOfRunsEndWithThem() throws InterruptedException {
        int before = helpers().size();
        for (int i = 0; i < 10; i++) {
            run(on(Compute.STANDARD.withThreads(3)));
        }
        for (int wait = 0; wait < 200 && helpers().size() > before; wait++) {
            Thread.sleep(10); // a helper sees a moment later that it is not needed any more
        }
        assertThat(helpers()).hasSizeLessThanOrEqualTo(before);
    }

    @Test
    @Tag("soak")
    void memoryReturnsToItsStartAfterAThousandRunsOnTheProcessor() throws Exception {
        thousand("simd", on(Compute.STANDARD.withThreads(2)));
    }

    @Test
    @Tag("soak")
    void memoryReturnsToItsStartAfterAThousandRunsOnOpenCl() throws Exception {
        Optional<ComputeProvider> provider = TestOpenCl.provider();
        assumeTrue(provider.isPresent(), "no OpenCL on this machine");
        thousand("opencl", on(Compute.on(provider.get().devices().getFirst())));
    }

    /// The first hundred fill caches, of the compiler and of the driver; after that nothing may grow with the runs.
    private static void thousand(String name, Experiment experiment) throws Exception {
        for (int i = 0; i < 100; i++) {
            run(experiment);
        }
        double heap = heap();
        double resident = resident();
        for (int i = 100; i < 1000; i++) {
            run(experiment);
        }
        double heapAfter = heap();
        double residentAfter = resident();
        System.out.printf(Locale.ROOT, "%s after 100 and after 1000 runs: heap %.1f and %.1f MB, resident %.0f and %.0f MB%n",
                name, heap, heapAfter, resident, residentAfter);
        assertThat(heapAfter).isLessThan(heap + 5);
        assertThat(residentAfter).isLessThan(resident + 100); // the heap's own room included
    }

    /// Megabytes that something still holds.
    private static double heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100); // what the collector found is handed back by a thread of its own
        }
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) * 1e-6;
    }

    /// Megabytes of the whole process, driver included; 0 where the system does not say.
    private static double resident() throws IOException {
        return Files.isReadable(RESIDENT)
                ? Double.parseDouble(Files.readString(RESIDENT).split(" ")[1]) * PAGE * 1e-6
                : 0;
    }
}
