package rewardscope.env;

/// Two numbers of a continuous world's state that vary in a picture, while all others stay as they are now: the plane
/// of a phase portrait, the floor of a maze.
public interface Plane {
    Axis across();

    /// An axis of no length where one number is all there is.
    Axis up();

    /// What would be seen if the state had these two numbers. A fresh array.
    double[] observationAt(double across, double up);

    /// Where an observation lies on the plane: across, then up.
    double[] place(double[] observation);

    /// One of the two numbers.
    ///
    /// @param name with its unit, as shown beside the axis
    record Axis(String name, double low, double high) {
        public boolean isPoint() {
            return low == high;
        }

        /// The middle of the i-th of n equal parts.
        public double middle(int i, int n) {
            return low + (high - low) * (i + 0.5) / n;
        }

        /// Where a value lies between the ends, 0 to 1.
        public double share(double value) {
            return isPoint() ? 0.5 : (value - low) / (high - low);
        }
    }
}
