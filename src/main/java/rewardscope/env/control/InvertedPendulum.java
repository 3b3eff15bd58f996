package rewardscope.env.control;

import java.util.List;
import java.util.Optional;
import rewardscope.env.Plane;
import rewardscope.env.Scene;
import rewardscope.math.RandomStream;

/// MuJoCo's InvertedPendulum as in Gymnasium (v5): a cart on a rail with a hinged pole, kept upright by a force.
///
/// With ψ = θ + φ (the pole is drawn slightly tilted), M both masses, m and c the pole's mass and the distance of its
/// centre, I its inertia about the hinge, and damping 1 in both joints:
///
/// M ẍ + m c (θ̈ cos ψ − θ̇² sin ψ) = F − ẋ
///
/// I θ̈ + m c ẍ cos ψ − m g c sin ψ = −θ̇
///
/// Two classic Runge–Kutta steps of 0.02 s with the same force make one step. It ends when the pole leans by more than
/// 0.2; each step that does not end it pays 1. The rail ends at ±1 m and stops the cart there: the blow takes the
/// cart's speed and passes on to the pole through the hinge.
public final class InvertedPendulum extends ControlEnvironment {
    public static final double GRAVITY = 9.81;
    /// Newtons per unit of action.
    public static final double GEAR = 100;
    /// The largest action.
    public static final double MAX_ACTION = 3;
    public static final double RAIL_END = 1;
    public static final double ANGLE_LIMIT = 0.2;
    /// Seconds of one Runge–Kutta step.
    public static final double TIME_STEP = 0.02;

    private static final int FRAME_SKIP = 2;
    private static final double START = 0.01;
    private static final double DENSITY = 1000;

    /// The cart is a lying capsule of radius 0.1 m and length 0.2 m between the centres of its caps.
    public static final double CART_MASS = capsuleMass(0.1, 0.2);

    private static final double POLE_RADIUS = 0.049;
    /// The pole is a capsule from (0, 0) to (0.001, 0.6).
    public static final double POLE_LENGTH = Math.sqrt(0.001 * 0.001 + 0.6 * 0.6);

    public static final double POLE_MASS = capsuleMass(POLE_RADIUS, POLE_LENGTH);
    /// φ, by which the pole is tilted where θ is 0.
    public static final double TILT = Math.atan2(0.001, 0.6);

    static final double CENTRE = POLE_LENGTH / 2;
    static final double HINGE_INERTIA = capsuleInertia(POLE_RADIUS, POLE_LENGTH) + POLE_MASS * CENTRE * CENTRE;

    private static final double MASS = CART_MASS + POLE_MASS;
    private static final double MC = POLE_MASS * CENTRE;

    private double x;
    private double theta;
    private double v;
    private double omega;

    // accelerations in the state that `accelerate` was last asked about
    private double vDot;
    private double omegaDot;

    InvertedPendulum(ControlSpec spec, RandomStream random) {
        this(spec, random, evenly(spec.actions(), MAX_ACTION));
    }

    private InvertedPendulum(ControlSpec spec, RandomStream random, double[] forces) {
        super(spec, random, choiceOf(forces, MAX_ACTION), forces);
    }

    private static double cylinderMass(double radius, double length) {
        return DENSITY * Math.PI * radius * radius * length;
    }

    private static double sphereMass(double radius) {
        return DENSITY * 4 / 3 * Math.PI * radius * radius * radius;
    }

    private static double capsuleMass(double radius, double length) {
        return cylinderMass(radius, length) + sphereMass(radius);
    }

    /// About an axis through the centre, across the capsule: a cylinder and two half spheres at its ends.
    private static double capsuleInertia(double radius, double length) {
        return cylinderMass(radius, length) * (3 * radius * radius + length * length) / 12
                + sphereMass(radius)
                        * (2 * radius * radius / 5 + length * length / 4 + 3 * length * radius / 8);
    }

    @Override
    double advance(double action, double push) {
        double force = GEAR * Math.clamp(action, -MAX_ACTION, MAX_ACTION) + push;
        for (int frame = 0; frame < FRAME_SKIP; frame++) {
            rungeKutta(force);
            stopAtRailEnd();
        }
        return failed() ? 0 : 1;
    }

