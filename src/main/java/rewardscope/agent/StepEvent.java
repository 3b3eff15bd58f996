package rewardscope.agent;

import java.util.Optional;

/// The complete, immutable record of one act. Implemented by records whose components are the quantities of the
/// equation, hyper-parameters included, since a slider may move between two acts.
public interface StepEvent {
    /// The equation that this act carried out, over this record's components.
    Equation equation();

    /// Where a component's number lives, so that pointing at it lights up its cell.
    default Optional<Place> place(String component) {
        return Optional.empty();
    }

    /// The entry of a table that this act changed.
    default Optional<Place> changed() {
        return Optional.empty();
    }

    /// The action that this act took in a finite environment.
    default Optional<Move> move() {
        return Optional.empty();
    }

    /// An entry of a table: V(state), or Q(state, action).
    ///
    /// @param action −1 for the state itself
    record Place(int state, int action) {
        public static Place of(int state) {
            return new Place(state, -1);
        }
    }

    /// One transition.
    ///
    /// @param started whether an episode began with it
    record Move(int from, int action, int to, double reward, boolean started, boolean terminated, boolean truncated) {}
}
