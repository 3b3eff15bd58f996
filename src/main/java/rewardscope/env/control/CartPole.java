package rewardscope.env.control;

import java.util.List;
import java.util.Optional;
import rewardscope.env.Plane;
import rewardscope.env.Scene;
import rewardscope.math.RandomStream;

/// CartPole-v1 of Gymnasium: a pole hinged on a cart, pushed left or right by 10 N (Barto, Sutton & Anderson 1983).
///
/// With F the force, M the total mass, m that of the pole and l half its length:
///
/// θ̈ = [ g sin θ − cos θ (F + m l θ̇² sin θ) / M ] / [ l (4/3 − m cos² θ / M) ]
///
/// ẍ = [ F + m l (θ̇² sin θ − θ̈ cos θ) ] / M
///
/// Explicit Euler: positions advance with the old velocities. Every step pays 1, the last one too.
public final class CartPole extends ControlEnvironment {
    public static final double GRAVITY = 9.8;
    public static final double CART_MASS = 1.0;
    public static final double POLE_MASS = 0.1;
    public static final double TOTAL_MASS = POLE_MASS + CART_MASS;
    /// Half of the pole's length.
    public static final double HALF_LENGTH = 0.5;
    public static final double FORCE = 10.0;
    /// Seconds between two steps.
    public static final double TAU = 0.02;
    /// The cart may go this far from the middle.
    public static final double POSITION_LIMIT = 2.4;
    /// The pole may lean this far: 12 degrees.
    public static final double ANGLE_LIMIT = 12 * 2 * Math.PI / 360;

    private static final double POLE_MASS_LENGTH = POLE_MASS * HALF_LENGTH;
    private static final double START = 0.05;

    private double x;
    private double xDot;
    private double theta;
    private double thetaDot;

    CartPole(ControlSpec spec, RandomStream random) {
        super(spec, random, new ActionSpace.Discrete(List.of("left", "right")), new double[] {-FORCE, FORCE});
    }

    @Override
    double advance(double force, double push) {
        double pushed = force + push;
        double cosTheta = Math.cos(theta);
        double sinTheta = Math.sin(theta);
        double temp = (pushed + POLE_MASS_LENGTH * (thetaDot * thetaDot) * sinTheta) / TOTAL_MASS;
        double thetaAcc = (GRAVITY * sinTheta - cosTheta * temp)
                / (HALF_LENGTH * (4.0 / 3.0 - POLE_MASS * (cosTheta * cosTheta) / TOTAL_MASS));
        double xAcc = temp - POLE_MASS_LENGTH * thetaAcc * cosTheta / TOTAL_MASS;
        x += TAU * xDot;
        xDot += TAU * xAcc;
        theta += TAU * thetaDot;
        thetaDot += TAU * thetaAcc;
        return 1;
    }

    @Override
    boolean failed() {
        return !(x >= -POSITION_LIMIT && x <= POSITION_LIMIT && theta >= -ANGLE_LIMIT && theta <= ANGLE_LIMIT);
    }

    @Override
    void drawStart(RandomStream random) {
        x = random.uniform(-START, START);
        xDot = random.uniform(-START, START);
        theta = random.uniform(-START, START);
        thetaDot = random.uniform(-START, START);
    }

    @Override
    public double[] state() {
        return observation();
    }

    @Override
    void place(double... state) {
        x = state[0];
        xDot = state[1];
        theta = state[2];
        thetaDot = state[3];
    }

    @Override
    public double[] observation() {
        return new double[] {x, xDot, theta, thetaDot};
    }

    @Override
    public Scene scene() {
        return new Scene.Cart(
                x, theta, POSITION_LIMIT, 2 * HALF_LENGTH, ANGLE_LIMIT, lastForce(), hand(), FORCE);
    }

    @Override
    public Optional<Plane> plane() {
        double[] now = observation();
        return Optional.of(new PolePlane(now, 2, 3, 1.2 * ANGLE_LIMIT, 3));
    }

    @Override
    public List<String> observationNames() {
        return spec().world().stateNames();
    }

    @Override
    public List<Range> observationRanges() {
        return List.of(
                new Range(-POSITION_LIMIT, POSITION_LIMIT),
                new Range(-3, 3),
                new Range(-ANGLE_LIMIT, ANGLE_LIMIT),
                new Range(-3, 3));
    }
}
