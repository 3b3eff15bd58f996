package rewardscope.env;

/// Asks a finite model whether its episodes can end.
public final class Endings {
    private Endings() {}

    /// For each state, whether some actions can end an episode that stands there.
    public static boolean[] canEndFrom(FiniteMdp model) {
        var canEnd = new boolean[model.states()];
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int s = 0; s < canEnd.length; s++) {
                if (!canEnd[s] && someActionLeadsOn(model, s, canEnd)) {
                    canEnd[s] = true;
                    changed = true;
                }
            }
        }
        return canEnd;
    }

    private static boolean someActionLeadsOn(FiniteMdp model, int s, boolean[] canEnd) {
        for (int k = model.first(s, 0), end = model.last(s, model.actions() - 1); k < end; k++) {
            if (model.probability(k) > 0 && (model.terminates(k) || canEnd[model.next(k)])) {
                return true;
            }
        }
        return false;
    }
}
