/// The composition root: [rewardscope.Main] puts the command line and the window together by constructors, and nothing
/// else lives here. The rooms below it, in the order in which they may import one another: `math`, `compute`, `env`,
/// `nn`, `agent`, `lesson`, `sim`, then `cli` and `ui` side by side.
@NullMarked
package rewardscope;

import org.jspecify.annotations.NullMarked;
