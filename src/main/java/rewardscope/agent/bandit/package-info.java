/// Bandits: one situation, several arms (Sutton & Barto, 2nd edition, chapter 2).
///
/// One file a rule of choosing, deliberately parallel: choose an arm, pull it, learn from the reward. One act is one
/// pull. [rewardscope.agent.bandit.Estimates] keeps what the arms have paid on average, and
/// [rewardscope.agent.bandit.BanditAgent] what all rules have in common. Imports `agent`, `env` and `math`.
@NullMarked
package rewardscope.agent.bandit;

import org.jspecify.annotations.NullMarked;
