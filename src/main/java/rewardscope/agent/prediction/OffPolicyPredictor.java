package rewardscope.agent.prediction;

import rewardscope.agent.AgentSettings;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.TabularPolicy;
import rewardscope.env.FiniteMdp;

/// What predictors share that follow one policy, b, and learn the values of another, π: both policies, the step size,
/// and the quantities of an update that is weighed by ρ.
abstract class OffPolicyPredictor extends Predictor {
    static final ParameterSpec.PolicyTable BEHAVIOUR = new ParameterSpec.PolicyTable(
            "behaviour", "The policy that acts, b; every action of the evaluated one must be possible under it");

    final HyperParameter alpha;

    /// π
    final TabularPolicy target;

    /// b
    final TabularPolicy behaviour;

    double alphaUsed;

    /// ρ
    double ratio;

    double vOld;
    double vNext;
    double vNew;

    /// @throws IllegalArgumentException if the evaluated policy does what the behaviour never does
    OffPolicyPredictor(AgentSettings settings) {
        super(settings, BEHAVIOUR.name());
        alpha = settings.hyper(ParameterSpec.ALPHA);
        target = settings.policy(ParameterSpec.POLICY.name());
        behaviour = settings.policy(BEHAVIOUR.name());
        checkCoverage();
    }

    private void checkCoverage() {
        FiniteMdp model = environment.model();
        for (int s = 0; s < model.states(); s++) {
            for (int a = 0; a < model.actions(); a++) {
                if (target.at(s)[a] > 0 && behaviour.at(s)[a] == 0) {
                    throw new IllegalArgumentException("`behaviour` never does " + model.actionName(a) + " in "
                            + environment.layout().stateName(s) + ", but the evaluated policy does");
                }
            }
        }
    }

    @Override
    TabularPolicy evaluated() {
        return target;
    }
}
