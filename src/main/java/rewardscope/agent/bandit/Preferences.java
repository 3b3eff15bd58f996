package rewardscope.agent.bandit;

import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// H(a), how much an arm is preferred, and the softmax policy that follows from it.
///
/// π(a) = exp(H(a)) / Σ_b exp(H(b)),   H(a) ← H(a) + α (R − R̄) (1[a = A] − π(a))
final class Preferences implements Stateful {
    private final Baseline kind;
    private final double[] h;
    private final double[] hOld;
    private final double[] pi;

    private long updates;
    private double meanReward;
    private double baseline;

    /// What a reward is compared with.
    enum Baseline {
        /// The average of the rewards before it; the first is compared with itself.
        PREVIOUS,
        /// The average of all rewards, this one included.
        CURRENT,
        NONE
    }

    Preferences(int arms, Baseline kind) {
        this.kind = kind;
        h = new double[arms];
        hOld = new double[arms];
        pi = new double[arms];
    }

    /// π by arm at this moment; the array stays as it is until the next call.
    double[] choose() {
        BanditAgent.softmax(h, 1, pi);
        return pi;
    }

    /// Learns that arm A, drawn by the last [#choose], paid R.
    void update(int a, double r, double alpha) {
        System.arraycopy(h, 0, hOld, 0, h.length);
        double meanBefore = meanReward;
        meanReward += (r - meanReward) / ++updates;
        baseline = switch (kind) {
            case PREVIOUS -> updates == 1 ? r : meanBefore;
            case CURRENT -> meanReward;
            case NONE -> 0;
        };
        for (int arm = 0; arm < h.length; arm++) {
            h[arm] += alpha * (r - baseline) * ((arm == a ? 1 : 0) - pi[arm]);
        }
    }

    /// R̄ of the last update.
    double baseline() {
        return baseline;
    }

    /// π(a) at the last choice.
    double probability(int a) {
        return pi[a];
    }

    /// H(a) before the last update.
    double hOld(int a) {
        return hOld[a];
    }

    /// The live preferences by arm.
    double[] h() {
        return h;
    }

    @Override
    public void exchange(StateExchange state) {
        state.numbers("h", h);
        updates = state.longInteger("updates", updates);
        meanReward = state.number("meanReward", meanReward);
    }
}
