/// Policy gradients: agents whose policy is a network, improved by gradient ascent on the expected return.
///
/// One file an algorithm, deliberately parallel, from `reinforce` to `ppo`; what they differ in is the lesson. What they
/// share has files of its own: the policy ([rewardscope.agent.gradient.SoftmaxPolicy],
/// [rewardscope.agent.gradient.GaussianPolicy]), advantages ([rewardscope.agent.gradient.Advantages]), the clipped
/// objective ([rewardscope.agent.gradient.ClippedObjective]), collected experience
/// ([rewardscope.agent.gradient.Rollout]), and a network with its optimiser ([rewardscope.agent.gradient.Learner]).
///
/// An algorithm with phases is a `switch` over them, named after the lines of its pseudocode; each phase is one act with
/// a record of its own. `Mark.UPDATE` is set when a batch has become a change of the policy, at its last minibatch.
/// Imports `agent`, `env`, `nn` and `math`.
@NullMarked
package rewardscope.agent.gradient;

import org.jspecify.annotations.NullMarked;
