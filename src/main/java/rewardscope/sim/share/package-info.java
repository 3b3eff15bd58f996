/// Runs that leave the program and come back: [rewardscope.sim.share.SavedRun] is an experiment with what people did to
/// its run and where it stands, [rewardscope.sim.share.RunTree] writes it as plain maps, and
/// [rewardscope.sim.share.RunText] packs such a tree into a line of text that survives mail and chat, with the digest of
/// the state that whoever opens it must come to.
///
/// Imports `sim` and what `sim` may; no JavaFX and no files.
@NullMarked
package rewardscope.sim.share;

import org.jspecify.annotations.NullMarked;
