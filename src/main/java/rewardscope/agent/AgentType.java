package rewardscope.agent;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import rewardscope.env.Environment;

/// The description by which an algorithm is found, set up and explained.
///
/// @param name its `type` in an experiment
/// @param title as shown on the screen
/// @param parameters every key that it takes besides `type`
/// @param needs what it asks of an environment
/// @param create makes the agent
/// @param anyDevice whether its arithmetic, or the greater part of it, goes to the device that is chosen; an agent
///     without batches that go through a network has nothing to take there
public record AgentType(
        String name,
        String title,
        Family family,
        List<ParameterSpec> parameters,
        Needs needs,
        Function<AgentSettings, Agent> create,
        boolean anyDevice) {
    /// One that stays on the processor.
    public AgentType(
            String name,
            String title,
            Family family,
            List<ParameterSpec> parameters,
            Needs needs,
            Function<AgentSettings, Agent> create) {
        this(name, title, family, parameters, needs, create, false);
    }

    /// The same, on whichever device is chosen.
    public AgentType onAnyDevice() {
        return new AgentType(name, title, family, parameters, needs, create, true);
    }

    /// What an agent asks of the environment that it is put into.
    public interface Needs {
        /// Why it cannot work there, as a sentence that goes on after "`q-learning` cannot work here: "; empty if it
        /// can.
        Optional<String> missingIn(Environment environment);
    }

    public Optional<ParameterSpec> parameter(String key) {
        return parameters.stream().filter(p -> p.name().equals(key)).findFirst();
    }
}
