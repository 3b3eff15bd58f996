package rewardscope.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import rewardscope.sim.Frame;
import rewardscope.sim.Runner;
import rewardscope.ui.Pane;

/// Takes the latest frame once a pulse and hands it to the panes that can be seen. The simulation never waits for it.
final class FramePump extends AnimationTimer {
    private final List<Pane> panes = new ArrayList<>();
    private final List<Pane> always = new ArrayList<>();
    private Optional<Runner> runner = Optional.empty();
    private long shown = -1;

    void add(Pane pane) {
        panes.add(pane);
    }

    /// Hands frames to a pane even while it is not seen: it decides by them whether it is.
    void addAlways(Pane pane) {
        always.add(pane);
    }

    List<Pane> panes() {
        return panes;
    }

    /// Shows another run from the next pulse on.
    void attach(Runner runner) {
        this.runner = Optional.of(runner);
        shown = -1;
    }

    /// Shows the present frame again, to panes that have just become visible or changed their colours.
    void refresh() {
        shown = -1;
    }

    @Override
    public void handle(long now) {
        runner.ifPresent(source -> show(source.takeFrame()));
    }

    void show(Frame frame) {
        if (frame.number() == shown) {
            return;
        }
        shown = frame.number();
        always.forEach(pane -> pane.show(frame));
        for (Pane pane : panes) {
            if (isSeen(pane)) {
                pane.show(frame);
            }
        }
    }

    private static boolean isSeen(Pane pane) {
        for (var node = pane.node(); node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return pane.node().getScene() != null;
    }
}
