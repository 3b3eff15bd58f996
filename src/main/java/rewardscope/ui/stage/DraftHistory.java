package rewardscope.ui.stage;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The grid as it is drawn now, and the ways back and forth.
final class DraftHistory {
    private static final int MOST = 500;

    private final ReadOnlyObjectWrapper<GridDraft> now;
    private final Deque<GridDraft> past = new ArrayDeque<>();
    private final Deque<GridDraft> future = new ArrayDeque<>();
    private boolean stroke;

    DraftHistory(GridDraft first) {
        now = new ReadOnlyObjectWrapper<>(first);
    }

    ReadOnlyObjectProperty<GridDraft> now() {
        return now.getReadOnlyProperty();
    }

    /// Starts over with another grid; the way back is kept.
    void change(GridDraft to) {
        if (to.equals(now.get())) {
            return;
        }
        if (!stroke || past.isEmpty()) {
            past.push(now.get());
            if (past.size() > MOST) {
                past.removeLast();
            }
        }
        future.clear();
        now.set(to);
    }

    /// Changes until the stroke ends are undone at once.
    void beginStroke(GridDraft first) {
        stroke = false;
        change(first);
        stroke = true;
    }

    void endStroke() {
        stroke = false;
    }

    void open(GridDraft other) {
        past.clear();
        future.clear();
        stroke = false;
        now.set(other);
    }

    boolean canUndo() {
        return !past.isEmpty();
    }

    boolean canRedo() {
        return !future.isEmpty();
    }

    void undo() {
        endStroke();
        if (canUndo()) {
            future.push(now.get());
            now.set(past.pop());
        }
    }

    void redo() {
        endStroke();
        if (canRedo()) {
            past.push(now.get());
            now.set(future.pop());
        }
    }
}
