package rewardscope.agent;

import java.util.Optional;
import rewardscope.env.Environment;
import rewardscope.env.FiniteEnvironment;

/// The usual answers to what an agent asks of an environment.
public final class Needs {
    private Needs() {}

    /// A table with an entry for every state.
    public static Optional<String> finiteStates(Environment environment) {
        return environment instanceof FiniteEnvironment
                ? Optional.empty()
                : Optional.of("it keeps a table with an entry for every state, and the states here are real numbers");
    }

    /// The transition probabilities.
    public static Optional<String> model(Environment environment) {
        return environment instanceof FiniteEnvironment
                ? Optional.empty()
                : Optional.of("it plans with the transition probabilities, and this environment has no such table");
    }

    public static Optional<String> nothing(Environment environment) {
        return Optional.empty();
    }
}
