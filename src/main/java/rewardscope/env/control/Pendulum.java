package rewardscope.env.control;

import java.util.List;
import java.util.Optional;
import rewardscope.env.Plane;
import rewardscope.env.Scene;
import rewardscope.math.RandomStream;

/// Pendulum-v1 of Gymnasium: swing a rod up with a torque too small to lift it at once. Upright is θ = 0.
///
/// θ̇ ← clip( θ̇ + (3g / 2l · sin θ + 3 / ml² · u) Δt, ±8 ), then θ ← θ + θ̇ Δt
///
/// The reward is −(θ² + 0.1 θ̇² + 0.001 u²) of the state before the step, θ brought into [−π, π). It never terminates.
public final class Pendulum extends ControlEnvironment {
    public static final double GRAVITY = 10;
    public static final double MASS = 1;
    public static final double LENGTH = 1;
    public static final double MAX_SPEED = 8;
    public static final double MAX_TORQUE = 2;
    /// Seconds between two steps.
    public static final double DT = 0.05;

    private double theta;
    private double thetaDot;

    Pendulum(ControlSpec spec, RandomStream random) {
        this(spec, random, evenly(spec.actions(), MAX_TORQUE));
    }

    private Pendulum(ControlSpec spec, RandomStream random, double[] torques) {
        super(spec, random, choiceOf(torques, MAX_TORQUE), torques);
    }

    @Override
    double advance(double torque, double push) {
        double u = Math.clamp(torque, -MAX_TORQUE, MAX_TORQUE);
        double angle = normalised(theta);
        double cost = angle * angle + 0.1 * (thetaDot * thetaDot) + 0.001 * (u * u);
        double acceleration =
                3 * GRAVITY / (2 * LENGTH) * Math.sin(theta) + 3.0 / (MASS * LENGTH * LENGTH) * (u + push);
        thetaDot = Math.clamp(thetaDot + acceleration * DT, -MAX_SPEED, MAX_SPEED);
        theta += thetaDot * DT;
        return -cost;
    }

    /// The angle brought into [−π, π).
    static double normalised(double angle) {
        double turned = (angle + Math.PI) % (2 * Math.PI);
        return (turned < 0 ? turned + 2 * Math.PI : turned) - Math.PI;
    }

    @Override
    boolean failed() {
        return false;
    }

    @Override
    void drawStart(RandomStream random) {
        theta = random.uniform(-Math.PI, Math.PI);
        thetaDot = random.uniform(-1, 1);
    }

    @Override
    public double[] state() {
        return new double[] {theta, thetaDot};
    }

    @Override
    void place(double... state) {
        theta = state[0];
        thetaDot = state[1];
    }

    @Override
    public double[] observation() {
        return new double[] {Math.cos(theta), Math.sin(theta), thetaDot};
    }

    @Override
    double strength(double action) {
        return Math.clamp(action, -MAX_TORQUE, MAX_TORQUE);
    }

    @Override
    public Scene scene() {
        return new Scene.Rod(theta, thetaDot, MAX_SPEED, lastForce(), hand(), MAX_TORQUE);
    }

    /// The angle goes once round, upright in the middle.
    @Override
    public Optional<Plane> plane() {
        return Optional.of(new RodPlane());
    }

    private record RodPlane() implements Plane {
        @Override
        public Axis across() {
            return new Axis("angle (rad)", -Math.PI, Math.PI);
        }

        @Override
        public Axis up() {
            return new Axis("angular velocity (rad/s)", -MAX_SPEED, MAX_SPEED);
        }

        @Override
        public double[] observationAt(double across, double up) {
            return new double[] {Math.cos(across), Math.sin(across), up};
        }

        @Override
        public double[] place(double[] observation) {
            return new double[] {Math.atan2(observation[1], observation[0]), observation[2]};
        }
    }

    @Override
    public List<String> observationNames() {
        return List.of("cos angle", "sin angle", "angular velocity");
    }

    @Override
    public List<Range> observationRanges() {
        return List.of(new Range(-1, 1), new Range(-1, 1), new Range(-MAX_SPEED, MAX_SPEED));
    }
}
