package rewardscope.agent.prediction;

import java.util.Arrays;
import java.util.List;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.Mark;
import rewardscope.agent.Series;
import rewardscope.agent.StepEvent;
import rewardscope.math.StateExchange;

/// What both least-squares predictors have: equations that experience adds to, solved as an act of its own.
abstract class LeastSquares extends Predictor {
    final NormalEquations equations;

    private final double[] before;
    private int mostChanged;
    private double maxChange;

    LeastSquares(AgentSettings settings) {
        super(settings);
        equations = new NormalEquations(settings.number(NormalEquations.RIDGE.name()), v);
        before = v.clone();
    }

    /// V ← A⁻¹ b
    final void solve() {
        System.arraycopy(v, 0, before, 0, v.length);
        equations.solve(v);
        mostChanged = 0;
        for (int i = 1; i < v.length; i++) {
            if (Math.abs(v[i] - before[i]) > Math.abs(v[mostChanged] - before[mostChanged])) {
                mostChanged = i;
            }
        }
        maxChange = Math.abs(v[mostChanged] - before[mostChanged]);
    }

    final StepEvent solved() {
        return new Solved(
                mostChanged,
                equations.row(mostChanged, v),
                equations.b(mostChanged),
                before[mostChanged],
                v[mostChanged],
                Arrays.stream(v).boxed().toList());
    }

    @Override
    List<Series> curves() {
        return List.of(new Series("max-change", Mark.UPDATE, () -> maxChange));
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        state.part("equations", equations);
    }
}
