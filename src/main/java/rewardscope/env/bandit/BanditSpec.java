package rewardscope.env.bandit;

import java.util.ArrayList;
import java.util.List;
import rewardscope.env.EnvironmentSpec;
import rewardscope.env.MdpEnvironment;
import rewardscope.math.RandomStream;

/// A `bandit`.
///
/// @param means the true mean of each arm; empty: drawn
/// @param mean the centre of the means that are drawn (Gaussian rewards)
/// @param std the standard deviation of Gaussian rewards around their mean
/// @param drift the standard deviation of the random walk of the means, 0 for none
public record BanditSpec(
        int arms, Rewards rewards, List<Double> means, double mean, double std, double drift, int maxSteps)
        implements EnvironmentSpec {
    public BanditSpec {
        means = List.copyOf(means);
    }

    /// How rewards scatter around an arm's mean.
    public enum Rewards {
        GAUSSIAN,
        BERNOULLI
    }

    /// Sutton & Barto's testbed with that many arms: means from N(0, 1), rewards from N(mean, 1).
    public static BanditSpec of(int arms) {
        return new BanditSpec(arms, Rewards.GAUSSIAN, List.of(), 0, 1, 0, MdpEnvironment.UNLIMITED);
    }

    /// Gaussian rewards with these means and a standard deviation of 1.
    public static BanditSpec withMeans(Double... means) {
        return new BanditSpec(
                means.length, Rewards.GAUSSIAN, List.of(means), 0, 1, 0, MdpEnvironment.UNLIMITED);
    }

    @Override
    public String type() {
        return "bandit";
    }

    @Override
    public List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (arms < 1) {
            faults.add(new Fault(List.of("arms"), "expected at least 1 arm, found " + arms));
        }
        if (!means.isEmpty() && means.size() != arms) {
            faults.add(new Fault(
                    List.of("means"), "expected one number an arm: " + arms + " of them, found " + means.size()));
        }
        for (int i = 0; i < means.size(); i++) {
            double p = means.get(i);
            if (rewards == Rewards.BERNOULLI && !(p >= 0 && p <= 1)) {
                faults.add(new Fault(
                        List.of("means", "" + i), "expected a probability between 0 and 1, found " + p));
            }
        }
        if (!(std >= 0)) {
            faults.add(new Fault(List.of("std"), "expected 0 or more, found " + std));
        }
        if (!(drift >= 0)) {
            faults.add(new Fault(List.of("drift"), "expected 0 or more, found " + drift));
        }
        if (maxSteps < 1) {
            faults.add(new Fault(List.of("max-steps"), "expected a whole number of at least 1, found " + maxSteps));
        }
        return List.copyOf(faults);
    }

    @Override
    public BanditEnvironment create(RandomStream random) {
        return new BanditEnvironment(this, random);
    }
}
