/// Function approximation: agents that see a vector of numbers, and learn weights instead of a table.
///
/// [rewardscope.agent.approximation.Sight] is what such an agent sees of any environment: the observation, scaled if
/// asked for, or in a finite world the indicator of the state. The policy-gradient agents use it too. Linear methods
/// work on [rewardscope.agent.approximation.Features]; `dqn` on a network. Imports `agent`, `env`, `nn` and `math`.
@NullMarked
package rewardscope.agent.approximation;

import org.jspecify.annotations.NullMarked;
