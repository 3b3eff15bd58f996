package rewardscope.sim;

import rewardscope.lesson.Fields;
import rewardscope.lesson.Node;
import rewardscope.lesson.Problems;

/// Reads when a run ends.
public final class StopReader {
    private static final long MOST = 1_000_000_000_000L;

    private StopReader() {}

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
