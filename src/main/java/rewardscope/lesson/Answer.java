package rewardscope.lesson;

import java.util.Optional;

/// The right answer to an exercise, as its author wrote it.
public sealed interface Answer {
    /// Written out.
    record Literal(Node value) implements Answer {}

    /// Computed by running a simulation, so that it stays right when the lesson's numbers are changed.
    ///
    /// @param simulation the id of a simulation of the lesson
    /// @param stop when the run ends, in place of the simulation's own stop
    /// @param overrides keys of the experiment to change for this run, such as `agent.alpha: 1`
    /// @param read what to read from its results: `q[3][down]`
    /// @param place the mapping itself, for problems
    record Computed(
            Node.Scalar simulation, Optional<Node> stop, Optional<Node.Mapping> overrides, Node.Scalar read, Node place)
            implements Answer {}
}
