package rewardscope.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import rewardscope.sim.Comparison.Progress;

class ComparisonTest {
    private static Experiment experiment(String agent) {
        return ExperimentReader.read(
                        Path.of("test.yaml"), "environment: {preset: linear-track}\nseed: 3\nagent: " + agent)
                .experiment()
                .orElseThrow();
    }

    private static Progress run(List<Experiment> experiments, int seeds, long steps) throws Exception {
        var whole = new CompletableFuture<Progress>();
        try (var _ = Comparison.start(experiments, seeds, steps, 2, progress -> {
            if (progress.complete()) {
                whole.complete(progress);
            }
        })) {
            return whole.get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void aLearnerAndTheSameLearnerCannotBeToldApart() throws Exception {
        var agent = experiment("{type: q-learning}");
        Progress progress = run(List.of(agent, agent), 4, 500);
        assertThat(progress.verdict()).startsWith("No difference can be told from 4 seeds (q-learning (1) − q-learning (2): 0.00");
    }

    @Test
    void everyRunIsTheOneThatTheCommandLineDoes() throws Exception {
        Progress progress = run(List.of(experiment("{type: q-learning, epsilon: 0.3}")), 3, 400);
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            var results = ExperimentRun.run(experiment("{type: q-learning, epsilon: 0.3}")
                    .withSeed(3 + k)
                    .withStop(Stop.afterSteps(400)));
            sum += results.metrics().get("mean-return-100");
        }
        assertThat(progress.learners().getFirst().last().mean()).isEqualTo(sum / 3);
        assertThat(progress.learners().getFirst().seeds()).isEqualTo(3);
    }

    @Test
    void aVerdictNamesTheBetterOnlyWhereTheIntervalIsClearOfZero() {
        assertThat(Comparison.verdict("a", "b", new double[] {5, 6, 7}, new double[] {1, 2, 3.5}))
                .startsWith("a gets the higher return on 3 seeds (a − b: 3.83, 95 % interval ");
        assertThat(Comparison.verdict("a", "b", new double[] {5, 1, 3}, new double[] {1, 5, 3}))
                .startsWith("No difference can be told from 3 seeds");
        assertThat(Comparison.verdict("a", "b", new double[] {5}, new double[] {1}))
                .isEqualTo("Nothing can be said from one seed.");
    }

    @Test
    void aRunThatIsCalledOffSaysNothingMore() throws Exception {
        var told = new AtomicInteger();
        var comparison = Comparison.start(
                List.of(experiment("{type: q-learning}")), 4, 2_000_000_000L, 1, _ -> told.incrementAndGet());
        Thread.sleep(50);
        comparison.close();
        Thread.sleep(100);
        assertThat(told).hasValue(0);
        assertThat(comparison.progress().done()).isZero();
    }
}
