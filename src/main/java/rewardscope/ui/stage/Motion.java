package rewardscope.ui.stage;

import rewardscope.agent.StepEvent;

/// How far the movements that explain the last act have come.
///
/// @param moved share of the agent's way from the old state to the new one, 1 when it has arrived
/// @param pulse 1 when a value has just changed, 0 when that has faded
/// @param backup share of the backup arrow's way from the next state to this one; 0 for no arrow
record Motion(double moved, double pulse, double backup) {
    /// Nothing moves, nothing is pointed out: running flat out.
    static final Motion NONE = new Motion(1, 0, 0);

    /// Everything has arrived; the arrow stays while the run stands.
    static final Motion REST = new Motion(1, 0, 1);

    static final double MOVE_NANOS = 180e6;
    private static final double PULSE_NANOS = 600e6;
    private static final double BACKUP_NANOS = 300e6;

    /// The movements so long after an act.
    static Motion after(long nanos, StepEvent event) {
        boolean moves = event.move().isPresent();
        double moved = moves ? ease(nanos / MOVE_NANOS) : 1;
        double sinceArrival = nanos - (moves ? MOVE_NANOS : 0);
        double backup = Math.max(1e-3, ease(sinceArrival / BACKUP_NANOS));
        double sinceChange = sinceArrival - BACKUP_NANOS;
        double pulse = sinceChange < 0 ? 0 : Math.max(0, 1 - sinceChange / PULSE_NANOS);
        return new Motion(moved, pulse, backup);
    }

    static boolean over(long nanos) {
        return nanos > MOVE_NANOS + BACKUP_NANOS + PULSE_NANOS;
    }

    private static double ease(double t) {
        double x = Math.clamp(t, 0, 1);
        return x * x * (3 - 2 * x);
    }
}
