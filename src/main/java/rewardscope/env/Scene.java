package rewardscope.env;

import java.util.List;

/// How a world of real numbers lies before the eye at one moment: what a painter needs besides the observation.
public sealed interface Scene {
    /// Nothing but numbers.
    record Numbers() implements Scene {}

    /// A cart on a rail with a pole hinged to it.
    ///
    /// @param position of the cart, 0 in the middle of the rail
    /// @param angle of the pole from upright, clockwise, in radians
    /// @param railEnd how far the rail goes to each side
    /// @param poleLength in the unit of the position
    /// @param angleLimit the lean that ends an episode
    /// @param force what pushed the cart during the last step, in newtons
    /// @param hand what a person's hand pushes with now, in newtons
    /// @param strongest the strongest force that an action has, in newtons
    record Cart(
            double position,
            double angle,
            double railEnd,
            double poleLength,
            double angleLimit,
            double force,
            double hand,
            double strongest)
            implements Scene {}

    /// A rod that turns about its end.
    ///
    /// @param angle from upright, anticlockwise, in radians
    /// @param speed in radians a second, anticlockwise
    /// @param fastest the largest speed that there is
    /// @param torque what turned it during the last step
    /// @param hand what a person's hand adds now
    /// @param strongest the strongest torque that an action has
    record Rod(double angle, double speed, double fastest, double torque, double hand, double strongest)
            implements Scene {}

    /// A straight track from 0 to 1, food at 1.
    ///
    /// @param step how far one action goes
    record Track(double position, double step) implements Scene {}

    /// Corridors, and somebody in them.
    ///
    /// @param cells by row from above, then by column
    /// @param x from the left, in cells
    /// @param y from above, in cells
    record Maze(List<List<Layout.Cell>> cells, double x, double y) implements Scene {
        public int rows() {
            return cells.size();
        }

        public int columns() {
            return cells.getFirst().size();
        }
    }
}
