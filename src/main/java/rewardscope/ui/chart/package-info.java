/// Curves of a run: return, steps, largest change, TD error and whatever else an agent names.
///
/// [rewardscope.ui.chart.ChartPane] shows several [rewardscope.ui.chart.CurveChart]s side by side, each a JFreeChart plot
/// whose [rewardscope.ui.chart.CurveRenderer] draws all points in two paths. Imports `sim` and `ui`; only the shell
/// imports it.
@NullMarked
package rewardscope.ui.chart;

import org.jspecify.annotations.NullMarked;
