package rewardscope.env;

import java.util.Arrays;

/// The shortest solvers that could be right, to check worlds with.
public final class Solve {
    private Solve() {}

    /// v_k of the uniform policy after `sweeps` synchronous sweeps from 0.
    public static double[] uniform(FiniteMdp model, double gamma, int sweeps) {
        var v = new double[model.states()];
        for (int k = 0; k < sweeps; k++) {
            var old = v.clone();
            for (int s = 0; s < v.length; s++) {
                v[s] = Arrays.stream(model.availableActions(s))
                        .mapToDouble(actionIn(model, s, gamma, old))
                        .average()
                        .orElse(0);
            }
        }
        return v;
    }

    /// v* by value iteration.
    public static double[] optimal(FiniteMdp model, double gamma) {
        var v = new double[model.states()];
        for (int k = 0; k < 5000; k++) {
            var old = v.clone();
            for (int s = 0; s < v.length; s++) {
                v[s] = Arrays.stream(model.availableActions(s))
                        .mapToDouble(actionIn(model, s, gamma, old))
                        .max()
                        .orElse(0);
            }
            if (Arrays.equals(v, old)) {
                break;
            }
        }
        return v;
    }

    private static java.util.function.IntToDoubleFunction actionIn(FiniteMdp model, int s, double gamma, double[] v) {
        return a -> model.backup(s, a, gamma, v);
    }

    public static int action(FiniteMdp model, String name) {
        int a = model.actionNames().indexOf(name);
        if (a < 0) {
            throw new IllegalArgumentException(name + " is not among " + model.actionNames());
        }
        return a;
    }
}
