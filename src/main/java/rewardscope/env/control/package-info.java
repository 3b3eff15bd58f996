/// The classic control worlds: poles, carts and torques, integrated as their public definitions do it.
///
/// [rewardscope.env.control.ControlSpec] says what an author wrote. Each world is one file with its constants, its
/// equations of motion and its rules; [rewardscope.env.control.ControlEnvironment] keeps the books of episodes for all.
/// Where Gymnasium rounds observations to 32 bits, these keep the 64 of the state.
///
/// A learner's hand may push ([rewardscope.env.control.ControlEnvironment#push]): an extra force during the next step.
///
/// Imports `env` and `math`.
@NullMarked
package rewardscope.env.control;

import org.jspecify.annotations.NullMarked;
