/// What every algorithm shares: the smallest teachable act ([rewardscope.agent.Agent#advance]), its complete record
/// ([rewardscope.agent.StepEvent]), the equation as data ([rewardscope.agent.Equation]), hyper-parameters that a slider
/// may move between two steps, and the description by which a type is found ([rewardscope.agent.AgentType]).
///
/// Imports `env`, `math` and `nn`. One file an algorithm, by family, in the packages below this one; siblings are
/// deliberately parallel, so that the difference between two files *is* the lesson.
///
/// An act is two calls: `advance()` does the arithmetic into fields, `event()` makes the immutable record of it. Nobody
/// watching means nobody calls `event()`, and then a step costs what the arithmetic costs, whatever the compiler makes
/// of it. To add an algorithm: write one file with its record, its equation and its `TYPE`, name it in
/// [rewardscope.agent.AgentCatalogue], add a test and a lesson.
///
/// [rewardscope.agent.TabularAgent] is what walks through finite worlds; [rewardscope.agent.Trajectory],
/// [rewardscope.agent.Window], [rewardscope.agent.Traces] and [rewardscope.agent.ReturnSoFar] are the memories that
/// algorithms of several families share. An agent that learns after an episode marks the episode as ended with its last
/// act on it, so that "stop after two episodes" includes what was learned from the second.
@NullMarked
package rewardscope.agent;

import org.jspecify.annotations.NullMarked;
