package rewardscope.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import rewardscope.env.EnvironmentSpec;
import rewardscope.math.RandomStream;
import rewardscope.math.Snapshot;

/// Makes agents for tests, and checks what must hold for all of them.
public final class Trial {
    private Trial() {}

    /// An agent in a world of its own, as an experiment would make it.
    public static Agent agent(AgentType type, EnvironmentSpec world, Map<String, Object> values, long seed) {
        var environment = world.create(RandomStream.named(seed, "environment"));
        return type.create().apply(new AgentSettings(type, environment, values, seed));
    }

    /// Each line of the equation, worked out from the record's components, gives the number that the line shows.
    public static void equationHolds(StepEvent event) {
        for (var line : EquationArithmetic.evaluate(event)) {
            assertThat(line.computed())
                    .as("%s in %s", event.equation().latex(), event)
                    .isCloseTo(line.shown(), within(1e-9 * Math.max(1, Math.abs(line.shown()))));
        }
    }

    /// Runs, goes back one act, and does it again: the same record and the same state, bit for bit.
    public static void replayIsExact(AgentType type, EnvironmentSpec world, Map<String, Object> values, int acts) {
        var agent = agent(type, world, values, 3);
        for (int i = 1; i < acts; i++) {
            agent.advance();
        }
        var before = Snapshot.of(agent);
        var event = agent.step();
        var after = Snapshot.of(agent);
        agent.advance();

        before.restore(agent);
        assertThat(Snapshot.of(agent)).isEqualTo(before);
        assertThat(agent.step()).isEqualTo(event);
        assertThat(Snapshot.of(agent)).isEqualTo(after);

        var fresh = agent(type, world, values, 3);
        before.restore(fresh);
        assertThat(fresh.step()).isEqualTo(event);
        assertThat(Snapshot.of(fresh)).isEqualTo(after);
    }
}
