/// Language models: agents that learn to continue a text.
///
/// [rewardscope.agent.language.NextToken] trains a tiny GPT by cross-entropy, one minibatch an act.
/// [rewardscope.agent.language.LanguageLook] is what it makes of the text at one moment, for panes; it is worked out
/// only when somebody asks, from random numbers of its own, and never touches the run.
///
/// Imports agent, env, nn, compute, math.
@NullMarked
package rewardscope.agent.language;

import org.jspecify.annotations.NullMarked;
