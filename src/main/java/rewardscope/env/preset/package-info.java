/// Ready-made environments by name. Each is written in the format of experiments, as what stands under `environment:`,
/// so that it can be read, shown, copied and changed like an author's own; its first line is a comment with its title.
///
/// Imports nothing but the library's own resources.
@NullMarked
package rewardscope.env.preset;

import org.jspecify.annotations.NullMarked;
