/// Several agents in one world on the same seeds, and what can honestly be said about their difference.
///
/// [rewardscope.sim.comparison.Comparison] runs them in the background; a [rewardscope.sim.comparison.Measure] makes a
/// number and a curve of each run; a [rewardscope.sim.comparison.Verdict] compares the numbers pair by pair on the same
/// seeds, with intervals wide enough that all of them hold at once, and is given only when all runs are over: who looks
/// at it run by run and stops when it suits proves nothing. Knows no JavaFX.
@NullMarked
package rewardscope.sim.comparison;

import org.jspecify.annotations.NullMarked;
