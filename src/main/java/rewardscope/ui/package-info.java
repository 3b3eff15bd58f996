/// The window: the only room that knows JavaFX. Panes are shown immutable frames and send commands; they never touch a
/// simulation. Sub-packages: `theme` (colours by meaning, fonts, style sheets), `formula` (typeset mathematics),
/// `lesson` (text and exercises), `equation`, `stage` (the world and its editor), `chart`, `table`, `shell` (window,
/// transport, library, playground, pictures).
///
/// Imports `sim` and `lesson`; nobody imports it but `Main`.
@NullMarked
package rewardscope.ui;

import org.jspecify.annotations.NullMarked;
