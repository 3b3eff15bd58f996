/// Tabular prediction: how good is a policy? Agents that follow a policy and learn V(s) from what happens
/// (Sutton & Barto, 2nd edition, chapters 5 to 7 and 12).
///
/// One file an algorithm, deliberately parallel. Imports `agent`, `env` and `math`; EJML for the least-squares ones.
@NullMarked
package rewardscope.agent.prediction;

import org.jspecify.annotations.NullMarked;
