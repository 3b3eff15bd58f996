/// Randomness that can be saved and restored, state that can be exchanged with a snapshot, and small statistics.
///
/// Every room may import this package; it imports none of them. It owns the one way in which state is saved
/// ([rewardscope.math.StateExchange]): a single method names each field once, so that saving and restoring cannot
/// drift apart.
@NullMarked
package rewardscope.math;

import org.jspecify.annotations.NullMarked;
