/// Sliders for the numbers that may be changed between two acts.
///
/// [rewardscope.ui.parameters.ParametersPane] shows a [rewardscope.ui.parameters.ParameterRow] for each;
/// [rewardscope.ui.parameters.SliderScale] says how a slider's way maps onto values, [rewardscope.ui.parameters.NumberText]
/// reads what is typed. Imports `sim`, `agent` and `ui`; only the shell imports it.
@NullMarked
package rewardscope.ui.parameters;

import org.jspecify.annotations.NullMarked;
