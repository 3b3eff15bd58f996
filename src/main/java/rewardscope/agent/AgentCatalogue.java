package rewardscope.agent;

import java.util.List;
import java.util.Optional;
import rewardscope.agent.control.QLearning;
import rewardscope.agent.planning.ValueIteration;

/// All algorithms, one line each, in the order of a course. A new algorithm adds its line here.
public final class AgentCatalogue {
    private static final List<AgentType> ALL = List.of(
            // planning with the model
            ValueIteration.TYPE,
            // control
            QLearning.TYPE);

    private AgentCatalogue() {}

    public static List<AgentType> all() {
        return ALL;
    }

    public static Optional<AgentType> named(String name) {
        return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
    }
}
