/// Learning curves over several seeds with their interval, two or more agents on the same seeds, and a verdict in words.
///
/// [rewardscope.ui.compare.ComparePane] asks and shows: [rewardscope.ui.compare.ContestantList] holds who takes part,
/// [rewardscope.ui.compare.FiguresBox] the curves and the differences. The runs are those of
/// [rewardscope.sim.comparison.Comparison], on threads of their own. Imports `sim`, `agent`, `lesson`, `math`, `ui.stage`
/// (its brush) and `ui`; only the shell imports it.
@NullMarked
package rewardscope.ui.compare;

import org.jspecify.annotations.NullMarked;
