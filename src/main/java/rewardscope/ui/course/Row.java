package rewardscope.ui.course;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// Lines of text that can be chosen as a button can, and break where the page is narrow as a button's cannot.
final class Row extends VBox {
    private final Runnable chosen;

    Row(String words, Runnable chosen, Node... lines) {
        super(2, lines);
        this.chosen = chosen;
        getStyleClass().add("course-hit");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(words);
        setOnMouseClicked(_ -> choose());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                choose();
                event.consume();
            }
        });
    }

    void choose() {
        chosen.run();
    }
}
