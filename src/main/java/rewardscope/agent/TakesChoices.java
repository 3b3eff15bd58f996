package rewardscope.agent;

import java.util.List;

/// An agent that is told what to do by a person.
public interface TakesChoices {
    /// What there is to choose from, by number; not all of it may be possible everywhere.
    List<String> choices();

    /// Makes this the next action. It is part of the saved state until the act that carries it out.
    void choose(int action);
}
