package rewardscope.ui.stage;

import java.util.ArrayList;
import java.util.List;
import rewardscope.agent.Components;
import rewardscope.agent.StepEvent;
import rewardscope.agent.planning.Backups;

/// Where the number came from that the last act wrote: the arrows from next states to this one.
///
/// @param weight the probability that it counted with
record Backup(int from, int to, double weight) {

    /// One arrow for a sampled transition, one an outcome for an expected one; none for other acts.
    static List<Backup> of(StepEvent event) {
        var changed = event.changed();
        if (changed.isEmpty()) {
            return List.of();
        }
        int to = changed.get().state();
        if (event.move().isPresent()) {
            var move = event.move().get();
            return move.from() == to && move.to() != to ? List.of(new Backup(move.to(), to, 1)) : List.of();
        }
        var arrows = new ArrayList<Backup>();
        if (event instanceof Record values && Components.of(values).get("outcomes") instanceof List<?> outcomes) {
            for (Object each : outcomes) {
                if (each instanceof Backups.Outcome outcome && outcome.nextState() != to) {
                    arrows.add(new Backup(outcome.nextState(), to, outcome.probability()));
                }
            }
        }
        return arrows;
    }

    /// Whether the record says that its action was drawn at random.
    static boolean explored(StepEvent event) {
        return event instanceof Record values && Boolean.TRUE.equals(Components.of(values).get("explored"));
    }
}
