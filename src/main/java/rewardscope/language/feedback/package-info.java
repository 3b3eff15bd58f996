/// What people say about answers, and people who are simulated.
///
/// - [rewardscope.language.feedback.Feedback]: one piece of it, of any kind; [rewardscope.language.feedback.LabelStore]
///   keeps it on disk; [rewardscope.language.feedback.Comparison] is what a reward model learns from.
/// - [rewardscope.language.feedback.Annotator], [rewardscope.language.feedback.Crowd]: annotators with a taste, noise,
///   biases and bad intentions; [rewardscope.language.feedback.Agreement]: how far they agree.
///
/// Imports math and `rewardscope.language.world`.
@NullMarked
package rewardscope.language.feedback;

import org.jspecify.annotations.NullMarked;
