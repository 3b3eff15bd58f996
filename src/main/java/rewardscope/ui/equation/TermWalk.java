package rewardscope.ui.equation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.input.KeyEvent;
import rewardscope.ui.theme.Palette;

/// The keyboard in an equation: one stop of the Tab key, the arrows go from term to term.
final class TermWalk {
    private final EquationView view;
    private final Supplier<Palette> palette;
    private final BiConsumer<Cell, Boolean> whenPointed;
    private int focused;

    /// @param whenPointed told as if the pointer had entered (true) or left (false) a term's number
    TermWalk(EquationView view, Supplier<Palette> palette, BiConsumer<Cell, Boolean> whenPointed) {
        this.view = view;
        this.palette = palette;
        this.whenPointed = whenPointed;
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        view.focusedProperty().addListener((_, _, on) -> focus(on));
    }

    /// The number that the keyboard is on.
    Optional<Cell> focusedCell() {
        List<Cell> shown = shownCells();
        boolean here = view.getScene() != null && view.getScene().getFocusOwner() == view;
        return here && !shown.isEmpty() ? Optional.of(shown.get(Math.min(focused, shown.size() - 1))) : Optional.empty();
    }

    /// Takes the keyboard to a number.
    void goTo(Cell cell) {
        focus(false);
        focused = Math.max(0, shownCells().indexOf(cell));
        view.requestFocus();
        focus(true);
    }

    private List<Cell> shownCells() {
        return view.cells().stream()
                .filter(Cell::visible)
                .sorted(Comparator.<Cell>comparingDouble(cell -> cell.number.getY())
                        .thenComparingDouble(cell -> cell.ground.getLayoutX()))
                .toList();
    }

    private void key(KeyEvent event) {
        int last = shownCells().size() - 1;
        int next =
                switch (event.getCode()) {
                    case LEFT, UP -> Math.max(0, focused - 1);
                    case RIGHT, DOWN -> Math.min(last, focused + 1);
                    case HOME -> 0;
                    case END -> last;
                    default -> -1;
                };
        if (next >= 0 && !event.isShortcutDown() && !event.isAltDown()) {
            focus(false);
            focused = next;
            focus(true);
            event.consume();
        }
    }

    private void focus(boolean on) {
        List<Cell> shown = shownCells();
        if (!shown.isEmpty()) {
            Cell cell = shown.get(Math.min(focused, shown.size() - 1));
            cell.markFocused(on, palette.get());
            whenPointed.accept(cell, on);
        }
    }
}
