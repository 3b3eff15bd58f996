package rewardscope.env;

import rewardscope.math.RandomStream;

/// A checked description of an environment: everything that its keys in an experiment say.
public interface EnvironmentSpec {
    /// Its `type` in an experiment.
    String type();

    /// Makes the environment, with its own stream of random numbers.
    Environment create(RandomStream random);
}
