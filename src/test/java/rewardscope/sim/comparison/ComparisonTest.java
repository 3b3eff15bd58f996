package rewardscope.sim.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import rewardscope.sim.Experiment;
import rewardscope.sim.ExperimentReader;
import rewardscope.sim.ExperimentRun;
import rewardscope.sim.Stop;
import rewardscope.sim.comparison.Comparison.Plan;
import rewardscope.sim.comparison.Comparison.Progress;

class ComparisonTest {
    private static Experiment experiment(String agent) {
        return in("{preset: linear-track}", agent);
    }

    private static Experiment in(String world, String agent) {
        return ExperimentReader.read(
                        Path.of("test.yaml"), "environment: " + world + "\nseed: 3\nagent: " + agent)
                .experiment()
                .orElseThrow();
    }

    private static Comparison over(List<Experiment> experiments, Plan plan) throws Exception {
        var whole = new CompletableFuture<Progress>();
        var comparison = Comparison.start(experiments, plan, 2, progress -> {
            if (progress.complete()) {
                whole.complete(progress);
            }
        });
        whole.get(60, TimeUnit.SECONDS);
        return comparison;
    }

    private static Progress run(List<Experiment> experiments, int seeds, long steps) throws Exception {
        return over(experiments, new Plan(Measure.RETURN, seeds, steps)).progress();
    }

    @Test
    void aLearnerAndTheSameLearnerCannotBeToldApart() throws Exception {
        var agent = experiment("{type: q-learning}");
        Progress progress = run(List.of(agent, agent), 4, 500);
        assertThat(progress.verdict().orElseThrow().sentence())
                .startsWith("No difference can be told from 4 seeds: q-learning (1) − q-learning (2) = 0.00");
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
        assertThat(progress.learners().getFirst().end().mean()).isEqualTo(sum / 3);
        assertThat(progress.learners().getFirst().seeds()).isEqualTo(3);
    }

    @Test
    void thereIsNoVerdictBeforeAllRunsAreOver() throws Exception {
        var early = new AtomicBoolean();
        var whole = new CompletableFuture<Progress>();
        try (var _ = Comparison.start(
                List.of(experiment("{type: q-learning}"), experiment("{type: random}")),
                new Plan(Measure.RETURN, 5, 300),
                1,
                progress -> {
                    early.compareAndSet(false, !progress.complete() && progress.verdict().isPresent());
                    if (progress.complete()) {
                        whole.complete(progress);
                    }
                })) {
            assertThat(whole.get(60, TimeUnit.SECONDS).verdict()).isPresent();
        }
        assertThat(early).isFalse();
    }

    @Test
    void fewerStepsAnEpisodeAreBetter() throws Exception {
        var learner = experiment("{type: q-learning, alpha: 0.5}");
        var verdict = over(List.of(learner, experiment("{type: random}")), new Plan(Measure.LENGTH, 5, 2000))
                .progress()
                .verdict()
                .orElseThrow();
        assertThat(verdict.sentence()).startsWith("q-learning takes fewer steps on 5 seeds: q-learning − random = −");
    }

    @Test
    void banditsAreComparedPullByPull() throws Exception {
        String world = "{type: bandit, arms: 2, means: [0, 2]}";
        var verdict = over(
                        List.of(in(world, "{type: ucb}"), in(world, "{type: random}")), new Plan(Measure.BEST_ARM, 4, 400))
                .progress();
        assertThat(verdict.verdict().orElseThrow().sentence()).startsWith("ucb pulls the best arm more often");
        assertThat(verdict.learners().getLast().end().mean()).isCloseTo(0.5, within(0.15));
    }

