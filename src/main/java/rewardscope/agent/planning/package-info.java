/// Planning with the model: dynamic programming (Sutton & Barto, 2nd edition, chapter 4) and the exact linear solution.
///
/// One act is the backup of one state. Sweeps are synchronous (a second table) unless `in-place` is set.
@NullMarked
package rewardscope.agent.planning;

import org.jspecify.annotations.NullMarked;
