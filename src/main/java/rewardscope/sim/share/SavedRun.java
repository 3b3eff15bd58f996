package rewardscope.sim.share;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rewardscope.sim.Command;
import rewardscope.sim.Experiment;
import rewardscope.sim.Frame;
import rewardscope.sim.View;
import rewardscope.sim.Way;

/// A run as everything that it takes to come back to it.
///
/// @param ways its branches, at least one
/// @param active the branch that it stands on
/// @param together whether all branches advance together
public record SavedRun(Experiment experiment, List<Way> ways, int active, boolean together) {
    public SavedRun {
        ways = List.copyOf(ways);
    }

    /// An experiment whose run has not begun.
    public static SavedRun fresh(Experiment experiment) {
        return new SavedRun(experiment, List.of(Way.START), 0, false);
    }

    /// All of a run, with its branches.
    public static SavedRun of(Frame frame) {
        return new SavedRun(
                frame.experiment(), frame.views().stream().map(View::way).toList(), frame.active(), frame.sideBySide());
    }

    /// The way to where a run stands, without what came after it or beside it.
    public static SavedRun here(Frame frame) {
        return new SavedRun(frame.experiment(), List.of(frame.view().way().here()), 0, false);
    }

    /// Whether there is nothing to come back to but the experiment.
    public boolean untouched() {
        return ways.size() == 1 && ways.getFirst().untouched();
    }

    public Way way() {
        return ways.get(active);
    }

    /// The experiment as plain maps, on the seed of the run.
    public Map<String, Object> source() {
        var source = new LinkedHashMap<>(experiment.source());
        source.put("seed", experiment.seed());
        return source;
    }

    /// What leads a runner there.
    public Command takeUp() {
        return new Command.TakeUp(experiment, ways, active, together);
    }
}
