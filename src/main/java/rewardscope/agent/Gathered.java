package rewardscope.agent;

import java.util.Optional;

/// The record of a transition from which nothing is learned yet: the return of the episode grows by it.
///
/// @param discount γ^t, what this reward counts at the start of the episode
/// @param returnOld the return before
/// @param returnNew the return with this reward
public record Gathered(
        int state,
        int action,
        double reward,
        int nextState,
        boolean started,
        boolean terminated,
        boolean truncated,
        double discount,
        double returnOld,
        double returnNew)
        implements TransitionEvent {
    private static final Equation EQUATION = Equation.of(
            "#{returnNew|G} \\leftarrow #{returnOld|G} + #{discount|\\gamma^{t}} \\cdot #{reward|R_{t+1}}");

    @Override
    public Equation equation() {
        return EQUATION;
    }

    @Override
    public Optional<Place> place(String component) {
        return component.equals("reward") ? Optional.of(Place.of(nextState)) : Optional.empty();
    }
}
