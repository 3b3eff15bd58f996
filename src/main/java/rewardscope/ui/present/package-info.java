/// What a lecturer has in front of a class: a pointer that can be seen on every theme, a blank screen, a vote with a
/// countdown, and notes on demand. [rewardscope.ui.present.PresenterLayer] lays them over the window and has their keys;
/// which of the window's parts are shown is the shell's.
@NullMarked
package rewardscope.ui.present;

import org.jspecify.annotations.NullMarked;
