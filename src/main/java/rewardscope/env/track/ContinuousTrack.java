package rewardscope.env.track;

import java.util.List;
import java.util.Optional;
import rewardscope.env.Episode;
import rewardscope.env.Plane;
import rewardscope.env.Scene;
import rewardscope.env.VectorEnvironment;
import rewardscope.math.StateExchange;

/// The rat on a track without cells: `up` and `down` move its position by one step, the ends stop it.
public final class ContinuousTrack implements VectorEnvironment {
    /// Sums of steps come this close to the food by rounding alone: ten steps of 0.1 are 0.9999999999999999.
    private static final double ROUNDING = 1e-9;

    private static final int UP = 0;
    private static final ActionSpace ACTIONS = new ActionSpace.Discrete(List.of("up", "down"));

    private final ContinuousTrackSpec spec;
    private double position;
    private boolean needsReset = true;
    private double undiscountedReturn;
    private int length;
    private boolean terminated;
    private boolean truncated;

    /// @param spec without faults
    ContinuousTrack(ContinuousTrackSpec spec) {
        this.spec = spec;
        position = spec.startState().orElse(0);
    }

    /// How far one action moves.
    public double stepLength() {
        return spec.step();
    }

    @Override
    public List<String> observationNames() {
        return List.of("position");
    }

    @Override
    public List<Range> observationRanges() {
        return List.of(new Range(0, 1));
    }

    @Override
    public ActionSpace actionSpace() {
        return ACTIONS;
    }

    @Override
    public Scene scene() {
        return new Scene.Track(position, spec.step());
    }

    @Override
    public Optional<Plane> plane() {
        return Optional.of(new Line());
    }

    /// The track itself: one number is all there is.
    private record Line() implements Plane {
        @Override
        public Axis across() {
            return new Axis("position", 0, 1);
        }

        @Override
        public Axis up() {
            return new Axis("", 0, 0);
        }

        @Override
        public double[] observationAt(double across, double up) {
            return new double[] {across};
        }

        @Override
        public double[] place(double[] observation) {
            return new double[] {observation[0], 0};
        }
    }

    @Override
    public double[] observation() {
        return new double[] {position};
    }

    @Override
    public double[] reset() {
        position = spec.startState().orElse(0);
        needsReset = false;
        undiscountedReturn = 0;
        length = 0;
        terminated = false;
        truncated = false;
        return observation();
    }

    @Override
    public Outcome step(double[] action) {
        return step((int) action[0]);
    }

    @Override
    public Outcome step(int action) {
        if (needsReset) {
            throw new IllegalStateException("reset must come before step");
        }
        position = Math.clamp(action == UP ? position + spec.step() : position - spec.step(), 0, 1);
        if (position > 1 - ROUNDING) {
            position = 1;
        } else if (position < ROUNDING) {
            position = 0;
        }
        terminated = position == 1;
        double reward = spec.stepReward() + (terminated ? spec.goalReward() : 0);
        undiscountedReturn += reward;
        length++;
        truncated = !terminated && length >= spec.maxSteps();
        needsReset = terminated || truncated;
        return new Outcome(observation(), reward, terminated, truncated);
    }

    @Override
    public Episode episode() {
        return new Episode(undiscountedReturn, length, terminated, truncated);
    }

    @Override
    public boolean needsReset() {
        return needsReset;
    }

    @Override
    public void exchange(StateExchange state) {
        position = state.number("position", position);
        needsReset = state.flag("needsReset", needsReset);
        undiscountedReturn = state.number("return", undiscountedReturn);
        length = state.integer("length", length);
        terminated = state.flag("terminated", terminated);
        truncated = state.flag("truncated", truncated);
    }
}
