package rewardscope.sim;

import rewardscope.agent.AgentType;
import rewardscope.agent.Family;
import rewardscope.lesson.Fields;
import rewardscope.lesson.Node;
import rewardscope.lesson.Problems;

/// Reads when a run ends.
public final class StopReader {
    private static final long MOST = 1_000_000_000_000L;

    private StopReader() {}

    /// Reports a stop that this agent can never come to.
    static void checkAgainst(Stop stop, AgentType type, Node at, Problems problems) {
        boolean plans = type.family() == Family.PLANNING;
        if (type.family() == Family.LANGUAGE && !stop.isEmpty() && stop.updates().isEmpty()) {
            problems.at(at, "`" + type.name() + "` is counted in updates alone, so this stop is never reached",
                    "Write `updates: ...`");
            return;
        }
        boolean sweeps = stop.sweeps().isPresent();
        boolean acts = stop.steps().isPresent() || stop.episodes().isPresent() || stop.meanReturn().isPresent();
        if (plans && acts && !sweeps) {
            problems.at(
                    at,
                    "`" + type.name() + "` takes no steps and has no episodes, so this stop is never reached",
                    "Write `sweeps: ...`");
        } else if (!plans && sweeps && !acts && stop.updates().isEmpty()) {
            problems.at(
                    at,
                    "`" + type.name() + "` makes no sweeps, so this stop is never reached",
                    "Write `episodes: ...` or `steps: ...`");
        }
    }

    public static Stop read(Node node, Problems problems) {
        return Fields.of(node, "`stop`", problems)
                .map(fields -> {
                    var stop = new Stop(
                            fields.whole("sweeps", 0, MOST),
                            fields.whole("steps", 0, MOST),
                            fields.whole("episodes", 0, MOST),
                            fields.whole("updates", 0, MOST),
                            fields.number("return", -1e300, 1e300));
                    fields.finish();
                    return stop;
                })
                .orElse(Stop.NEVER);
    }
}
