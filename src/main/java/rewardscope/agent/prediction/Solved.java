package rewardscope.agent.prediction;

import java.util.List;
import java.util.Optional;
import rewardscope.agent.Equation;
import rewardscope.agent.StepEvent;

/// The record of a least-squares solution: all values at once, and the row of the state that it changed most.
///
/// @param state s
/// @param row the numbers of its row that are not zero
/// @param b b_s
/// @param vOld V(s) before
/// @param vNew V(s) now
/// @param solution V of every state
public record Solved(
        int state,
        List<NormalEquations.Coefficient> row,
        double b,
        double vOld,
        double vNew,
        List<Double> solution)
        implements StepEvent {
    private static final Equation EQUATION =
            Equation.of("#each{row|\\sum_{s'}| + |#{a|A_{s,s'}} \\cdot #{v|V(s')}} = #{b|b_s}");

    @Override
    public Equation equation() {
        return EQUATION;
    }

    @Override
    public Optional<Place> place(String component) {
        return switch (component) {
            case "vOld", "vNew" -> changed();
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Place> changed() {
        return Optional.of(Place.of(state));
    }
}
