/// Tabular control: agents that act, and learn Q(s, a) from what happens.
///
/// One file an algorithm, deliberately parallel. [rewardscope.agent.control.QTable] holds the table, and
/// [rewardscope.agent.control.Behaviour] draws the actions (ε-greedy, or softmax where `beta` is set).
@NullMarked
package rewardscope.agent.control;

import org.jspecify.annotations.NullMarked;
