package rewardscope.ui.lesson;

import java.util.ArrayDeque;
import java.util.Queue;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;

/// Work on a page in its order: one piece every other pulse while its place can be seen, so that no pulse takes long and
/// what came first is drawn first; at once where nobody looks.
final class Trickle extends AnimationTimer {
    private final Queue<Runnable> pieces = new ArrayDeque<>();
    private final Node place;
    private long pulses;

    /// @param place where the page is put: a page has no scene of its own before its place has been drawn once
    Trickle(Node place) {
        this.place = place;
    }

    void add(Runnable piece) {
        if (pieces.isEmpty() && !seen()) {
            piece.run();
        } else {
            pieces.add(piece);
            start();
        }
    }

    private boolean seen() {
        var scene = place.getScene();
        return scene != null && scene.getWindow() != null && scene.getWindow().isShowing();
    }

    @Override
    public void handle(long now) {
        if (pieces.isEmpty()) {
            stop();
        } else if (++pulses % 2 == 0) {
            pieces.remove().run();
        }
    }
}
