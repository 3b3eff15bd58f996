package rewardscope.agent;

import java.util.Map;

/// An agent that measures what it came to.
public interface Measured {
    /// Single numbers by name, kebab-case, in a fixed order; those that have been measured so far.
    Map<String, Double> metrics();
}
