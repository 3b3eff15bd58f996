package rewardscope.agent.gradient;

import java.util.List;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.ParameterSpec;
import rewardscope.nn.mlp.Adam;
import rewardscope.nn.mlp.Sgd;

/// Which optimiser turns a gradient into a step.
final class Optimisers {
    static final ParameterSpec.Choice OPTIMISER = new ParameterSpec.Choice(
            "optimiser", List.of("adam", "sgd"), "Adam, or plain gradient steps as the pseudocode has them");

    private Optimisers() {}

    static Learner.Optimising of(AgentSettings settings) {
        return settings.choice(OPTIMISER.name()).equals("sgd") ? n -> Sgd.of(n, 0) : n -> Adam.of(n, 0, 1e-5);
    }
}
