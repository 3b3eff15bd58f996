/// Finite decision processes written out state by state: [rewardscope.env.mdp.MdpSpec].
///
/// Reaching a `terminal` state ends the episode; terminal states offer no actions and keep the value 0. Without
/// `start`, episodes start in every other state with equal probability. An action that has no transition from a state
/// is not available there.
///
/// Imports `env` and `math`.
@NullMarked
package rewardscope.env.mdp;

import org.jspecify.annotations.NullMarked;
