/// Typeset mathematics: LaTeX in, outlines out. [rewardscope.ui.formula.Formulas] lays a formula out on any thread and
/// keeps it; [rewardscope.ui.formula.FormulaNode] puts the outlines into the scene, crisp at every scale, with a
/// baseline and with words for a screen reader. LaTeX that cannot be read becomes a sentence, never an exception.
///
/// Owns what is known about JLaTeXMath and AWT (its fonts are not JavaFX's, so glyphs are drawn as filled outlines);
/// nothing outside this package names either. Needs `java.awt.headless=true`.
@NullMarked
package rewardscope.ui.formula;

import org.jspecify.annotations.NullMarked;
