package rewardscope.env.bandit;

import rewardscope.env.Environment;
import rewardscope.env.Episode;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;

/// A row of arms, each paying a random reward around its own mean. An episode is one long row of pulls; it ends only
/// at the step limit, if there is one, and the next one meets the same arms.
public final class BanditEnvironment implements Environment {
    private final BanditSpec spec;
    private final RandomStream random;
    private final boolean bernoulli;
    private final double std;
    private final double drift;
    private final int maxSteps;
    private final double[] means;

    private int bestArm;
    private double undiscountedReturn;
    private int length;
    private boolean truncated;

    /// @param spec without faults
    BanditEnvironment(BanditSpec spec, RandomStream random) {
        this.spec = spec;
        this.random = random;
        bernoulli = spec.rewards() == BanditSpec.Rewards.BERNOULLI;
        std = spec.std();
        drift = spec.drift();
        maxSteps = spec.maxSteps();
        means = new double[spec.arms()];
        for (int arm = 0; arm < means.length; arm++) {
            means[arm] = spec.means().isEmpty() ? drawMean() : spec.means().get(arm);
        }
        findBest();
    }

    private double drawMean() {
        return bernoulli ? random.uniform() : spec.mean() + random.gaussian();
    }

    public BanditSpec spec() {
        return spec;
    }

    public int arms() {
        return means.length;
    }

    /// The true mean of an arm now: for the eye and for measures, not for learners.
    public double mean(int arm) {
        return means[arm];
    }

    /// The true means now, a fresh array.
    public double[] means() {
        return means.clone();
    }

    /// The arm with the largest true mean now (the first of several).
    public int bestArm() {
        return bestArm;
    }

    /// Whether no arm has a larger true mean now.
    public boolean optimal(int arm) {
        return means[arm] == means[bestArm];
    }

    /// Pulls an arm and returns its reward.
    public double pull(int arm) {
        if (truncated) {
            throw new IllegalStateException("reset must come before pull");
        }
        double reward;
        if (bernoulli) {
            reward = random.uniform() < means[arm] ? 1 : 0;
        } else {
            reward = means[arm] + std * random.gaussian();
        }
        undiscountedReturn += reward;
        length++;
        truncated = length >= maxSteps;
        if (drift > 0) {
            walk();
        }
        return reward;
    }

    private void walk() {
        for (int arm = 0; arm < means.length; arm++) {
            double mean = means[arm] + drift * random.gaussian();
            means[arm] = bernoulli ? Math.clamp(mean, 0, 1) : mean;
        }
        findBest();
    }

    private void findBest() {
        bestArm = 0;
        for (int arm = 1; arm < means.length; arm++) {
            if (means[arm] > means[bestArm]) {
                bestArm = arm;
            }
        }
    }

    /// Starts counting a new episode; the arms stay as they are.
    public void reset() {
        undiscountedReturn = 0;
        length = 0;
        truncated = false;
    }

    @Override
    public Episode episode() {
        return new Episode(undiscountedReturn, length, false, truncated);
    }

    @Override
    public boolean needsReset() {
        return truncated;
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("random", random);
        state.numbers("means", means);
        bestArm = state.integer("bestArm", bestArm);
        undiscountedReturn = state.number("return", undiscountedReturn);
        length = state.integer("length", length);
        truncated = state.flag("truncated", truncated);
    }
}
