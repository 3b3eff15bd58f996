package rewardscope.agent;

import java.util.Map;
import rewardscope.env.EnvironmentSpec;
import rewardscope.math.RandomStream;

/// Makes agents for tests.
public final class Trial {
    private Trial() {}

    /// An agent in a world of its own, as an experiment would make it.
    public static Agent agent(AgentType type, EnvironmentSpec world, Map<String, Object> values, long seed) {
        var environment = world.create(RandomStream.named(seed, "environment"));
        return type.create().apply(new AgentSettings(type, environment, values, seed));
    }
}