    /// One classic Runge–Kutta step; the derivative of (x, θ) is (v, ω), that of (v, ω) comes from `accelerate`.
    private void rungeKutta(double force) {
        double h = TIME_STEP;
        accelerate(theta, v, omega, force);
        double v1 = v;
        double w1 = omega;
        double a1 = vDot;
        double b1 = omegaDot;
        double v2 = v + h / 2 * a1;
        double w2 = omega + h / 2 * b1;
        accelerate(theta + h / 2 * w1, v2, w2, force);
        double a2 = vDot;
        double b2 = omegaDot;
        double v3 = v + h / 2 * a2;
        double w3 = omega + h / 2 * b2;
        accelerate(theta + h / 2 * w2, v3, w3, force);
        double a3 = vDot;
        double b3 = omegaDot;
        double v4 = v + h * a3;
        double w4 = omega + h * b3;
        accelerate(theta + h * w3, v4, w4, force);
        double a4 = vDot;
        double b4 = omegaDot;
        x += h / 6 * (v1 + 2 * v2 + 2 * v3 + v4);
        theta += h / 6 * (w1 + 2 * w2 + 2 * w3 + w4);
        v += h / 6 * (a1 + 2 * a2 + 2 * a3 + a4);
        omega += h / 6 * (b1 + 2 * b2 + 2 * b3 + b4);
    }

    /// Solves the two equations of motion for ẍ and θ̈.
    private void accelerate(double theta, double v, double omega, double force) {
        double psi = theta + TILT;
        double sin = Math.sin(psi);
        double coupling = MC * Math.cos(psi);
        double onCart = force - v + MC * omega * omega * sin;
        double onPole = MC * GRAVITY * sin - omega;
        double determinant = MASS * HINGE_INERTIA - coupling * coupling;
        vDot = (HINGE_INERTIA * onCart - coupling * onPole) / determinant;
        omegaDot = (MASS * onPole - coupling * onCart) / determinant;
    }

    /// A blow in x changes the pole's momentum about the hinge by nothing: I Δω + m c cos ψ Δv = 0.
    private void stopAtRailEnd() {
        if (Math.abs(x) >= RAIL_END) {
            x = Math.copySign(RAIL_END, x);
            if (x * v > 0) {
                omega += MC * Math.cos(theta + TILT) * v / HINGE_INERTIA;
                v = 0;
            }
        }
    }

    @Override
    boolean failed() {
        return !(Math.abs(theta) <= ANGLE_LIMIT) || !Double.isFinite(x + v + omega);
    }

    @Override
    void drawStart(RandomStream random) {
        x = random.uniform(-START, START);
        theta = random.uniform(-START, START);
        v = random.uniform(-START, START);
        omega = random.uniform(-START, START);
    }

    @Override
    public double[] state() {
        return observation();
    }

    @Override
    void place(double... state) {
        x = state[0];
        theta = state[1];
        v = state[2];
        omega = state[3];
    }

    @Override
    public double[] observation() {
        return new double[] {x, theta, v, omega};
    }

    @Override
    double strength(double action) {
        return GEAR * Math.clamp(action, -MAX_ACTION, MAX_ACTION);
    }

    @Override
    public Scene scene() {
        return new Scene.Cart(
                x, theta, RAIL_END, POLE_LENGTH, ANGLE_LIMIT, lastForce(), hand(), GEAR * MAX_ACTION);
    }

    @Override
    public Optional<Plane> plane() {
        return Optional.of(new PolePlane(observation(), 1, 3, 1.2 * ANGLE_LIMIT, 3));
    }

    @Override
    public List<String> observationNames() {
        return spec().world().stateNames();
    }

    @Override
    public List<Range> observationRanges() {
        return List.of(
                new Range(-RAIL_END, RAIL_END),
                new Range(-ANGLE_LIMIT, ANGLE_LIMIT),
                new Range(-3, 3),
                new Range(-3, 3));
    }
}
