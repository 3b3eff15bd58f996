package rewardscope.agent;

import java.util.Optional;

/// A record that holds one transition of a finite environment: S, A, R, S′ and what became of the episode.
public interface TransitionEvent extends StepEvent {
    /// S
    int state();

    /// A
    int action();

    /// R
    double reward();

    /// S′
    int nextState();

    /// Whether an episode began with it.
    boolean started();

    boolean terminated();

    boolean truncated();

    @Override
    default Optional<Move> move() {
        return Optional.of(
                new Move(state(), action(), nextState(), reward(), started(), terminated(), truncated()));
    }
}
