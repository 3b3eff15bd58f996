package rewardscope.ui.stage;

import java.util.Optional;
import java.util.OptionalDouble;
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

    /// The force that a hand at a point pulls with, in the world's own unit; empty where nothing can be pulled.
    default OptionalDouble pull(Picture picture, double x, double y) {
        return OptionalDouble.empty();
    }

    /// Whether a pull can begin at a point.
    default boolean grips(Picture picture, double x, double y) {
        return false;
    }

    /// What there is to say about a point that is no place of a table; empty for nothing.
    default String hint(Picture picture, double x, double y) {
        return "";
    }

    /// A world without places, in words for a screen reader; empty where places are described one by one.
    default String spoken(Picture picture) {
        return "";
    }

    /// A place in words: "row 2, column 3".
    default String nameOf(Place place) {
        return "state " + place.state();
    }
}
