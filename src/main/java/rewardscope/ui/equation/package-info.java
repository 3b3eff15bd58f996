/// The equation of the last act: symbols over this step's numbers, term by term, with the words of what happened.
///
/// An equation is data ([rewardscope.agent.Equation]); [rewardscope.ui.equation.EquationReader] turns it into parts,
/// [rewardscope.ui.equation.EquationView] into columns of a symbol and its number, and every frame only changes the
/// numbers. [rewardscope.ui.equation.EquationPane] adds the sentence, the pointing and the explanation of a cell.
@NullMarked
package rewardscope.ui.equation;

import org.jspecify.annotations.NullMarked;
