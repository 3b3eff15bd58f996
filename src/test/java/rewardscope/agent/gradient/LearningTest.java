package rewardscope.agent.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rewardscope.agent.Agent;
import rewardscope.agent.AgentCatalogue;
import rewardscope.agent.Mark;
import rewardscope.agent.ObservationPolicy;
import rewardscope.agent.Schedule;
import rewardscope.agent.Trial;
import rewardscope.env.control.ControlSpec;
import rewardscope.math.Interval;
import rewardscope.math.RandomStream;
import rewardscope.math.Snapshot;

/// What the policy-gradient agents learn with their default settings, and how soon.
class LearningTest {
    private static final ControlSpec CART_POLE = ControlSpec.of(ControlSpec.World.CART_POLE);
    private static final ControlSpec PENDULUM = ControlSpec.of(ControlSpec.World.INVERTED_PENDULUM);

    /// Environment steps until the mean return over the last episodes reaches a level; the limit + 1 if it never does.
    private static long stepsUntil(Agent agent, double level, int window, long limit) {
        var returns = new double[window];
        int episodes = 0;
        for (long steps = 0; steps <= limit; ) {
            agent.advance();
            steps += (agent.marks() & Mark.STEP) != 0 ? 1 : 0;
            if ((agent.marks() & Mark.EPISODE) != 0) {
                returns[episodes++ % window] = agent.environment().episode().undiscountedReturn();
                if (episodes >= window && Arrays.stream(returns).average().orElseThrow() >= level) {
                    return steps;
                }
            }
        }
        return limit + 1;
    }

    private static Agent agent(String name, ControlSpec world, long seed) {
        return Trial.agent(AgentCatalogue.named(name).orElseThrow(), world, Map.of(), seed);
    }

    @Test
    void ppoSolvesCartPole() {
        assertThat(stepsUntil(agent("ppo", CART_POLE, 1), 475, 100, 150_000)).isLessThanOrEqualTo(150_000);
    }

    @Test
    void ppoBalancesTheInvertedPendulum() {
        assertThat(stepsUntilBalanced(1, 10)).isLessThanOrEqualTo(60_000);
    }

    @Tag("soak")
    @Test
    void ppoBalancesTheInvertedPendulumOnEverySeed() {
        onTenSeeds("ppo: 950 on the inverted pendulum", 60_000, seed -> stepsUntilBalanced(seed, 100));
    }

    /// Trained until ten training episodes in a row average 950, then judged by its mean force over the given number of
    /// fresh episodes, which must average 950 too. (A hundred training episodes of 1,000 steps would be 100,000 steps by
    /// themselves, so the last 100 episodes that the level is asked of cannot be training episodes.)
    ///
    /// @return the environment steps of training
    private static long stepsUntilBalanced(long seed, int episodes) {
        var agent = agent("ppo", PENDULUM, seed);
        long steps = stepsUntil(agent, 950, 10, 60_000);
        var world = PENDULUM.create(RandomStream.named(seed, "fresh episodes"));
        double sum = 0;
        for (int episode = 0; episode < episodes; episode++) {
            double[] observation = world.reset();
            while (!world.needsReset()) {
                double force = ((ObservationPolicy) agent).policyAt(observation)[0];
                observation = world.step(new double[] {Math.clamp(force, -3, 3)}).observation();
            }
            sum += world.episode().undiscountedReturn();
        }
        assertThat(sum / episodes).as("mean return of fresh episodes, seed %d", seed).isGreaterThanOrEqualTo(950);
        return steps;
    }

    /// 195 is the level at which the first version of CartPole counted as solved.
    @Tag("soak")
    @ParameterizedTest
    @CsvSource({
        "ppo, 475",
        "trpo, 475",
        "ppo-penalty, 475",
        "reinforce, 195",
        "reinforce-baseline, 195",
        "actor-critic, 195"
    })
    void everyAgentReachesItsLevelOnCartPoleOnEverySeed(String name, double level) {
        onTenSeeds(
                String.format(Locale.ROOT, "%s: %.0f on CartPole", name, level),
                150_000,
                seed -> stepsUntil(agent(name, CART_POLE, seed), level, 100, 150_000));
    }

