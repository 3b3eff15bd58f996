package rewardscope.sim;

import java.util.List;
import java.util.Map;
import rewardscope.agent.AgentCatalogue;
import rewardscope.agent.Schedule;
import rewardscope.env.Environment;
import rewardscope.env.EnvironmentSpec;
import rewardscope.env.FiniteMdp;
import rewardscope.env.Layout;
import rewardscope.env.MdpEnvironment;
import rewardscope.math.RandomStream;

/// Six states in a row with food at the end: small enough to check by hand.
final class Corridor implements EnvironmentSpec {
    static final int STATES = 6;

    static Experiment qLearning(long seed) {
        return experiment("q-learning", Map.of("alpha", new Schedule.Constant(0.5)), seed);
    }

    static Experiment experiment(String agent, Map<String, Object> values, long seed) {
        var type = AgentCatalogue.named(agent).orElseThrow();
        return new Experiment(new Corridor(), type, values, seed, Stop.NEVER, Map.of());
    }

    @Override
    public String type() {
        return "corridor";
    }

    @Override
    public Environment create(RandomStream random) {
        var builder = new FiniteMdp.Builder(STATES, List.of("up", "down"));
        for (int s = 0; s < STATES - 1; s++) {
            boolean food = s + 1 == STATES - 1;
            builder.outcome(s, 0, new FiniteMdp.Outcome(s + 1, 1, food ? 1 : 0, food));
            builder.outcome(s, 1, new FiniteMdp.Outcome(Math.max(0, s - 1), 1, 0, false));
        }
        var terminal = new boolean[STATES];
        terminal[STATES - 1] = true;
        return new MdpEnvironment(
                builder.start(0, 1).build(),
                new Layout.Track(STATES, terminal, STATES - 1),
                MdpEnvironment.UNLIMITED,
                random);
    }
}
