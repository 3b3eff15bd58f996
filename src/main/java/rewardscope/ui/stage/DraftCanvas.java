package rewardscope.ui.stage;

import java.util.function.Consumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import rewardscope.ui.Canvases;
import rewardscope.ui.theme.Palette;

/// The grid under the brush: a press or a drag paints, so does Space, and the arrow keys with Shift on their way.
public final class DraftCanvas extends Region {
    /// What is done to a cell.
    record Touch(int row, int column, boolean first) {}

    private final Canvas canvas = new Canvas();
    private final Brush brush = new Brush(canvas.getGraphicsContext2D());
    private final DraftHistory history;
    private final Consumer<Touch> touched;
    private Palette palette = Palette.LIGHT;
    private int row;
    private int column;

    DraftCanvas(DraftHistory history, Consumer<Touch> touched) {
        this.history = history;
        this.touched = touched;
        getChildren().add(canvas);
        getStyleClass().add("draft-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleHelp("Arrow keys go from cell to cell, Space paints, 1 to 4 choose the brush");
        setMinSize(120, 90);
        history.now().subscribe(_ -> {
            row = Math.min(row, history.now().get().height() - 1);
            column = Math.min(column, history.now().get().width() - 1);
            speak();
            draw();
        });
        focusedProperty().subscribe(_ -> draw());
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            requestFocus();
            paint(e, true);
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> paint(e, false));
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> history.endStroke());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    void use(Palette palette) {
        this.palette = palette;
        draw();
    }

    int row() {
        return row;
    }

    int column() {
        return column;
    }

    private GridGeometry geometry() {
        GridDraft draft = history.now().get();
        return GridGeometry.of(draft.height(), draft.width(), new Box(0, 0, getWidth(), getHeight()));
    }

    private void paint(MouseEvent e, boolean first) {
        GridGeometry geometry = geometry();
        int r = geometry.rowAt(e.getY());
        int c = geometry.columnAt(e.getX());
        if (geometry.inside(r, c)) {
            row = r;
            column = c;
            touched.accept(new Touch(r, c, first));
            draw();
        }
    }

    private void key(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        switch (e.getCode()) {
            case LEFT -> go(0, -1, e);
            case RIGHT -> go(0, 1, e);
            case UP -> go(-1, 0, e);
            case DOWN -> go(1, 0, e);
            case SPACE, ENTER -> {
                paint();
                e.consume();
            }
            default -> {}
        }
    }

    private void paint() {
        touched.accept(new Touch(row, column, true));
        history.endStroke();
    }

    private void go(int dr, int dc, KeyEvent e) {
        GridDraft draft = history.now().get();
        row = Math.clamp(row + dr, 0, draft.height() - 1);
        column = Math.clamp(column + dc, 0, draft.width() - 1);
        if (e.isShiftDown()) {
            paint();
        }
        speak();
        draw();
        e.consume();
    }

    private void speak() {
        GridDraft draft = history.now().get();
        String what =
                switch (draft.at(row, column)) {
                    case GridDraft.WALL -> "wall";
                    case GridDraft.FREE -> "free";
                    case GridDraft.START -> "start";
                    default ->
                        "reward " + Numbers.signed(draft.reward(row, column)).replace("−", "minus ")
                                + (draft.terminal(row, column) ? ", ends the episode" : "");
                };
        setAccessibleText("row " + row + ", column " + column + ", " + what);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private void draw() {
        if (getWidth() < 4 || getHeight() < 4) {
            return;
        }
        GridDraft draft = history.now().get();
        GridGeometry geometry = geometry();
        brush.begin(new Box(0, 0, getWidth(), getHeight()), palette.paper());
        brush.fill(geometry.whole().inset(-1), palette.hairline());
        for (int r = 0; r < draft.height(); r++) {
            for (int c = 0; c < draft.width(); c++) {
                cell(draft, r, c, geometry.cellAt(r, c));
            }
        }
        if (isFocused()) {
            brush.outline(geometry.cellAt(row, column).inset(1.5), 3, 3, palette.accent());
        }
    }

    private void cell(GridDraft draft, int r, int c, Box box) {
        char symbol = draft.at(r, c);
        Box tile = box.inset(1);
        if (symbol == GridDraft.WALL) {
            brush.fill(box, palette.wall());
            return;
        }
        brush.fill(tile, palette.paper());
        double reward = draft.reward(r, c);
        double size = box.width() * 0.3;
        if (symbol == GridDraft.START) {
            boolean room = box.width() >= 56;
            double word = room ? box.width() * 0.22 : box.width() * 0.5;
            brush.word(room ? "start" : "S", box.centerX(), box.centerY(), word, true, palette.ink());
        } else if (symbol != GridDraft.FREE) {
            var tone = reward > 0 ? palette.reward() : reward < 0 ? palette.punishment() : palette.faintInk();
            if (draft.terminal(r, c)) {
                brush.outline(tile.inset(box.width() * 0.06), 3, Math.clamp(box.width() * 0.05, 1.5, 4), tone);
            }
            if (reward != 0) {
                Marks.signOf(brush, reward, box.centerX(), box.atY(0.27), Math.max(5, box.width() * 0.16), tone);
                brush.number(Numbers.signed(reward), box.centerX(), box.atY(0.57), size, box.width() * 0.76, true, palette.ink());
            } else if (box.width() >= 34) {
                brush.word(draft.terminal(r, c) ? "end" : String.valueOf(symbol), box.centerX(), box.centerY(), size * 0.8, false, palette.faintInk());
            }
            if (draft.collectsOnExit(r, c) && box.width() >= 56) {
                brush.word("exit", box.centerX(), box.atY(0.82), box.width() * 0.14, false, palette.faintInk());
            }
        }
    }

    @Override
    protected void layoutChildren() {
        if (Canvases.fit(canvas, getWidth(), getHeight())) {
            draw();
        }
    }
}
