package rewardscope.ui.table;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import rewardscope.agent.StepEvent.Place;
import rewardscope.ui.stage.Numbers;

/// One cell that can be seen: paints itself from the latest frame and changes only what differs.
final class NumberCell extends TableCell<Integer, Integer> {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
    private static final PseudoClass POINTED_ROW = PseudoClass.getPseudoClass("pointed-row");
    private static final PseudoClass PINNED = PseudoClass.getPseudoClass("pinned");
    private static final PseudoClass GREEDY = PseudoClass.getPseudoClass("greedy");

    private final TablePane pane;
    private final Optional<Contents.Column> column;
    private double painted = Double.NEGATIVE_INFINITY;

    NumberCell(TablePane pane, Optional<Contents.Column> column) {
        this.pane = pane;
        this.column = column;
        getStyleClass().add(column.isPresent() ? "number-cell" : "name-cell");
        setAlignment(column.isPresent() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        setOnMouseEntered(_ -> point(place()));
        setOnMouseExited(_ -> point(Optional.empty()));
        setOnMouseClicked(_ -> place().ifPresent(pane::explain));
    }

    private void point(Optional<Place> place) {
        pane.pointing().place().set(place);
        boolean value = column.filter(c -> c.kind() != Contents.Kind.TRACE).isPresent();
        pane.pointing().cell().set(value ? place : Optional.empty());
    }

    @Override
    protected void updateItem(Integer row, boolean empty) {
        super.updateItem(row, empty);
        painted = Double.NEGATIVE_INFINITY;
        paint();
    }

    /// Whether the row that this cell stands for is in view.
    boolean isShown(TableView<Integer> table) {
        return !isEmpty() && getTableRow() != null && getTableRow().isVisible()
                && getTableRow().getBoundsInParent().getMinY() >= 0
                && getTableRow().getBoundsInParent().getMaxY() <= table.getHeight() - 24;
    }

    private boolean filled() {
        return !isEmpty() && getIndex() >= 0 && pane.contents().filter(c -> getIndex() < c.rows()).isPresent();
    }

    private Optional<Place> place() {
        if (!filled()) {
            return Optional.empty();
        }
        Contents contents = pane.contents().orElseThrow();
        return Optional.of(column.map(c -> contents.place(getIndex(), c))
                .orElseGet(() -> contents.arms() ? new Place(0, getIndex()) : Place.of(getIndex())));
    }

    void paint() {
        if (!filled()) {
            if (getText() != null) {
                setText(null);
            }
            state(false, false, false, false, false);
            return;
        }
        Contents contents = pane.contents().orElseThrow();
        int row = getIndex();
        if (column.isPresent()) {
            double value = contents.value(row, column.get());
            if (Double.doubleToLongBits(value) != Double.doubleToLongBits(painted)) {
                painted = value;
                setText(Numbers.brief(value));
            }
        } else if (!pane.nameOf(row).equals(getText())) {
            setText(pane.nameOf(row));
        }
        Optional<Place> here = place();
        Optional<Place> pointed = pane.pointing().place().get();
        boolean inRow = pointed.filter(p -> contents.rowOf(p) == row).isPresent();
        boolean value = column.filter(c -> c.kind() != Contents.Kind.TRACE).isPresent();
        state(
                value && contents.changed().equals(here),
                value && pointed.equals(here),
                inRow,
                value && pane.pointing().pinned().get().equals(here),
                column.filter(c -> contents.greedy(row, c)).isPresent());
    }

    private void state(boolean changed, boolean pointed, boolean pointedRow, boolean pinned, boolean greedy) {
        pseudoClassStateChanged(CHANGED, changed);
        pseudoClassStateChanged(POINTED, pointed);
        pseudoClassStateChanged(POINTED_ROW, pointedRow);
        pseudoClassStateChanged(PINNED, pinned);
        pseudoClassStateChanged(GREEDY, greedy);
    }
}
