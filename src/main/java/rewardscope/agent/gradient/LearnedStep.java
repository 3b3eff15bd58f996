package rewardscope.agent.gradient;

import rewardscope.agent.Counted;

/// What was learned from one step of an episode: where its value was aimed at, what was expected, and the difference.
public interface LearnedStep extends Counted {
    /// The return G, or R + γ v̂(S′).
    double aim();

    /// v̂(S); 0 where nothing is expected.
    double expected();

    /// Aim minus expected: what makes the action likelier, or less likely.
    double advantage();
}