    /// Figure 6.2: over its first hundred episodes TD comes closer to the true values than Monte Carlo with its best step.
    @Test
    void predictorsAreComparedByHowFarTheirValuesAreFromTheTrueOnes() throws Exception {
        String world = "{preset: random-walk-5}";
        var td = in(world, "{type: td-prediction, alpha: 0.05, gamma: 1, initial: 0.5}");
        var monteCarlo = in(world, "{type: mc-prediction, alpha: 0.02, visits: every, gamma: 1, initial: 0.5}");
        assertThat(Measure.of(td)).startsWith(Measure.VALUE_ERROR);
        var over = over(List.of(td, monteCarlo), new Plan(Measure.VALUE_ERROR, 30, 600)).progress();
        assertThat(over.verdict().orElseThrow().sentence())
                .startsWith("td-prediction comes closer to the true values on 30 seeds: ");
        var first = over.learners().getFirst().curve();
        assertThat(first.get(5).orElseThrow().mean()).isBetween(0.1, 0.235702);
        assertThat(first.getLast().orElseThrow().mean()).isBetween(0.02, 0.08);
        var results = ExperimentRun.run(td.withStop(Stop.afterSteps(600)));
        double[] errors = results.series().get("rms-error").values();
        assertThat(results.metrics().get("rms-error")).isBetween(0.0, errors[0]);
        assertThat(results.metrics().get("mean-rms-error"))
                .isCloseTo(Arrays.stream(errors).average().orElseThrow(), within(1e-15));
    }

    @Test
    void whoLearnsNoValuesOrCannotKnowTheTrueOnesIsLeftOutOfSuchAComparison() throws Exception {
        String endless = "{type: mdp, states: [run], actions: [go], start: run, max-steps: 5,"
                + " transitions: [{from: run, action: go, to: run, reward: 1}]}";
        var learner = over(
                        List.of(in(endless, "{type: td-prediction, gamma: 1}"), in(endless, "{type: random}")),
                        new Plan(Measure.VALUE_ERROR, 2, 50))
                .progress()
                .learners()
                .getFirst();
        assertThat(learner.failed()).isEqualTo(2);
        assertThat(learner.why()).startsWith("The true values of its policy are not known here");
    }

    @Test
    void agentsOfOneTypeAreCalledByWhatTellsThemApart() {
        var names = AgentNames.of(List.of(
                experiment("{type: q-learning, alpha: 0.5, gamma: 0.9}"),
                experiment("{type: q-learning, alpha: 0.1, gamma: 0.9}"),
                experiment("{type: sarsa, alpha: 0.1}")));
        assertThat(names).containsExactly("q-learning alpha 0.5", "q-learning alpha 0.1", "sarsa");
    }

    @Test
    void theTableHoldsEveryRunsEnd() throws Exception {
        var comparison = over(
                List.of(experiment("{type: q-learning}"), experiment("{type: random}")), new Plan(Measure.RETURN, 3, 300));
        assertThat(comparison.csv().lines().takeWhile(line -> line.startsWith("#")))
                .contains("# 2 agents · return of an episode · 300 steps · seeds 3 to 5 · Rewardscope", "# random:")
                .anyMatch(line -> line.contains("agent: {type: q-learning"));
        List<String> lines = comparison.csv().lines().dropWhile(line -> line.startsWith("#")).toList();
        assertThat(lines.getFirst()).isEqualTo("agent,seed,what,step,value");
        assertThat(lines).filteredOn(line -> line.startsWith("random,4,end,300,")).hasSize(1);
        assertThat(lines).filteredOn(line -> line.contains(",end,")).hasSize(6);
        double mean = lines.stream()
                .filter(line -> line.startsWith("random,") && line.contains(",end,"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(',') + 1)))
                .average()
                .orElseThrow();
        assertThat(mean).isEqualTo(comparison.progress().learners().getLast().end().mean());
    }

    @Test
    void runsThatCouldNotBeRunAreLeftOutAndSayWhy() throws Exception {
        var noBandit = experiment("{type: q-learning}");
        var learner = over(List.of(noBandit, noBandit), new Plan(Measure.REWARD, 2, 100)).progress().learners().getFirst();
        assertThat(learner.failed()).isEqualTo(2);
        assertThat(learner.why()).isEqualTo("It has no curve of reward.");
        assertThat(learner.curve()).allMatch(Optional::isEmpty);
    }

    @Test
    void aRunThatIsCalledOffSaysNothingMore() throws Exception {
        var told = new AtomicInteger();
        var comparison = Comparison.start(
                List.of(experiment("{type: q-learning}")),
                new Plan(Measure.RETURN, 4, 2_000_000_000L),
                1,
                _ -> told.incrementAndGet());
        Thread.sleep(50);
        comparison.close();
        Thread.sleep(100);
        assertThat(told).hasValue(0);
        assertThat(comparison.progress().done()).isZero();
    }
}
