/// The rat on the linear track: [rewardscope.env.track.TrackSpec] as cells in a row (a finite model),
/// [rewardscope.env.track.ContinuousTrackSpec] as a position between 0 and 1.
///
/// The start (top) is 0, the food is at the other end; `up` moves towards the food, `down` back towards the start,
/// where the end of the track stops it. `step-reward` is added to every move, the one that reaches the food included.
///
/// Imports `env` and `math`.
@NullMarked
package rewardscope.env.track;

import org.jspecify.annotations.NullMarked;
