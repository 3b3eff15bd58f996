package rewardscope.sim;

import java.util.Optional;
import rewardscope.env.Plane;
import rewardscope.env.VectorEnvironment.ActionSpace;

/// A policy as it was and as it is now, at the same observations. Distributions are written as
/// [rewardscope.agent.ObservationPolicy] describes them.
///
/// @param since the act at which the old policy was written down
/// @param before the old policy where the episode stood then
/// @param after the policy of now, at the same observation
/// @param along the number of the state that is varied in the next two; empty if there is none
/// @param at where it stood then
/// @param beforeAlong the old policy at evenly spaced values of that number
/// @param afterAlong the policy of now at the same values
public record PolicyShift(
        long since,
        ActionSpace actions,
        double[] before,
        double[] after,
        Optional<Plane.Axis> along,
        double at,
        double[][] beforeAlong,
        double[][] afterAlong) {

    /// KL(old ‖ now) where the episode stood, in nats.
    public double kl() {
        return actions instanceof ActionSpace.Discrete ? klOfChoices(before, after) : klOfForces(before, after);
    }

    /// Σ_a π_old(a) ln( π_old(a) / π(a) )
    static double klOfChoices(double[] old, double[] now) {
        double kl = 0;
        for (int a = 0; a < old.length; a++) {
            kl += old[a] > 0 ? old[a] * Math.log(old[a] / now[a]) : 0;
        }
        return kl;
    }

    /// ln σ/σ_old + (σ_old² + (μ_old − μ)²) / 2σ² − ½, summed over dimensions
    static double klOfForces(double[] old, double[] now) {
        int n = old.length / 2;
        double kl = 0;
        for (int i = 0; i < n; i++) {
            double d = now[i] - old[i];
            double variance = now[n + i] * now[n + i];
            kl += Math.log(now[n + i] / old[n + i])
                    + (old[n + i] * old[n + i] + d * d) / (2 * variance)
                    - 0.5;
        }
        return kl;
    }
}
