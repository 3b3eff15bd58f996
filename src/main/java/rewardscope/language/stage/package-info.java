/// The stages of the language lab as acts of one agent, [rewardscope.language.stage.Pipeline]: an agent type is a list
/// of stages, and `pipeline` has all of them. What a stage leaves behind (weights by name, labels, measures) lies in
/// [rewardscope.language.stage.Lab], where the next one finds it.
///
/// | stage | act | leaves |
/// | --- | --- | --- |
/// | [rewardscope.language.stage.TokenTraining] | one minibatch | `base`, then `sft` |
/// | [rewardscope.language.stage.Labelling] | one comparison | labels |
/// | [rewardscope.language.stage.RewardModelling] | one minibatch | `reward` |
/// | [rewardscope.language.stage.RlhfPpo] | one token, the scores of a batch, one minibatch | `ppo`, `critic` |
/// | [rewardscope.language.stage.RlhfReinforce] | one token, the scores of a batch, one minibatch | `reinforce` |
/// | [rewardscope.language.stage.Dpo] | one minibatch | `dpo` |
/// | [rewardscope.language.stage.Evaluation] | one answer | the true quality of one of them |
///
/// Only weights that are there and the stage that is running are part of a snapshot. Samplers, graphs and the tokens of
/// labels are made again when they are needed.
///
/// Imports agent, nn, compute, math and the other packages of the lab.
@NullMarked
package rewardscope.language.stage;

import org.jspecify.annotations.NullMarked;
