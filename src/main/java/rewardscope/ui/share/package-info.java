/// What leaves the window and comes back: the session that the next start takes up ([rewardscope.ui.share.SessionKeeper]).
///
/// It knows the window only as what its hosts tell it. View code: JavaFX is used freely; files are written off the JavaFX
/// thread.
@NullMarked
package rewardscope.ui.share;

import org.jspecify.annotations.NullMarked;
