/// From an experiment to a run that can be watched: [rewardscope.sim.Experiment] (checked, complete),
/// [rewardscope.sim.Simulation] (environment and agent, advanced act by act, counted), [rewardscope.sim.Timeline]
/// (keyframes and replay: any act of the past again, bit for bit) and [rewardscope.sim.Runner] (a thread of its own,
/// commands in, frames out).
///
/// Imports everything but `cli` and `ui`, and no JavaFX. It owns the way of the data: panes send commands and receive
/// immutable frames; nothing turns back.
@NullMarked
package rewardscope.sim;

import org.jspecify.annotations.NullMarked;
