package rewardscope.sim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// One branch of a run as what it takes to come back to it: what people did, and where it stands. All else follows from
/// the experiment by replay.
///
/// @param interventions what was done, by the act after which it was done, in order
/// @param forkedAt the act at which it left another branch, −1 for the first
/// @param head the furthest act that it has been at
/// @param act where it stands, at most `head`
public record Way(SortedMap<Long, List<Intervention>> interventions, long forkedAt, long head, long act) {
    /// A run that has not begun.
    public static final Way START = new Way(new TreeMap<>(), -1, 0, 0);

    /// @throws IllegalArgumentException if it stands nowhere between 0 and its head
    public Way {
        if (act < 0 || act > head || forkedAt > head) {
            throw new IllegalArgumentException("act " + act + " of a branch from act " + forkedAt + " to act " + head);
        }
        interventions = copy(interventions);
    }

    private static SortedMap<Long, List<Intervention>> copy(SortedMap<Long, List<Intervention>> interventions) {
        var copy = new TreeMap<Long, List<Intervention>>();
        interventions.forEach((act, list) -> copy.put(act, List.copyOf(list)));
        return Collections.unmodifiableSortedMap(copy);
    }

    /// The same as a branch of its own that has never been further than where it stands.
    public Way here() {
        return new Way(interventions.headMap(act + 1), -1, act, act);
    }

    /// Whether nobody has done or seen anything yet.
    public boolean untouched() {
        return head == 0 && interventions.isEmpty();
    }

    /// Whether the same was done in both before an act.
    boolean sameBefore(long act, Way other) {
        return interventions.headMap(act).equals(other.interventions.headMap(act));
    }

    /// The interventions as lists that can grow.
    TreeMap<Long, List<Intervention>> script() {
        var script = new TreeMap<Long, List<Intervention>>();
        interventions.forEach((at, list) -> script.put(at, new ArrayList<>(list)));
        return script;
    }
}
