/// Learning curves over several seeds with their interval, two or more agents on the same seeds, and a verdict in words.
///
/// [rewardscope.ui.compare.ComparePane] asks and shows, [rewardscope.ui.compare.CurvesFigure] draws; the runs are
/// [rewardscope.sim.Comparison]'s, on threads of their own. Imports `sim`, `agent`, `math`, `ui.stage` (its brush) and
/// `ui`; only the shell imports it.
@NullMarked
package rewardscope.ui.compare;

import org.jspecify.annotations.NullMarked;
