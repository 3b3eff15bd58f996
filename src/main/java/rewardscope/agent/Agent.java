package rewardscope.agent;

import java.util.List;
import rewardscope.env.Environment;
import rewardscope.math.Stateful;

/// A learner or planner together with the environment that it acts in, advanced by the smallest teachable act: the
/// backup of one state, one transition, one minibatch.
///
/// Its saved state holds the environment, the tables or weights, hyper-parameters and random streams: everything that
/// decides what comes next. The record of the last act is not part of it.
public interface Agent extends Stateful {
    /// Does the next act.
    void advance();

    /// The complete record of the last act, made on demand and immutable; call it only after [#advance].
    StepEvent event();

    /// Does the next act and returns its record.
    default StepEvent step() {
        advance();
        return event();
    }

    /// What the last act completed: bits of [Mark].
    int marks();

    Environment environment();

    /// The numbers that may be changed between two acts.
    Hyperparameters hyperparameters();

    /// Whether it has nothing left to do (a plan that no longer changes).
    default boolean finished() {
        return false;
    }

    /// Whether the last act's error was a number. An agent with networks or weights that are no longer finite throws
    /// [Diverged] in the middle of an act instead; a table has no such moment.
    default boolean finite() {
        return true;
    }

    /// The compute backend that the arithmetic runs on, as results name it.
    default String backend() {
        return "cpu";
    }

    /// Gives back what it holds outside of the heap. It is not used any more after that.
    default void close() {}

    /// Quantities worth a curve.
    default List<Series> series() {
        return List.of();
    }
}
