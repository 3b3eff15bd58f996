/// A small transformer and what it takes to train it, on any compute backend, in float32.
///
/// - [rewardscope.nn.Tape]: tensors with reverse-mode differentiation, recorded once and replayed every step.
/// - [rewardscope.nn.Gpt]: configuration and weights of a pre-LN GPT; [rewardscope.nn.GptGraph]: its forward and backward
///   for one batch shape, every activation and gradient readable by name; [rewardscope.nn.GptSampler]: token by token
///   with a key-value cache.
/// - [rewardscope.nn.GptOptimiser], [rewardscope.nn.LearningRate]: SGD, Adam, AdamW, clipping, schedules.
/// - [rewardscope.nn.TinyGptTraining]: a whole run that steps one minibatch at a time, snapshots and stops on NaN.
/// - [rewardscope.nn.Safetensors]: weights on disk.
/// - `rewardscope.nn.mlp`: small dense networks for policies, values and Q.
///
/// Conventions: weights are `W[out][in]`, y = W x + b. B sequences of T positions, C channels, V tokens. A loss is the
/// mean over the targets that count, in nats.
///
/// Imports: compute, math. Imported by: agent, language.
@NullMarked
package rewardscope.nn;

import org.jspecify.annotations.NullMarked;
