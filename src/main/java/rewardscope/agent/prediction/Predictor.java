package rewardscope.agent.prediction;

import java.util.ArrayList;
import java.util.List;
import rewardscope.agent.ActionProbabilities;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Mark;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.Series;
import rewardscope.agent.StateValues;
import rewardscope.agent.TabularAgent;
import rewardscope.agent.TabularPolicy;
import rewardscope.agent.planning.RmsError;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;

/// What all tabular predictors have: a policy that they follow, and a table V(s). The algorithm itself is in the file
/// of its name.
abstract class Predictor extends TabularAgent implements StateValues, ActionProbabilities {
    final HyperParameter gamma;

    /// V(s); terminal states are worth 0 for good.
    final double[] v;

    /// The policy followed.
    private final TabularPolicy followed;

    private final RandomStream random;

    /// The discount in force when the act was done.
    double gammaUsed;

    /// How far the estimate was from its target.
    double tdError;

    Predictor(AgentSettings settings, String policyKey) {
        super(settings);
        gamma = settings.hyper(ParameterSpec.GAMMA);
        followed = settings.policy(policyKey);
        random = settings.random("policy");
        v = new double[model.states()];
        for (int s = 0; s < v.length; s++) {
            v[s] = model.terminal(s) ? 0 : settings.number("initial");
        }
    }

    Predictor(AgentSettings settings) {
        this(settings, ParameterSpec.POLICY.name());
    }

    /// A ∼ π(·|S)
    final int choose(int s) {
        return random.categorical(followed.at(s));
    }

    @Override
    public boolean finite() {
        return Double.isFinite(tdError);
    }

    /// The policy whose values are learned.
    TabularPolicy evaluated() {
        return followed;
    }

    /// Quantities of the algorithm that are worth a curve.
    List<Series> curves() {
        return List.of(new Series("td-error", Mark.STEP, () -> tdError));
    }

    /// And how far it is from the truth, where that can be known.
    @Override
    public final List<Series> series() {
        var series = new ArrayList<>(curves());
        RmsError.of(environment, this::evaluated, followed, gamma.value())
                .map(error -> new Series(RmsError.SERIES, Mark.EPISODE, () -> error.of(v, gamma.value())))
                .ifPresent(series::add);
        return List.copyOf(series);
    }

    @Override
    public double[] v() {
        return v;
    }

    /// The policy followed.
    @Override
    public double[] policy(int state) {
        return followed.at(state).clone();
    }

    @Override
    public void exchange(StateExchange state) {
        super.exchange(state);
        state.part("random", random);
        state.numbers("v", v);
    }
}
