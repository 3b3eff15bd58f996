/// The losses of learning from human feedback, in float64, each with its gradient written out beside it.
///
/// - [rewardscope.language.loss.BradleyTerry]: pairs; [rewardscope.language.loss.RankingLoss]: rankings of K answers.
/// - [rewardscope.language.loss.KlPenalty]: rewards token by token with the penalty for leaving the reference.
/// - [rewardscope.language.loss.TokenAdvantages], [rewardscope.language.loss.PpoLoss]: what PPO does with them.
/// - [rewardscope.language.loss.DpoLoss]: preferences without a reward model.
///
/// They know no network: rewards and log-probabilities come in as arrays, slopes with respect to them go out.
///
/// Imports agent (advantages). Imported by `rewardscope.language`.
@NullMarked
package rewardscope.language.loss;

import org.jspecify.annotations.NullMarked;
