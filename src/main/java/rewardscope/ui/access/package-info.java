/// What the window does for those who see, hear or move otherwise: still pictures, TD errors as tones, larger text.
///
/// [rewardscope.ui.access.AccessPage] is the page of these choices, [rewardscope.ui.access.AccessFile] keeps them between
/// two starts, [rewardscope.ui.access.TdTones] plays. Imports `sim`, `agent`, `store` and `ui.course` (its overlay); only
/// the shell imports it.
@NullMarked
package rewardscope.ui.access;

import org.jspecify.annotations.NullMarked;
