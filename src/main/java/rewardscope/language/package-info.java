/// The language lab: a toy world of words, and the stages by which a small transformer learns to speak in it, from
/// next-token prediction to answers that people prefer.
///
/// - [rewardscope.language.world]: the toy world: a grammar as data, words, prompts, demonstrations, quality by rule.
/// - [rewardscope.language.loss]: the losses of learning from feedback, each with its gradient.
/// - [rewardscope.language.feedback]: labels of every kind, the file that keeps them, simulated annotators.
/// - [rewardscope.language.stage]: the stages as agents; what panes may ask of them is in `LanguageLab`.
///
/// Imports agent, nn, env. Imported by sim and above.
@NullMarked
package rewardscope.language;

import org.jspecify.annotations.NullMarked;
