package rewardscope.ui.lesson;

import static javafx.stage.PopupWindow.AnchorLocation.CONTENT_BOTTOM_LEFT;
import static javafx.stage.PopupWindow.AnchorLocation.CONTENT_TOP_LEFT;

import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import rewardscope.course.Glossary;
import rewardscope.lesson.PlainWords;
import rewardscope.ui.formula.FormulaNode;

/// What the symbols of a formula mean, a line each: shown while the formula is pointed at or has the keyboard; a click or
/// Enter opens the glossary.
final class SymbolHint {
    private static final int MOST = 7;
    private static final double WIDTH = 420;
    private static final double GAP = 6;

    private final Tooltip tooltip = new Tooltip();
    private final PauseTransition moment = new PauseTransition(Duration.millis(250));
    private final FormulaNode formula;
    private final List<Glossary.Entry> entries;

    SymbolHint(FormulaNode formula, List<Glossary.Entry> entries, Consumer<Glossary.Entry> define) {
        this.formula = formula;
        this.entries = entries;
        tooltip.setText(words("\n"));
        tooltip.setWrapText(true);
        tooltip.setPrefWidth(WIDTH);
        tooltip.setMaxWidth(WIDTH);
        tooltip.setAutoHide(false);
        moment.setOnFinished(_ -> show());
        formula.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> moment.playFromStart());
        formula.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hide());
        formula.sceneProperty().addListener((_, _, _) -> hide());
        if (formula.isHover()) {
            moment.playFromStart();
        }
        formula.getStyleClass().add("lesson-explained");
        formula.setAccessibleHelp(words(" "));
        formula.setOnMouseClicked(_ -> open(define));
        formula.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(define);
                event.consume();
            }
        });
        formula.focusedProperty().addListener((_, _, focused) -> focus(focused));
    }

    private void open(Consumer<Glossary.Entry> define) {
        hide();
        define.accept(entries.getFirst());
    }

    /// After a moment only: the lesson first scrolls to what has the keyboard.
    private void focus(boolean focused) {
        if (focused) {
            moment.playFromStart();
        } else {
            hide();
        }
    }

    /// On the side of the formula where the window has more room.
    private void show() {
        if (formula.getScene() == null || formula.getScene().getWindow() == null) {
            return;
        }
        boolean above = formula.localToScene(0, 0).getY() > formula.getScene().getHeight() / 2;
        var place = formula.localToScreen(0, above ? -GAP : formula.getHeight() + GAP);
        tooltip.setAnchorLocation(above ? CONTENT_BOTTOM_LEFT : CONTENT_TOP_LEFT);
        tooltip.show(formula, place.getX(), place.getY());
    }

    private void hide() {
        moment.stop();
        tooltip.hide();
    }

    private String words(String between) {
        return String.join(between, entries.stream()
                .limit(MOST)
                .map(entry -> entry.term() + ": " + PlainWords.of(entry.meaning()))
                .toList());
    }
}
