/// The world, as large as it fits: one canvas, drawn anew only when something changed.
///
/// [rewardscope.ui.stage.StagePane] is the pane; [rewardscope.ui.stage.StageView] is one canvas with its pointer and
/// keys; a [rewardscope.ui.stage.WorldPainter] knows how one kind of world looks (grid, maze, track, graph, arms, cart
/// and pole, pendulum). A new kind of world adds its painter and a line in [rewardscope.ui.stage.Painters].
/// [rewardscope.ui.stage.GridEditor] paints worlds. Imports `sim`, `env`, `agent` and `ui`; only the shell imports it.
@NullMarked
package rewardscope.ui.stage;

import org.jspecify.annotations.NullMarked;
