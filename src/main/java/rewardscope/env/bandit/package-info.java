/// Bandits: one situation, several arms. [rewardscope.env.bandit.BanditSpec] says what an author wrote,
/// [rewardscope.env.bandit.BanditEnvironment] is pulled.
///
/// The true means are drawn once, when the environment is made, from its own stream: a seed is a problem, and every
/// agent with that seed meets the same one. Gaussian means are drawn from N(`mean`, 1), Bernoulli ones uniformly from
/// [0, 1]. `drift` is the standard deviation of the step that every mean takes after each pull.
///
/// Imports `env` and `math`.
@NullMarked
package rewardscope.env.bandit;

import org.jspecify.annotations.NullMarked;
