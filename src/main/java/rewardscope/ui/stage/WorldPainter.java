package rewardscope.ui.stage;

import java.util.Optional;
import java.util.OptionalInt;
import rewardscope.agent.StepEvent.Place;

/// Knows how one kind of world looks, and what of it lies where.
interface WorldPainter {
    void paint(Brush brush, Picture picture);

    /// What lies under a point.
    default Optional<Place> at(Picture picture, double x, double y) {
        return Optional.empty();
    }

    /// Where a place is drawn, for outlines and tooltips.
    default Optional<Box> boxOf(Picture picture, Place place) {
        return Optional.empty();
    }

    /// The state that an arrow key leads to from a state.
    default OptionalInt neighbour(Picture picture, int state, int dx, int dy) {
        return OptionalInt.empty();
    }

    /// A place in words: "row 2, column 3".
    default String nameOf(Place place) {
        return "state " + place.state();
    }
}
