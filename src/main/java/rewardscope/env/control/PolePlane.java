package rewardscope.env.control;

import rewardscope.env.Plane;

/// A pole's angle against its angular velocity; the cart stays where it is, as fast as it is.
///
/// @param now the observation that all others are varied from
/// @param angle which component is the angle
/// @param velocity which is the angular velocity
/// @param widest how far the angle goes to each side
/// @param fastest how far the angular velocity goes
record PolePlane(double[] now, int angle, int velocity, double widest, double fastest) implements Plane {
    @Override
    public Axis across() {
        return new Axis("angle (rad)", -widest, widest);
    }

    @Override
    public Axis up() {
        return new Axis("angular velocity (rad/s)", -fastest, fastest);
    }

    @Override
    public double[] observationAt(double across, double up) {
        double[] observation = now.clone();
        observation[angle] = across;
        observation[velocity] = up;
        return observation;
    }

    @Override
    public double[] place(double[] observation) {
        return new double[] {observation[angle], observation[velocity]};
    }
}
