package rewardscope.sim;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// When a run ends: the first of these that is met. An empty stop leaves it to the agent
/// ([rewardscope.agent.Agent#finished]) and to whoever runs it.
///
/// @param meanReturn mean return over the last 100 episodes (key `return`)
public record Stop(
        OptionalLong sweeps, OptionalLong steps, OptionalLong episodes, OptionalLong updates, OptionalDouble meanReturn) {
    public static final Stop NEVER = new Stop(
            OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalDouble.empty());

    public boolean isEmpty() {
        return equals(NEVER);
    }

    public static Stop afterSweeps(long sweeps) {
        return new Stop(
                OptionalLong.of(sweeps),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty());
    }

    public static Stop afterSteps(long steps) {
        return new Stop(
                OptionalLong.empty(),
                OptionalLong.of(steps),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty());
    }

    public static Stop afterEpisodes(long episodes) {
        return new Stop(
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.of(episodes),
                OptionalLong.empty(),
                OptionalDouble.empty());
    }

    /// Whether these counts are enough.
    public boolean met(Counts counts) {
        return counts.sweeps() >= sweeps.orElse(Long.MAX_VALUE)
                || counts.steps() >= steps.orElse(Long.MAX_VALUE)
                || counts.episodes() >= episodes.orElse(Long.MAX_VALUE)
                || counts.updates() >= updates.orElse(Long.MAX_VALUE)
                || (meanReturn.isPresent()
                        && counts.episodes() >= 100
                        && counts.meanReturn100() >= meanReturn.getAsDouble());
    }
}
