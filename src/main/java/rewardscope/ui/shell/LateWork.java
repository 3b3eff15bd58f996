package rewardscope.ui.shell;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javafx.animation.AnimationTimer;

/// Work that can wait until the window is usable: one piece every other pulse, so that what was made is drawn before the
/// next piece begins and nobody feels a halt.
final class LateWork extends AnimationTimer {
    private static final int PULSES_BEFORE = 3;

    private final Queue<Runnable> pieces;
    private int pulses = -PULSES_BEFORE;

    LateWork(List<Runnable> pieces) {
        this.pieces = new ArrayDeque<>(pieces);
    }

    @Override
    public void handle(long now) {
        if (pieces.isEmpty()) {
            stop();
        } else if (++pulses >= 0 && pulses % 2 == 0) {
            pieces.remove().run();
        }
    }
}
