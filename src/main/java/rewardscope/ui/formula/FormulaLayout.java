package rewardscope.ui.formula;

import java.util.Optional;

/// A formula laid out, in ems: one unit is the size of the type that it is shown at.
///
/// @param latex what was laid out
/// @param width of the whole
/// @param ascent from the baseline up
/// @param depth from the baseline down
/// @param outline the shapes as SVG path data, in thousandths of an em, y downwards, the baseline at 0
/// @param words for a screen reader
/// @param problem why it could not be laid out, as a sentence; then the outline is empty
public record FormulaLayout(
        String latex,
        double width,
        double ascent,
        double depth,
        String outline,
        String words,
        Optional<String> problem) {

    static FormulaLayout broken(String latex, String sentence) {
        return new FormulaLayout(latex, 0, 0, 0, "", sentence, Optional.of(sentence));
    }
}
