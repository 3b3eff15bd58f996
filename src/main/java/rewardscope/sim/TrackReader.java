package rewardscope.sim;

import rewardscope.env.EnvironmentSpec;
import rewardscope.env.track.ContinuousTrackSpec;
import rewardscope.env.track.TrackSpec;
import rewardscope.lesson.Fields;

/// Reads a `linear-track`.
final class TrackReader {
    private static final int MOST_STATES = 10_000;
    private static final double LARGE = 1e12;

    private TrackReader() {}

    static EnvironmentSpec read(Fields fields) {
        boolean continuous = fields.flag("continuous", false);
        double goalReward = fields.number("goal-reward", 1, -LARGE, LARGE);
        double stepReward = fields.number("step-reward", 0, -LARGE, LARGE);
        int maxSteps = GridReader.maxSteps(fields);
        if (continuous) {
            fields.refuse("states", "a continuous track has positions from 0 to 1");
            return new ContinuousTrackSpec(
                    fields.number("step", 0.1, -LARGE, LARGE),
                    goalReward,
                    stepReward,
                    maxSteps,
                    fields.number("start-state", -LARGE, LARGE));
        }
        fields.refuse("step", "it belongs to `continuous: true`");
        return new TrackSpec(
                fields.whole("states", 6, 2, MOST_STATES),
                goalReward,
                stepReward,
                maxSteps,
                GridReader.startState(fields));
    }
}
