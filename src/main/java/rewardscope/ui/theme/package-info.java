/// Colours by meaning, fonts and style sheets. Everything drawn takes its colours from [rewardscope.ui.theme.Palette],
/// so that one meaning has one colour from the bandit to the language lab, in every theme.
@NullMarked
package rewardscope.ui.theme;

import org.jspecify.annotations.NullMarked;
