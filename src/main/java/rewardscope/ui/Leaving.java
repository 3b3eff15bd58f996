package rewardscope.ui;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Lets the keyboard out of places that would keep it.
public final class Leaving {
    private Leaving() {}

    /// Tab goes on to what comes after a text, and Shift+Tab back, as everywhere else: no text that is written here has a
    /// tab in it.
    public static void byTab(TextArea text) {
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown() && !event.isAltDown()) {
                text.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        });
        text.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals("\t")) {
                event.consume();
            }
        });
    }
}
