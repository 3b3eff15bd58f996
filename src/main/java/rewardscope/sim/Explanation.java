package rewardscope.sim;

import rewardscope.agent.StepEvent;

/// Why an entry of a table has the value that it has.
public sealed interface Explanation {
    StepEvent.Place place();

    /// An update wrote it.
    ///
    /// @param act the act that wrote it last
    /// @param event the record of that act
    record Changed(StepEvent.Place place, long act, StepEvent event) implements Explanation {}

    /// It has the value that it began with.
    record Untouched(StepEvent.Place place, double value) implements Explanation {}

    /// It changed, but no act wrote it by name: it is worked out from weights that other updates share.
    record Derived(StepEvent.Place place, double before, double value) implements Explanation {}

    /// It was not written in the acts that were looked through.
    ///
    /// @param since the first of these acts
    record Unchanged(StepEvent.Place place, long since) implements Explanation {}
}
