package rewardscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whether the agents reach, on the tasks of their lessons, the level that counts as solved, and on how many of ten
/// seeds. Ten of ten means that the chance of success is above 74 % (95 % confidence, one-sided).
class PublishedLevelsTest {
    /// A task, and the mean return over a window of training episodes that has to be reached within so many steps.
    enum Task {
        /// The swing-up: what well-tuned agents are reported to earn on average.
        PENDULUM("{type: pendulum}", "{type: ppo, gamma: 0.9, horizon: 1024, alpha: 1e-3}", -200, 100, 150_000, false),

        /// The walk along the edge of the cliff earns -13; with exploration faded out, exactly.
        CLIFF(
                "{preset: cliff-walking}",
                "{type: q-learning, alpha: 0.5, gamma: 1, epsilon: {from: 0.1, to: 0, over: 400}}",
                -13,
                100,
                20_000,
                true),

        /// 15 steps are the fewest through the wind.
        WINDY(
                "{preset: windy}",
                "{type: sarsa, alpha: 0.5, gamma: 1, epsilon: {from: 0.1, to: 0, over: 400}}",
                -16,
                100,
                60_000,
                true);

        final String environment;
        final String agent;
        final double level;
        final int window;
        final long steps;
        final boolean quick;

        Task(String environment, String agent, double level, int window, long steps, boolean quick) {
            this.environment = environment;
            this.agent = agent;
            this.level = level;
            this.window = window;
            this.steps = steps;
            this.quick = quick;
        }

        Agent agent(long seed) {
            return Trial.agent("environment: " + environment + "\nagent: " + agent + "\n", seed);
        }

        boolean reached(long seed) {
            var agent = agent(seed);
            var returns = new double[window];
            int episodes = 0;
            for (long step = 0; step < steps; ) {
                agent.advance();
                step += (agent.marks() & Mark.STEP) != 0 ? 1 : 0;
                if ((agent.marks() & Mark.EPISODE) != 0) {
                    returns[episodes++ % window] = agent.environment().episode().undiscountedReturn();
                    if (episodes >= window && Arrays.stream(returns).average().orElseThrow() >= level) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource
    void onTenOfTenSeeds(Task task) {
        assertThat(LongStream.rangeClosed(1, 10).filter(seed -> !task.reached(seed)))
                .as("seeds on which %s did not reach %s", task, task.level)
                .isEmpty();
    }

    @Test
    void theQuickOnesOnOneSeed() {
        for (Task task : Task.values()) {
            assertThat(!task.quick || task.reached(1)).as("%s", task).isTrue();
        }
    }
}
