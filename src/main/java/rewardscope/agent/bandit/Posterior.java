package rewardscope.agent.bandit;

import java.util.Arrays;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// What is believed about the mean reward of each arm, as a distribution that every reward sharpens.
sealed interface Posterior extends Stateful {
    /// A draw of arm a's mean from what is believed.
    double sample(int a, RandomStream random);

    /// Learns that an arm paid a reward.
    void update(int a, double r);

    /// The expected mean of an arm.
    double mean(int a);

    /// The standard deviation of what is believed about it.
    double deviation(int a);

    /// Mean μ and precision τ = 1/σ² of a normal distribution, with rewards that scatter by a known standard deviation.
    final class Gaussian implements Posterior {
        private final double noisePrecision;
        private final double[] mu;
        private final double[] tau;

        /// @param priorDeviation how far from 0 means are thought to lie at first
        /// @param noise the standard deviation of a reward around its mean
        Gaussian(int arms, double priorDeviation, double noise) {
            noisePrecision = 1 / (noise * noise);
            mu = new double[arms];
            tau = new double[arms];
            Arrays.fill(tau, 1 / (priorDeviation * priorDeviation));
        }

        @Override
        public double sample(int a, RandomStream random) {
            return mu[a] + random.gaussian() / Math.sqrt(tau[a]);
        }

        @Override
        public void update(int a, double r) {
            double tauNew = tau[a] + noisePrecision;
            mu[a] = (tau[a] * mu[a] + noisePrecision * r) / tauNew;
            tau[a] = tauNew;
        }

        @Override
        public double mean(int a) {
            return mu[a];
        }

        @Override
        public double deviation(int a) {
            return 1 / Math.sqrt(tau[a]);
        }

        double tau(int a) {
            return tau[a];
        }

        double noisePrecision() {
            return noisePrecision;
        }

        @Override
        public void exchange(StateExchange state) {
            state.numbers("mu", mu);
            state.numbers("tau", tau);
        }
    }

    /// Successes and failures of a coin, each counted from 1 (a uniform prior).
    final class Beta implements Posterior {
        private final double[] successes;
        private final double[] failures;

        Beta(int arms) {
            successes = new double[arms];
            failures = new double[arms];
            Arrays.fill(successes, 1);
            Arrays.fill(failures, 1);
        }

        @Override
        public double sample(int a, RandomStream random) {
            double x = gamma(successes[a], random);
            return x / (x + gamma(failures[a], random));
        }

        /// A draw from the gamma distribution with that shape, at least 1: squeeze and reject a cubed normal draw
        /// (Marsaglia & Tsang 2000).
        private static double gamma(double shape, RandomStream random) {
            double d = shape - 1.0 / 3;
            double c = 1 / Math.sqrt(9 * d);
            while (true) {
                double x = random.gaussian();
                double v = 1 + c * x;
                if (v > 0) {
                    v = v * v * v;
                    if (Math.log(1 - random.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                        return d * v;
                    }
                }
            }
        }

        @Override
        public void update(int a, double r) {
            successes[a] += r;
            failures[a] += 1 - r;
        }

        @Override
        public double mean(int a) {
            return successes[a] / (successes[a] + failures[a]);
        }

        @Override
        public double deviation(int a) {
            double n = successes[a] + failures[a];
            return Math.sqrt(successes[a] * failures[a] / (n * n * (n + 1)));
        }

        double successes(int a) {
            return successes[a];
        }

        double failures(int a) {
            return failures[a];
        }

        @Override
        public void exchange(StateExchange state) {
            state.numbers("successes", successes);
            state.numbers("failures", failures);
        }
    }
}
