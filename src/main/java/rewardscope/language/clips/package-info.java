/// RLHF before language models: preferences between two clips of a trajectory train a reward, and a policy is trained on
/// it without ever seeing the true one (Christiano et al. 2017).
///
/// [rewardscope.language.clips.PreferencePpo] is the agent; [rewardscope.language.clips.Judge] stands between it and the
/// world, hands out the learned reward and remembers what happened for clips.
///
/// Imports agent, env, nn, math and the losses of the lab.
@NullMarked
package rewardscope.language.clips;

import org.jspecify.annotations.NullMarked;
