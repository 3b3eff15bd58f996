package rewardscope.math;

import java.nio.charset.StandardCharsets;
import org.apache.commons.rng.core.RandomProviderDefaultState;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/// A stream of random numbers for one consumer (the environment, the policy, the initialisation, ...).
///
/// One root seed gives every consumer its own stream by name, so that changing the agent leaves the environment's
/// draws alone. The state of the stream is part of every snapshot. The generator is xoshiro256++ (Blackman & Vigna).
public final class RandomStream implements Stateful {
    private final XoShiRo256PlusPlus generator;
    private final ZigguratSampler.NormalizedGaussian gaussian;

    private RandomStream(long[] seed) {
        generator = new XoShiRo256PlusPlus(seed);
        gaussian = ZigguratSampler.NormalizedGaussian.of(generator);
    }

    /// The stream called `name` of the run with this root seed.
    public static RandomStream named(long rootSeed, String name) {
        long state = rootSeed * 0x9E3779B97F4A7C15L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            state = (state ^ b) * 0x100000001B3L;
        }
        var seed = new long[4];
        for (int i = 0; i < seed.length; i++) {
            state += 0x9E3779B97F4A7C15L;
            seed[i] = splitMix(state);
        }
        return new RandomStream(seed);
    }

    /// The finaliser of SplitMix64 (Steele, Lea & Flood 2014): spreads nearby states over all 64 bits.
    private static long splitMix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /// Uniform in [0, 1).
    public double uniform() {
        return generator.nextDouble();
    }

    /// Uniform in [low, high).
    public double uniform(double low, double high) {
        return low + (high - low) * generator.nextDouble();
    }

    /// Uniform in {0, ..., bound − 1}; `bound` ≥ 1.
    public int below(int bound) {
        return generator.nextInt(bound);
    }

    public boolean chance(double probability) {
        return generator.nextDouble() < probability;
    }

    /// A draw from N(0, 1).
    public double gaussian() {
        return gaussian.sample();
    }

    public long bits() {
        return generator.nextLong();
    }

    /// The index of one entry, drawn with the given probabilities, which sum to 1.
    public int categorical(double[] probabilities) {
        double u = generator.nextDouble();
        int last = 0;
        for (int i = 0; i < probabilities.length; i++) {
            if (probabilities[i] > 0) {
                last = i;
                u -= probabilities[i];
                if (u < 0) {
                    return i;
                }
            }
        }
        return last; // rounding left a sliver above the sum
    }

    /// The index of a largest entry, ties broken uniformly. Draws a number only when there is a tie.
    public int argmax(double[] values) {
        double best = values[0];
        int index = 0;
        int ties = 1;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > best) {
                best = values[i];
                index = i;
                ties = 1;
            } else if (values[i] == best) {
                ties++;
            }
        }
        if (ties == 1) {
            return index;
        }
        int pick = generator.nextInt(ties);
        for (int i = index; i < values.length; i++) {
            if (values[i] == best && pick-- == 0) {
                return i;
            }
        }
        return index; // every value is NaN
    }

    @Override
    public void exchange(StateExchange state) {
        var now = ((RandomProviderDefaultState) generator.saveState()).getState();
        var saved = state.bytes("stream", now);
        generator.restoreState(new RandomProviderDefaultState(saved));
    }
}
