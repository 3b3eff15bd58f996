/// The window itself: library, lesson, stage and panes put together, the transport bar, the playground, presenter mode,
/// and pictures of all this without a display.
///
/// Imports every other `ui` package, `sim` and `lesson`. It owns the runner of each simulation that is open, and the
/// pump that hands a frame to the visible panes once a pulse.
@NullMarked
package rewardscope.ui.shell;

import org.jspecify.annotations.NullMarked;
