package rewardscope.ui.shell;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.sim.Look;
import rewardscope.sim.Runner;
import rewardscope.ui.Pane;

/// Takes the latest frame once a pulse and hands it to the panes that can be seen. The simulation never waits for it.
final class FramePump extends AnimationTimer {
    private final List<Pane> panes = new ArrayList<>();
    private final List<Consumer<Frame>> always = new ArrayList<>();
    private final Set<Pane> inSight = new HashSet<>();
    private final Turns turns = new Turns();
    private final Consumer<String> trouble;
    private Optional<Runner> runner = Optional.empty();
    private long shown = -1;
    private Set<Look> watched = Set.of();

    /// @param trouble told why a run could not be made
    FramePump(Consumer<String> trouble) {
        this.trouble = trouble;
    }

    void add(Pane pane) {
        panes.add(pane);
    }

    /// Hands frames to a pane even while it is not seen: it decides by them whether it is.
    void addAlways(Pane pane) {
        always.add(pane::show);
    }

    /// Hands every frame to somebody who shows nothing.
    void listen(Consumer<Frame> listener) {
        always.add(listener);
    }

    List<Pane> panes() {
        return panes;
    }

    /// Shows another run from the next pulse on.
    void attach(Runner runner) {
        this.runner = Optional.of(runner);
        shown = -1;
        watched = Set.of();
        runner.send(new Command.Watch(watched));
        watch();
    }

    /// Tells the run what the visible panes look at.
    void watch() {
        var wanted = EnumSet.noneOf(Look.class);
        for (Pane pane : panes) {
            var looks = pane.looks();
            if (!looks.isEmpty() && isSeen(pane)) {
                wanted.addAll(looks);
            }
        }
        if (!wanted.equals(watched) && runner.isPresent()) {
            watched = Set.copyOf(wanted);
            runner.get().send(new Command.Watch(watched));
        }
    }

    /// Shows the present frame again, to panes that have just become visible or changed their colours.
    void refresh() {
        shown = -1;
    }

    @Override
    public void handle(long now) {
        watch();
        if (runner.isEmpty()) {
            return;
        }
        runner.get().glance().ifPresentOrElse(this::show, () -> runner.get().trouble().ifPresent(this::giveUp));
    }

    private void giveUp(String sentence) {
        runner = Optional.empty();
        trouble.accept(sentence);
    }

    /// Shows a frame to every pane that can be seen and has not had it, those that have just come into sight included;
    /// to panes that are read, in turn, while the run rushes by.
    void show(Frame frame) {
        boolean fresh = frame.number() != shown;
        shown = frame.number();
        if (fresh) {
            always.forEach(listener -> listener.accept(frame));
        }
        boolean rush = Turns.rushes(frame);
        for (Pane pane : panes) {
            boolean seen = isSeen(pane);
            boolean appeared = seen && inSight.add(pane);
            if (!seen) {
                inSight.remove(pane);
                turns.settle(pane);
            } else if (rush && !appeared && Turns.waits(pane)) {
                if (fresh) {
                    turns.owe(pane);
                }
            } else if (turns.settle(pane) | fresh | appeared) {
                pane.show(frame);
            }
        }
        if (rush) {
            turns.next(System.nanoTime()).ifPresent(pane -> pane.show(frame));
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
