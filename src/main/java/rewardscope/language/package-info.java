/// The language lab: a toy world of words, and the stages by which a small transformer learns to speak in it, from
/// next-token prediction to answers that people prefer.
///
/// - [rewardscope.language.loss]: the losses of learning from feedback, each with its gradient.
///
/// Imports agent, nn, env. Imported by sim and above.
@NullMarked
package rewardscope.language;

import org.jspecify.annotations.NullMarked;
