/// Agents that do not learn: at random, by a script, or by a person's hand. They work in every world, so they are what
/// one looks at a new world with, and what a learner is compared with.
///
/// [rewardscope.agent.nolearning.Play] sees any environment as a list of numbered actions. Imports `agent`, `env` and
/// `math`.
@NullMarked
package rewardscope.agent.nolearning;

import org.jspecify.annotations.NullMarked;
