package rewardscope.sim.share;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rewardscope.sim.Command;
import rewardscope.sim.Experiment;
import rewardscope.sim.ExperimentWriter;
import rewardscope.sim.Frame;
import rewardscope.sim.Intervention;
import rewardscope.sim.Timeline;
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

    /// The way to where a run stands, without what came after it or beside it. Call it on the run's own thread.
    public static SavedRun here(Timeline timeline) {
        var way = new Way(timeline.script(), -1, timeline.head(), timeline.now());
        return new SavedRun(timeline.experiment(), List.of(way.here()), 0, false);
    }

    /// Whether there is nothing to come back to but the experiment.
    public boolean untouched() {
        return ways.size() == 1 && ways.getFirst().untouched();
    }

    /// This run with what is still to be done of one that it is on its way back to; without it once it goes another way.
    ///
    /// @param returning whether it is on its way now: then it will stand where the other one stood
    public SavedRun reaching(SavedRun goal, boolean returning) {
        boolean onTheWay = experiment.seed() == goal.experiment.seed()
                && experiment.source().equals(goal.experiment.source())
                && ways.size() <= goal.ways.size();
        for (int i = 0; onTheWay && i < ways.size(); i++) {
            onTheWay = ways.get(i).interventions().equals(goal.ways.get(i).interventions())
                    && ways.get(i).head() <= goal.ways.get(i).head();
        }
        if (!onTheWay) {
            return this;
        }
        if (returning) {
            return goal;
        }
        var whole = new ArrayList<>(goal.ways);
        for (int i = 0; i < ways.size(); i++) {
            Way way = ways.get(i);
            whole.set(i, new Way(way.interventions(), way.forkedAt(), goal.ways.get(i).head(), way.act()));
        }
        return new SavedRun(experiment, whole, active, together);
    }

    /// Whether both begin with the same experiment, their seeds apart. A run that took up models begins at a later stage of
    /// the same experiment.
    public boolean sameExperiment(Experiment other) {
        var own = seedless(experiment);
        if (tookModels() && own.get("agent") instanceof Map<?, ?> agent) {
            var whole = new LinkedHashMap<Object, Object>(agent);
            whole.remove("start-at");
            own.put("agent", whole);
        }
        return own.equals(seedless(other)) || seedless(experiment).equals(seedless(other));
    }

    private boolean tookModels() {
        return ways.stream()
                .flatMap(way -> way.interventions().values().stream())
                .flatMap(List::stream)
                .anyMatch(Intervention.ModelsTaken.class::isInstance);
    }

    private static Map<String, Object> seedless(Experiment experiment) {
        var source = new LinkedHashMap<>(experiment.source());
        source.remove("seed");
        return source;
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

    /// The experiment as its author would write it, on the seed of the run.
    public String yaml() {
        return ExperimentWriter.yaml(source());
    }

    /// What leads a runner there.
    public Command takeUp() {
        return new Command.TakeUp(experiment, ways, active, together);
    }
}
