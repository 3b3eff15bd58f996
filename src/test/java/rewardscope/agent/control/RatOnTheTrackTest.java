package rewardscope.agent.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rewardscope.agent.Agent;
import rewardscope.agent.AgentCatalogue;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Components;
import rewardscope.agent.Schedule;
import rewardscope.agent.TestWorlds;
import rewardscope.agent.TransitionEvent;
import rewardscope.agent.Trial;
import rewardscope.env.FiniteMdp;
import rewardscope.env.MdpEnvironment;
import rewardscope.env.Oracle;

/// The rat on the linear track: what control learns, in closed form.
class RatOnTheTrackTest {
    private static final int UP = 0;
    private static final int DOWN = 1;

    private static Agent agent(AgentType type, FiniteMdp model, int maxSteps, long seed, Object... keysAndValues) {
        var values = new HashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            Object value = keysAndValues[i + 1];
            boolean scheduled = value instanceof Double && !keysAndValues[i].equals("initial");
            values.put((String) keysAndValues[i], scheduled ? new Schedule.Constant((Double) value) : value);
        }
        return type.create()
                .apply(new AgentSettings(type, TestWorlds.environment(model, maxSteps, seed), Map.copyOf(values), seed));
    }

    private static Agent rat(AgentType type, int states, long seed, Object... keysAndValues) {
        return agent(type, TestWorlds.track(states), MdpEnvironment.UNLIMITED, seed, keysAndValues);
    }

    /// A track on which there is no way but up.
    private static FiniteMdp upOnly(int states) {
        var builder = new FiniteMdp.Builder(states, List.of("up"));
        for (int s = 0; s < states - 1; s++) {
            boolean food = s == states - 2;
            builder.outcome(s, 0, new FiniteMdp.Outcome(s + 1, 1, food ? 1 : 0, food));
        }
        return builder.start(0, 1).build();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 50, 200})
    void alwaysUpTheRewardSeepsBackAsABinomialTail(int episodes) {
        var agent = agent(
                QLearning.TYPE, upOnly(5), MdpEnvironment.UNLIMITED, 1, "alpha", 0.1, "gamma", 0.9, "epsilon", 0.0);
        Trial.episodes(agent, episodes);
        double[] expected = Oracle.numbers(
                Oracle.named("linear_track").get("cases").get("N=5 gamma=0.9 alpha=0.1").at("/always_up/" + episodes));
        for (int s = 0; s < expected.length; s++) {
            assertThat(Trial.q(agent)[s][UP]).isCloseTo(expected[s], within(5.1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void afterTheFirstEpisodeOneEntryIsAlphaAndAllOthersAreZero(long seed) {
        var q = Trial.q(Trial.episodes(rat(QLearning.TYPE, 6, seed, "alpha", 0.3, "epsilon", 1.0), 1));
        for (int s = 0; s < 5; s++) {
            assertThat(q[s][UP]).isEqualTo(s == 4 ? 0.3 : 0);
            assertThat(q[s][DOWN]).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theLastCellLearnsTheSameWhateverTheBehaviour(long seed) {
        var agent = rat(QLearning.TYPE, 6, seed, "alpha", 0.2, "epsilon", 1.0);
        for (int k = 1; k <= 20; k++) {
            Trial.episodes(agent, 1);
            assertThat(Trial.q(agent)[4][UP]).isCloseTo(1 - Math.pow(0.8, k), within(1e-12));
        }
    }

    @Test
    void aGreedyRatNeedsTheExpectedNumberOfSteps() {
        int n = 4;
        int runs = 2000;
        for (int k = 1; k <= 6; k++) {
            double expected = k <= n ? (n - k + 1) * (n - k + 2) + (k - 1) : n;
            double sum = 0;
            double squares = 0;
            for (int run = 0; run < runs; run++) {
                var agent = rat(QLearning.TYPE, n + 1, run, "alpha", 0.1, "gamma", 0.9, "epsilon", 0.0);
                int length = Trial.episodes(agent, k).environment().episode().length();
                sum += length;
                squares += (double) length * length;
            }
            double mean = sum / runs;
            double standardError = Math.sqrt(Math.max(0, squares / runs - mean * mean) / runs);
            assertThat(mean).as("episode %d", k).isCloseTo(expected, within(4 * standardError + 1e-12));
        }
    }

    @Test
    void anExploringRatLearnsTheMeanValuesOfTheReference() {
        int runs = 1000;
        var oracle = Oracle.named("linear_track").get("cases").get("N=5 gamma=0.9 alpha=0.1").get("eps_greedy_0.1");
        var mean = new double[4][2];
        for (int run = 0; run < runs; run++) {
            var q = Trial.q(Trial.episodes(
                    rat(QLearning.TYPE, 5, run, "alpha", 0.1, "gamma", 0.9, "epsilon", 0.1), 50));
            for (int s = 0; s < 4; s++) {
                mean[s][UP] += q[s][UP] / runs;
                mean[s][DOWN] += q[s][DOWN] / runs;
            }
        }
        for (int s = 0; s < 4; s++) {
            for (int a = 0; a < 2; a++) {
                double expected = oracle.at("/mean_Q_up_down_after_episode/50/" + s + "/" + a).asDouble();
                double sd = oracle.at("/sd_Q_between_runs/50/" + s + "/" + a).asDouble();
                double standardError = sd * Math.sqrt(1.0 / runs + 1.0 / 20_000);
                assertThat(mean[s][a]).isCloseTo(expected, within(4 * standardError + 1e-8));
            }
        }
    }

    @Test
    void oneDirectRunWithTracesCreditsEveryCellByGammaLambda() {
        for (AgentType type : List.of(SarsaLambda.TYPE, QLambda.TYPE)) {
            var agent = agent(
                    type, upOnly(6), MdpEnvironment.UNLIMITED, 1, "alpha", 0.5, "gamma", 0.9, "lambda", 0.8);
            var q = Trial.q(Trial.episodes(agent, 1));
            for (int s = 0; s < 5; s++) {
                int distance = 5 - s;
                assertThat(q[s][UP]).isCloseTo(0.5 * Math.pow(0.9 * 0.8, distance - 1), within(1e-12));
            }
        }
    }

    @Test
    void oneDirectRunOfMonteCarloCreditsEveryCellByGamma() {
        var agent = agent(
                McControl.TYPE, upOnly(6), MdpEnvironment.UNLIMITED, 1, "alpha", 0.5, "gamma", 0.9, "epsilon", 0.0);
        var q = Trial.q(Trial.episodes(agent, 1));
        for (int s = 0; s < 5; s++) {
            assertThat(q[s][UP]).isCloseTo(0.5 * Math.pow(0.9, 4 - s), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void oneStepAndTraceZeroAreSarsaAndPlanningZeroIsQLearning(long seed) {
        var sarsa = Trial.q(Trial.episodes(rat(Sarsa.TYPE, 6, seed, "alpha", 0.3), 30));
        assertSame(Trial.q(Trial.episodes(rat(NStepSarsa.TYPE, 6, seed, "alpha", 0.3, "n", 1), 30)), sarsa);
        assertSame(Trial.q(Trial.episodes(rat(SarsaLambda.TYPE, 6, seed, "alpha", 0.3, "lambda", 0.0), 30)), sarsa);
        assertSame(
                Trial.q(Trial.episodes(rat(DynaQ.TYPE, 6, seed, "alpha", 0.3, "planning-steps", 0), 30)),
                Trial.q(Trial.episodes(rat(QLearning.TYPE, 6, seed, "alpha", 0.3), 30)));
    }

    private static void assertSame(double[][] q, double[][] expected) {
        for (int s = 0; s < expected.length; s++) {
            assertThat(Arrays.equals(q[s], expected[s])).as("state %d", s).isTrue(); // NaN equals NaN
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"q-learning", "expected-sarsa", "sarsa"})
    void truncationBootstrapsAndTerminationDoesNot(String name) {
        var type = AgentCatalogue.named(name).orElseThrow();
        var agent = agent(type, TestWorlds.track(4), 3, 8, "alpha", 0.5, "gamma", 0.9, "epsilon", 0.0, "initial", 2.0);
        var seen = new ArrayList<Boolean>();
        for (int act = 0; act < 300; act++) {
            var event = (TransitionEvent) agent.step();
            double target = (Double) Components.of((Record) event).get("target");
            if (event.terminated()) {
                assertThat(target).isEqualTo(1);
                seen.add(true);
            } else if (event.truncated()) {
                assertThat(target).isGreaterThan(event.reward());
                seen.add(false);
            }
        }
        assertThat(seen).contains(true, false);
    }

    @Test
    void planningFromTheModelSavesRealSteps() {
        int without = 0;
        int with = 0;
        for (long seed = 1; seed <= 10; seed++) {
            without += steps("planning-steps: 0", seed);
            with += steps("planning-steps: 50", seed);
        }
        assertThat(with).isLessThan(without / 4);
    }

    private static int steps(String planning, long seed) {
        var agent = Trial.agent(
                "environment: {preset: dyna-maze}\nagent: {type: dyna-q, alpha: 0.1, gamma: 0.95, epsilon: 0.1, "
                        + planning + "}",
                seed);
        int steps = 0;
        Trial.episodes(agent, 1); // the first is a search in the dark for both
        for (int episode = 2; episode <= 10; episode++) {
            steps += Trial.episodes(agent, 1).environment().episode().length();
        }
        return steps;
    }
}
