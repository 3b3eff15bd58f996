package rewardscope.env;

import java.util.Arrays;

/// Asks a finite model whether its episodes can end.
public final class Endings {
    private Endings() {}

    /// For each state, whether some actions can end an episode that stands there.
    public static boolean[] canEndFrom(FiniteMdp model) {
        int states = model.states();
        int outcomes = model.last(states - 1, model.actions() - 1);
        var from = new int[outcomes];
        var newest = new int[states]; // the last outcome that leads to each state, −1 for none
        var older = new int[outcomes]; // the one before it that leads there too
        Arrays.fill(newest, -1);
        var canEnd = new boolean[states];
        var waiting = new int[states];
        int count = 0;
        for (int s = 0; s < states; s++) {
            for (int k = model.first(s, 0), end = model.last(s, model.actions() - 1); k < end; k++) {
                from[k] = s;
                older[k] = newest[model.next(k)];
                newest[model.next(k)] = k;
                if (model.terminates(k) && model.probability(k) > 0 && !canEnd[s]) {
                    canEnd[s] = true;
                    waiting[count++] = s;
                }
            }
        }
        while (count > 0) {
            for (int k = newest[waiting[--count]]; k >= 0; k = older[k]) {
                if (!model.terminates(k) && model.probability(k) > 0 && !canEnd[from[k]]) {
                    canEnd[from[k]] = true;
                    waiting[count++] = from[k];
                }
            }
        }
        return canEnd;
    }
}
