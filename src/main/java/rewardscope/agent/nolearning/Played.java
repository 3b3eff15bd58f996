package rewardscope.agent.nolearning;

import java.util.List;
import rewardscope.agent.Equation;
import rewardscope.agent.StepEvent;

/// The record of one action in a world without numbered states: the return of the episode grows by its reward.
///
/// @param observation what was seen before
/// @param action the number of the action, of the arm, or the point in the box
/// @param nextObservation what was seen after
/// @param discount γ^t, what this reward counts at the start of the episode
/// @param returnOld the return before
/// @param returnNew the return with this reward
public record Played(
        List<Double> observation,
        List<Double> action,
        double reward,
        List<Double> nextObservation,
        boolean started,
        boolean terminated,
        boolean truncated,
        double discount,
        double returnOld,
        double returnNew)
        implements StepEvent {
    private static final Equation EQUATION = Equation.of(
            "#{returnNew|G} \\leftarrow #{returnOld|G} + #{discount|\\gamma^{t}} \\cdot #{reward|R_{t+1}}");

    @Override
    public Equation equation() {
        return EQUATION;
    }
}