    /// Ten of ten seeds mean that the chance of success is above 74 % (95 % confidence, one-sided).
    ///
    /// @param trial environment steps that a seed takes, above the limit where it fails
    private static void onTenSeeds(String what, long limit, LongToDoubleFunction trial) {
        double[] steps = LongStream.rangeClosed(1, 10).mapToDouble(trial).toArray();
        var interval = Interval.of(steps);
        System.out.printf(
                Locale.ROOT, "%s after %.0f steps on average (95 %% interval %.0f to %.0f; the slowest seed %.0f)%n",
                what, interval.mean(), interval.low(), interval.high(), Arrays.stream(steps).max().orElseThrow());
        var missed = IntStream.rangeClosed(1, steps.length)
                .filter(seed -> steps[seed - 1] > limit)
                .boxed()
                .toList();
        assertThat(missed).as("seeds without %s within %d steps", what, limit).isEmpty();
    }

    @Test
    void actorCriticKeepsThePoleUp() {
        assertThat(stepsUntil(agent("actor-critic", CART_POLE, 1), 195, 100, 40_000)).isLessThanOrEqualTo(40_000);
    }

    @Test
    void trpoNeverLeavesItsTrustRegion() {
        var agent = (Trpo) agent("trpo", CART_POLE, 2);
        int accepted = 0;
        while (accepted < 10) {
            agent.advance();
            if (agent.event() instanceof TrpoEvents.LineSearch search && search.accepted()) {
                assertThat(search.kl()).isBetween(0.0, search.maxKl());
                assertThat(search.improvement()).isPositive();
                accepted++;
            }
        }
    }

    @Test
    void theFirstMinibatchOfABatchHasRatioOneAndNoDivergence() {
        var agent = (Ppo) agent("ppo", CART_POLE, 3);
        while (true) {
            agent.advance();
            if ((agent.marks() & Mark.STEP) == 0 && agent.event() instanceof Ppo.Optimisation first) {
                assertThat(first.samples()).allMatch(sample -> Math.abs(sample.ratio() - 1) < 1e-9);
                assertThat(first.kl()).isBetween(-1e-12, 1e-12);
                assertThat(first.clipFraction()).isZero();
                return;
            }
        }
    }

    /// The proof's E[b ∇ ln π] = 0, and what the baseline is for.
    @Test
    void theBaselineAveragesOutAndTakesVarianceAway() {
        var agent = (ReinforceBaseline) agent("reinforce-baseline", CART_POLE, 1);
        double with = 0;
        double without = 0;
        ReinforceBaseline.Learning last = null;
        for (int episodes = 0; episodes < 150; ) {
            agent.advance();
            if ((agent.marks() & Mark.UPDATE) != 0) {
                last = (ReinforceBaseline.Learning) agent.event();
                with += last.gradientVariance();
                without += last.gradientVarianceWithoutBaseline();
                episodes++;
            }
        }
        assertThat(with).isLessThan(0.5 * without);
        assertThat(last.baselineMeanNorm()).isLessThan(0.2 * last.baselineNorm());
    }

    @Test
    void aDivergingRunSaysAtWhichStepAndCanBeTakenBack() {
        var agent = agent("ppo", CART_POLE, 1);
        for (int act = 0; act < 512; act++) {
            agent.advance();
        }
        var before = Snapshot.of(agent);
        agent.hyperparameters().change("alpha", new Schedule.Constant(1e200));
        assertThatThrownBy(() -> stepsUntil(agent, 501, 1, 10_000))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("diverged at environment step 512");
        before.restore(agent);
        assertThat(Snapshot.of(agent)).isEqualTo(before);
        agent.advance();
    }
}
