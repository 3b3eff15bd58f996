package rewardscope.ui.lesson;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// ✓ and ✗: right and wrong in shape and colour, and in words for a screen reader.
final class Marks {
    static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private Marks() {}

    /// @param right null for no mark
    static void set(Label label, @Nullable Boolean right) {
        boolean isRight = Boolean.TRUE.equals(right);
        boolean isWrong = Boolean.FALSE.equals(right);
        label.setText(isRight ? "✓" : isWrong ? "✗" : "");
        label.setAccessibleText(isRight ? "right" : isWrong ? "wrong" : "");
        label.pseudoClassStateChanged(RIGHT, isRight);
        label.pseudoClassStateChanged(WRONG, isWrong);
    }
}
