package rewardscope.agent;

import java.nio.file.Path;
import java.util.Map;
import rewardscope.env.EnvironmentSpec;
import rewardscope.math.RandomStream;
import rewardscope.sim.ExperimentReader;

/// Makes agents for tests.
public final class Trial {
    private Trial() {}

    /// An agent in a world of its own, as an experiment would make it.
    public static Agent agent(AgentType type, EnvironmentSpec world, Map<String, Object> values, long seed) {
        var environment = world.create(RandomStream.named(seed, "environment"));
        return type.create().apply(new AgentSettings(type, environment, values, seed));
    }

    /// The agent of an experiment that is written out.
    public static Agent agent(String yaml, long seed) {
        var checked = ExperimentReader.read(Path.of("trial.yaml"), yaml);
        return checked.experiment()
                .orElseThrow(() -> new AssertionError(checked.problems()))
                .withSeed(seed)
                .createAgent();
    }

    /// Advances until so many more acts have completed what the mark says.
    public static <A extends Agent> A run(A agent, int mark, int times) {
        for (int done = 0; done < times; ) {
            agent.advance();
            done += (agent.marks() & mark) != 0 ? 1 : 0;
        }
        return agent;
    }

    public static Agent episodes(Agent agent, int episodes) {
        return run(agent, Mark.EPISODE, episodes);
    }

    public static Agent sweeps(Agent agent, int sweeps) {
        return run(agent, Mark.SWEEP, sweeps);
    }

    public static double[] v(Agent agent) {
        return ((StateValues) agent).v();
    }

    public static double[][] q(Agent agent) {
        return ((ActionValues) agent).q();
    }
}
