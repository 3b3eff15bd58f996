/// What a monkey at the window needs: [rewardscope.ui.monkey.Hands] knows what can be done with mouse and keys,
/// [rewardscope.ui.monkey.Watch] catches what goes wrong meanwhile. The monkey itself plays beside the shell.
@NullMarked
package rewardscope.ui.monkey;

import org.jspecify.annotations.NullMarked;
