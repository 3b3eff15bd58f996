package rewardscope.ui.stage;

import rewardscope.env.VectorEnvironment.ActionSpace;

/// What a policy does on the whole, as one number: from −1, the strongest to the left (or clockwise), to 1.
final class Drive {
    private Drive() {}

    /// The mean force as a share of the strongest one. Numbered actions are forces in order, evenly spaced.
    static double of(ActionSpace actions, double[] described) {
        return switch (actions) {
            case ActionSpace.Discrete numbered -> {
                double mean = 0;
                int n = numbered.count();
                for (int a = 0; a < n; a++) {
                    mean += described[a] * (n == 1 ? 0 : 2.0 * a / (n - 1) - 1);
                }
                yield mean;
            }
            case ActionSpace.Box box ->
                Math.clamp(2 * (described[0] - box.low()[0]) / (box.high()[0] - box.low()[0]) - 1, -1, 1);
        };
    }
}
