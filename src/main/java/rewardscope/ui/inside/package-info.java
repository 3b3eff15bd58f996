/// Looking inside a learner: what an update is made of, as pictures that are drawn while it happens.
///
/// [rewardscope.ui.inside.InsidePane] is one tab; each [rewardscope.ui.inside.Figure] is a picture that can be chosen
/// where the agent has what it shows: the clipped objective over this minibatch's ratios, the policy before and after,
/// advantages along the batch, the replay buffer, two networks. A figure is a function of the frame and keeps nothing.
/// Imports `sim`, `agent`, `ui.stage` (its brush) and `ui`; only the shell imports it.
@NullMarked
package rewardscope.ui.inside;

import org.jspecify.annotations.NullMarked;
