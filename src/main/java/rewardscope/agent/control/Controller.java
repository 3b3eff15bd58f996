package rewardscope.agent.control;

import java.util.List;
import rewardscope.agent.ActionProbabilities;
import rewardscope.agent.ActionValues;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Mark;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.Series;
import rewardscope.agent.TabularAgent;
import rewardscope.math.StateExchange;

/// What all tabular controllers have: a table of action values, and a way of choosing actions from it. The algorithm
/// itself is in the file of its name.
abstract class Controller extends TabularAgent implements ActionValues, ActionProbabilities {
    final HyperParameter gamma;
    final QTable q;
    final Behaviour behaviour;

    /// The discount in force when the act was done.
    double gammaUsed;

    /// How far the estimate was from its target.
    double tdError;

    Controller(AgentSettings settings) {
        super(settings);
        gamma = settings.hyper(ParameterSpec.GAMMA);
        q = new QTable(model, settings.number("initial"));
        behaviour = Behaviour.of(q, settings);
    }

    @Override
    public boolean finite() {
        return Double.isFinite(tdError);
    }

    @Override
    public List<Series> series() {
        return List.of(new Series("td-error", Mark.STEP, () -> tdError));
    }

    @Override
    public double[][] q() {
        return q.values();
    }

    @Override
    public double[] policy(int state) {
        return behaviour.probabilities(state);
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        state.part("q", q);
        state.part("behaviour", behaviour);
    }
}
