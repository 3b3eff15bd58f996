package rewardscope.sim;

import java.util.Optional;
import rewardscope.agent.ObservationPolicy;
import rewardscope.env.Plane;
import rewardscope.env.VectorEnvironment;
import rewardscope.env.VectorEnvironment.ActionSpace;

/// A policy written down at some observations, to be compared with a later one at the same.
///
/// @param observation where the episode stood
/// @param line observations that differ from it in one number
record PolicyMemory(
        long act,
        ActionSpace actions,
        double[] observation,
        double[] described,
        Optional<Plane.Axis> along,
        double at,
        double[][] line,
        double[][] describedAlong) {
    private static final int POINTS = 61;

    static PolicyMemory of(long act, ObservationPolicy policy, VectorEnvironment world) {
        double[] observation = world.observation();
        Optional<Plane> plane = world.plane();
        double[] here = plane.map(p -> p.place(observation)).orElse(new double[2]);
        double[][] line = plane.map(p -> line(p, here[1])).orElse(new double[0][]);
        return new PolicyMemory(
                act,
                world.actionSpace(),
                observation,
                policy.policyAt(observation),
                plane.map(Plane::across),
                here[0],
                line,
                describe(policy, line));
    }

    private static double[][] line(Plane plane, double up) {
        var line = new double[POINTS][];
        for (int i = 0; i < POINTS; i++) {
            line[i] = plane.observationAt(plane.across().middle(i, POINTS), up);
        }
        return line;
    }

    private static double[][] describe(ObservationPolicy policy, double[][] line) {
        var described = new double[line.length][];
        for (int i = 0; i < line.length; i++) {
            described[i] = policy.policyAt(line[i]);
        }
        return described;
    }

    PolicyShift comparedWith(ObservationPolicy now) {
        return new PolicyShift(
                act, actions, described, now.policyAt(observation), along, at, describedAlong, describe(now, line));
    }
}
