package rewardscope.language.clips;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rewardscope.agent.Mark;
import rewardscope.agent.Trial;

/// RLHF before language models: nobody tells the agent the reward.
class PreferencePpoTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theRatFindsTheFoodFromComparisonsOfClipsAlone(long seed) {
        var agent = (PreferencePpo) Trial.agent(
                """
                environment: {type: linear-track, states: 6, max-steps: 60}
                agent: {type: preference-ppo, horizon: 256, clip-length: 6, gamma: 0.9, alpha: 0.001}
                """,
                seed);
        Trial.run(agent, Mark.UPDATE, 20);
        int steps = 0;
        for (int episode = 0; episode < 10; episode++) {
            Trial.episodes(agent, 1);
            steps += agent.environment().episode().length();
        }
        assertThat(steps / 10.0).as("steps to the food; five is the least, a random walk takes thirty").isLessThan(7);
        assertThat(agent.metrics().get("reward-correlation")).isGreaterThan(0.5);
        assertThat(agent.metrics().get("comparisons")).isLessThanOrEqualTo(500);
    }

    @Tag("soak")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void thePoleIsBalancedFromComparisonsOfClipsAlone(long seed) {
        var agent = Trial.agent(TYPE_AND_WORLD, seed);
        Trial.run(agent, Mark.UPDATE, 60);
        double total = 0;
        for (int episode = 0; episode < 10; episode++) {
            Trial.episodes(agent, 1);
            total += agent.environment().episode().undiscountedReturn();
        }
        assertThat(total / 10).as("steps upright; a random policy falls after about ten").isGreaterThan(100);
    }

    private static final String TYPE_AND_WORLD =
            """
            environment: {type: inverted-pendulum}
            agent: {type: preference-ppo, clip-length: 25}
            """;
}
