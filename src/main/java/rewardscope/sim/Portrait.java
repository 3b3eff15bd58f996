package rewardscope.sim;

import java.util.Optional;
import rewardscope.agent.Agent;
import rewardscope.agent.ObservationPolicy;
import rewardscope.agent.ObservationValues;
import rewardscope.env.Plane;
import rewardscope.env.VectorEnvironment;
import rewardscope.env.VectorEnvironment.ActionSpace;

/// What an agent makes of a continuous world, over two numbers of its state.
///
/// @param columns points across
/// @param rows points up, 1 where one number is all there is
/// @param actions what can be done there
/// @param here where the episode stands: across, then up
/// @param values V by row from below, then by column; empty if nobody asked
/// @param policy the policy by the same order, as [ObservationPolicy] describes it; empty if nobody asked
public record Portrait(
        Plane.Axis across,
        Plane.Axis up,
        int columns,
        int rows,
        ActionSpace actions,
        double[] here,
        Optional<double[]> values,
        Optional<double[][]> policy) {
    private static final int POINTS = 44;
    private static final int POINTS_OF_A_LINE = 160;

    static Portrait of(Agent agent, VectorEnvironment world, Plane plane, boolean values, boolean policy) {
        boolean line = plane.up().isPoint();
        int columns = line ? POINTS_OF_A_LINE : POINTS;
        int rows = line ? 1 : POINTS;
        Optional<double[]> v = values && agent instanceof ObservationValues seen
                ? Optional.of(values(seen, plane, columns, rows))
                : Optional.empty();
        Optional<double[][]> pi = policy && agent instanceof ObservationPolicy chooser
                ? Optional.of(policy(chooser, plane, columns, rows))
                : Optional.empty();
        return new Portrait(
                plane.across(),
                plane.up(),
                columns,
                rows,
                world.actionSpace(),
                plane.place(world.observation()),
                v,
                pi);
    }

    private static double[] values(ObservationValues agent, Plane plane, int columns, int rows) {
        var v = new double[columns * rows];
        for (int i = 0; i < v.length; i++) {
            v[i] = agent.value(observation(plane, i, columns, rows));
        }
        return v;
    }

    private static double[][] policy(ObservationPolicy agent, Plane plane, int columns, int rows) {
        var policy = new double[columns * rows][];
        for (int i = 0; i < policy.length; i++) {
            policy[i] = agent.policyAt(observation(plane, i, columns, rows));
        }
        return policy;
    }

    private static double[] observation(Plane plane, int i, int columns, int rows) {
        return plane.observationAt(
                plane.across().middle(i % columns, columns), plane.up().middle(i / columns, rows));
    }
}
