package rewardscope.ui.shell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import rewardscope.sim.Frame;
import rewardscope.ui.Pane;

/// While a run rushes by, panes that are read take turns, one a pulse, so that no pulse has to draw all of them.
final class Turns {
    /// Acts a second from which on nobody follows single acts.
    private static final double RUSH = 15;

    private final Set<Pane> owed = new HashSet<>();
    private final Map<Pane, Long> due = new HashMap<>();

    /// Whether single acts can no longer be followed in a frame's run.
    static boolean rushes(Frame frame) {
        return frame.status() instanceof Frame.Status.Running && frame.speed().actsPerSecond() > RUSH;
    }

    /// Whether a pane waits for its turn rather than being shown every frame of such a run.
    static boolean waits(Pane pane) {
        return pane.mostPerSecond() != Pane.AS_OFTEN_AS_THE_SCREEN;
    }

    /// Notes that a pane has not been shown the latest frame.
    void owe(Pane pane) {
        owed.add(pane);
    }

    /// Whether a pane has not been shown the latest frame; forgets it.
    boolean settle(Pane pane) {
        return owed.remove(pane);
    }

    /// The pane that has waited longest beyond its time, if one has.
    Optional<Pane> next(long now) {
        Optional<Pane> next = owed.stream()
                .filter(pane -> due(pane) <= now)
                .min((a, b) -> Long.compare(due(a), due(b)));
        next.ifPresent(pane -> {
            owed.remove(pane);
            due.put(pane, now + TimeUnit.SECONDS.toNanos(1) / pane.mostPerSecond());
        });
        return next;
    }

    private long due(Pane pane) {
        return due.getOrDefault(pane, Long.MIN_VALUE);
    }
}
