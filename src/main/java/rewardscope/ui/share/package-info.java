/// What leaves the window and comes back: the session that the next start takes up ([rewardscope.ui.share.SessionKeeper]),
/// runs as texts and files ([rewardscope.ui.share.Sharing]), and what is for other programs ([rewardscope.ui.share.Exports]):
/// pictures as pixels or vectors, moving pictures, tables, each with its stamp.
///
/// It knows the window only as what its hosts tell it. View code: JavaFX is used freely; files are written off the JavaFX
/// thread.
@NullMarked
package rewardscope.ui.share;

import org.jspecify.annotations.NullMarked;
